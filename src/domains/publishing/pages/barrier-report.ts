import type { Temporal } from 'temporal-polyfill'
import { localDay } from '#kernel/local-day.ts'

/** What somebody reported who could not use a page. */
export interface BarrierReport {
  id: string
  organizationId: string
  what: string
  /** Where it was, as the person wrote it. */
  place: string
  /** For the answer; empty when none is wanted, and once it has been given. */
  email: string
  receivedAt: Temporal.Instant
  dueOn: Temporal.PlainDate
  answer: string
  answeredAt: Temporal.Instant | null
}

/** The last day on which the answer is in time: one calendar month, at the end of a shorter month its last day. */
export const answerDueOn = (received: Temporal.Instant): Temporal.PlainDate => localDay(received).add({ months: 1 })
