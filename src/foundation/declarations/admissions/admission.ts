import type { Temporal } from 'temporal-polyfill'

export const decisions = ['admitted', 'refused', 'correction'] as const
export type Decision = (typeof decisions)[number]

/** What the programme said to a declaration. */
export interface Admission {
  id: string
  declarationId: string | null
  decision: Decision
  decidedBy: string
  decidedByName: string | null
  decidedAt: Temporal.Instant
  reason: string
}

export const decisionNames: Record<Decision, string> = {
  admitted: 'zugelassen',
  refused: 'abgelehnt',
  correction: 'Berichtigung erbeten',
}
