import type { Temporal } from 'temporal-polyfill'

/** When the start page was seen last, and when the visit before that one ended. */
export interface Visit {
  seenAt: Temporal.Instant
  beforeAt: Temporal.Instant | null
}

/** Whoever comes back within this time is still on the same visit: a reload must not make the news disappear. */
export const visitMinutes = 60

const minutesSince = ({ seenAt }: Visit, now: Temporal.Instant): number => seenAt.until(now).total('minutes')

/** What "since your last visit" means now; null on the very first one. */
export const lastVisit = (visit: Visit | null, now: Temporal.Instant): Temporal.Instant | null =>
  visit === null ? null : minutesSince(visit, now) >= visitMinutes ? visit.seenAt : visit.beforeAt

/** A mark of this minute is good enough. */
export const isMarked = (visit: Visit | null, now: Temporal.Instant): boolean =>
  visit !== null && Math.abs(minutesSince(visit, now)) < 1
