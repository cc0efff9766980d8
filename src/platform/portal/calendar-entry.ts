import type { Temporal } from 'temporal-polyfill'
import type { PublicContext } from '#platform/http/context.ts'
import type { Source } from './source.ts'

/** When: whole local days (`until` is the last one), or two instants. */
export type CalendarTime =
  | { from: Temporal.PlainDate; until: Temporal.PlainDate }
  | { from: Temporal.Instant; until: Temporal.Instant }

/** One date in the calendar, whoever it comes from. */
export interface CalendarEntry {
  /** Stable and unique in the whole house: `delegation-01940d1c-…`. Part of the UID in feeds. */
  key: string
  title: string
  /** One or two German sentences; absent where the title says it all. */
  description?: string | undefined
  place?: string | undefined
  /** Path of the page it is about. */
  url: string
  time: CalendarTime
  isCancelled: boolean
  /** Of the last change; SEQUENCE and LAST-MODIFIED follow from it. */
  changedAt: Temporal.Instant
  /** How many begin on its day, where the source was asked for the first ones of each day only. */
  ofDay?: number | undefined
}

/** Whose calendar: what concerns this person, what concerns the organization they act for, or what everybody may know. */
export type CalendarScope = 'person' | 'organization' | 'public'

/** Days (both included) whose entries are wanted, at most `limit`, the earliest first. */
export interface CalendarRange {
  scope: CalendarScope
  from: Temporal.PlainDate
  until: Temporal.PlainDate
  limit: number
  /**
   * A month names the first ones of each day. A source that may have dozens on a day gives so many, each with `ofDay`, and tells of none
   * in a wider scope that it told of in a narrower one; others give all.
   */
  perDay?: number | undefined
}

/**
 * A module's dates, declared in its `calendar.ts` and collected in src/app/portal-parts.ts: one query, under the actor's own rights; by itself,
 * or together with those of other modules.
 */
export type CalendarSource = CalendarSourceNames & Source<PublicContext, CalendarRange, readonly CalendarEntry[]>

export interface CalendarSourceNames {
  /** `module`, stable. */
  name: string
  /** What the filter of the calendar calls it: "Prüfungen". */
  title: string
  /** Which of the scopes it has anything for. */
  scopes: readonly CalendarScope[]
  /**
   * A text that is another one as soon as anything of that list would be: computed where the rows lie, for programs that come every few
   * minutes. One query. Without it a feed is made anew each time.
   */
  mark?(ctx: PublicContext, range: Omit<CalendarRange, 'limit'>): Promise<string>
}
