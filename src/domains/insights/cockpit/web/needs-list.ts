import type { Need } from '#foundation/programmes/index.ts'
import { type OwnNeed, ownNeeds } from '../needs.ts'
import type { Summary } from '../row.ts'

export interface NeedLine {
  key: string
  count: number
  /** Number and sentence. */
  words: string
}

const line = (key: string, count: number, { one, many }: { one: string; many: string }): NeedLine => ({
  key,
  count,
  words: `${count} ${count === 1 ? one : many}`,
})

/** What is missing: first what other modules know exactly, then what the roads say. Nothing that nobody lacks. */
export const needLines = (needs: readonly Need[], { needs: own }: Pick<Summary, 'needs'>): NeedLine[] =>
  [
    ...needs.map((need) => line(need.key, need.enrollmentIds.length, need)),
    ...[...own].map(([key, count]) => line(key, count, ownNeeds[key as OwnNeed])),
  ].filter(({ count }) => count > 0)
