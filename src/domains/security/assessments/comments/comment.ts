import type { Temporal } from 'temporal-polyfill'

/** What own staff write to each other about a question; assessors never see it. */
export interface Comment {
  id: string
  assessmentId: string
  controlId: string
  topKey: string
  organizationId: string
  /** Null once its author has removed it: that there was one stays. */
  text: string | null
  mentions: string[]
  writtenBy: string
  /** Null when the reader may not see the person. */
  writtenByName: string | null
  writtenAt: Temporal.Instant
}
