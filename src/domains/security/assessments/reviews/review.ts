import type { Temporal } from 'temporal-polyfill'

export const verdicts = ['confirmed', 'disputed', 'comment'] as const
export type Verdict = (typeof verdicts)[number]

export const verdictNames: Record<Verdict, string> = {
  confirmed: 'bestätigt',
  disputed: 'strittig',
  comment: 'Hinweis',
}

/** Who speaks: the municipality, or the contractor that checks it. */
export const sides = ['organization', 'assessor'] as const
export type Side = (typeof sides)[number]

/** One version of what the assessor says about an answer. */
export interface Review {
  version: number
  verdict: Verdict
  remark: string
  /** The version of the answer that was judged; null where there was none. */
  answerVersion: number | null
  reviewedBy: string
  reviewedAt: Temporal.Instant
}

/** The verdict that counts on one question, beside the answer as it is now. */
export interface Standing extends Review {
  controlId: string
  /** The outermost group of the question. */
  topKey: string
  /** The answer has another version by now than the one that was judged. */
  changedSince: boolean
}

export interface Remark {
  id: string
  side: Side
  text: string
  writtenBy: string
  writtenAt: Temporal.Instant
}

/** What both sides said about one question. */
export interface Discussion {
  /** The newest first. */
  history: Review[]
  /** The oldest first. */
  remarks: Remark[]
}

/** How a question stands on site: a confirmation holds for the version that was seen, a dispute until the assessor confirms. */
export type Judged = Verdict | 'open'

export const judgedAs = (standing: Pick<Standing, 'verdict' | 'changedSince'> | undefined): Judged =>
  standing === undefined || (standing.verdict === 'confirmed' && standing.changedSince) ? 'open' : standing.verdict

/** Of one outermost group. */
export interface ReviewCount {
  key: string
  title: string
  total: number
  confirmed: number
  disputed: number
  comment: number
  open: number
}

export function countJudged(
  groups: readonly { key: string; title: string; total: number }[],
  standings: readonly Standing[],
): ReviewCount[] {
  const byGroup = Map.groupBy(standings, ({ topKey }) => topKey)
  return groups.map(({ key, title, total }) => {
    const count = { key, title, total, confirmed: 0, disputed: 0, comment: 0, open: total }
    for (const standing of byGroup.get(key) ?? []) {
      const judged = judgedAs(standing)
      if (judged === 'open') continue
      count[judged] += 1
      count.open -= 1
    }
    return count
  })
}

/** The newest version beside the answer as it is now; undefined before the first verdict. */
export function standingOf(
  { id, topKey, answer }: { id: string; topKey: string; answer: { version: number } | null },
  { history }: Pick<Discussion, 'history'>,
): Standing | undefined {
  const [newest] = history
  return (
    newest && { ...newest, controlId: id, topKey, changedSince: (answer?.version ?? null) !== newest.answerVersion }
  )
}

/** Those in dispute, everywhere or in one outermost group. */
export const disputedIn = (standings: readonly Standing[], topKey?: string): Standing[] =>
  standings.filter((standing) => standing.verdict === 'disputed' && (topKey ?? standing.topKey) === standing.topKey)
