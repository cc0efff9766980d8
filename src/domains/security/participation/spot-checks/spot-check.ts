import type { Temporal } from 'temporal-polyfill'

export const results = ['asExpected', 'deviates', 'notCheckable'] as const
export type Result = (typeof results)[number]

/** What one sample says; a correction says all of it anew. */
export interface SpotCheckText {
  /** What was looked at: "Arbeitsplatz im Bürgeramt". */
  object: string
  /** What was done: "Rechner unbeaufsichtigt gelassen". */
  what: string
  expected: string
  seen: string
  result: Result
  evidenceNote: string
  checkedOn: string
}

export interface SpotCheckVersion extends SpotCheckText {
  version: number
  file: { id: string; name: string; size: number; mediaType: string } | null
  /** A question of the municipality's own check. */
  control: { assessmentId: string; id: string } | null
  /** Why there is a further version. */
  reason: string
  writtenBy: string | null
  writtenAt: Temporal.Instant
}

export interface SpotComment {
  id: string
  /** The version it was said about. */
  version: number
  text: string
  writtenBy: string | null
  writtenAt: Temporal.Instant
}

/** One sample of the protocol: the version that holds, and the earlier ones. */
export interface SpotCheck extends SpotCheckVersion {
  id: string
  enrollmentId: string
  organizationId: string
  /** Running within the protocol, from 1. */
  number: number
  /** The newest first, without the one that holds. */
  earlier: readonly SpotCheckVersion[]
  /** The oldest first. */
  comments: readonly SpotComment[]
}

/** Whether and when the protocol was closed. */
export interface Closing {
  closedAt: Temporal.Instant
  closedBy: string | null
}

const resultNames: Record<Result, string> = {
  asExpected: 'wie erwartet',
  deviates: 'weicht ab',
  notCheckable: 'nicht prüfbar',
}

export const resultInWords = (result: Result): string => resultNames[result]

/** More than a day on the spot holds. */
export const mostSpotChecks = 200

/** "6 Stichproben, 1 weicht ab" */
export function sumInWords(checks: readonly Pick<SpotCheck, 'result'>[]): string {
  const count = (result: Result) => checks.filter((one) => one.result === result).length
  const all = checks.length === 1 ? '1 Stichprobe' : `${checks.length} Stichproben`
  const deviating = count('deviates')
  const uncheckable = count('notCheckable')
  return [
    all,
    deviating === 0 ? 'keine weicht ab' : deviating === 1 ? '1 weicht ab' : `${deviating} weichen ab`,
    ...(uncheckable > 0 ? [`${uncheckable} nicht prüfbar`] : []),
  ].join(', ')
}
