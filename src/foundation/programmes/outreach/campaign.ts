import type { Temporal } from 'temporal-polyfill'

export const approachStates = ['open', 'notReached', 'later', 'interested', 'declined'] as const
export type ApproachState = (typeof approachStates)[number]

const stateNames: Record<ApproachState, string> = {
  open: 'noch nicht angesprochen',
  notReached: 'nicht erreicht',
  later: 'später wieder',
  interested: 'interessiert',
  declined: 'kein Interesse',
}

/** "noch nicht angesprochen", "nicht erreicht", "später wieder", "interessiert", "kein Interesse". */
export const approachInWords = (state: ApproachState): string => stateNames[state]

/** Approaching the municipalities that did not take part when it began. */
export interface Campaign {
  id: string
  programmeId: string
  title: string
  /** What is to be said. */
  script: string
  begunAt: Temporal.Instant
  closedAt: Temporal.Instant | null
  total: number
  /** How many are neither interested nor decline. */
  open: number
  interested: number
}

/** One municipality of a campaign. */
export interface Approach {
  organizationId: string
  organizationName: string
  organizationKind: string
  county: string | null
  state: ApproachState
  changedAt: Temporal.Instant
  version: number
  /** Whom to call: of the contact for the cooperative, else of the head. */
  contact: { name: string; phone: string; email: string } | null
  /** Takes part by now. */
  enrollmentId: string | null
  lastEntry: string | null
}
