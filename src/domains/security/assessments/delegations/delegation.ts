import type { Temporal } from 'temporal-polyfill'

/** Lists of a check that a colleague answers, until when. */
export interface Delegation {
  id: string
  assessmentId: string
  organizationId: string
  personId: string
  /** Null when the reader may not see the person any more. */
  personName: string | null
  /** Outermost groups of the catalog. */
  groupKeys: string[]
  /** Local day; null: without an end. */
  dueOn: string | null
  note: string
  delegatedBy: string
  delegatedByName: string | null
  delegatedAt: Temporal.Instant
  endedAt: Temporal.Instant | null
}

/** So many days before the last one the person is reminded, and once more on the day itself. */
export const remindDaysBefore = 3

export const isOverdue = ({ dueOn, endedAt }: Pick<Delegation, 'dueOn' | 'endedAt'>, today: string): boolean =>
  endedAt === null && dueOn !== null && dueOn < today
