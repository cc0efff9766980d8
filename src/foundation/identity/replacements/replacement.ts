import { Temporal } from 'temporal-polyfill'
import { germanDay, germanTime, localDay } from '#kernel/local-day.ts'

/** How long the organization can object, counted from the second person's confirmation. */
export const objectionHours = 72

/** A proposal that nobody confirms ends by itself. */
export const proposalDays = 14

export type Ending = 'expired' | 'effective' | 'objected' | 'withdrawn' | 'lapsed'

/** Somebody is to administer an organization whose administrators cannot be reached. */
export interface Replacement {
  id: string
  organizationId: string
  organizationName: string
  /** Somebody who belongs there; null for an address that is invited. */
  personId: string | null
  /** Null once an address is forgotten. */
  candidate: string | null
  email: string | null
  reason: string
  proposedBy: string
  proposedByName: string
  proposedAt: Temporal.Instant
  expiresAt: Temporal.Instant
  confirmedBy: string | null
  confirmedByName: string | null
  confirmedAt: Temporal.Instant | null
  effectiveAt: Temporal.Instant | null
  ending: Ending | null
  endedAt: Temporal.Instant | null
  endedByName: string | null
  note: string | null
}

/** `due`: its time has come, and the role follows with the next run of the worker or the next request of the new administrator. */
export type ReplacementState = 'proposed' | 'waiting' | 'due' | Ending

type Dates = Pick<Replacement, 'ending' | 'effectiveAt' | 'expiresAt'>

/** Computed from what was decided and when, never from whether a job has run. */
export function stateOf({ ending, effectiveAt, expiresAt }: Dates, now: Temporal.Instant): ReplacementState {
  if (ending) return ending
  if (effectiveAt) return Temporal.Instant.compare(effectiveAt, now) <= 0 ? 'due' : 'waiting'
  return Temporal.Instant.compare(expiresAt, now) <= 0 ? 'expired' : 'proposed'
}

export const isOpen = (replacement: Dates, now: Temporal.Instant): boolean =>
  ['proposed', 'waiting', 'due'].includes(stateOf(replacement, now))

/** "24.11.2026, 10:42 Uhr" */
export const momentInWords = (at: Temporal.Instant): string => `${germanDay(localDay(at))}, ${germanTime(at)}`
