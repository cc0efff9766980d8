import type { Temporal } from 'temporal-polyfill'

/** After so long without a request, and after so long altogether, the session is over. */
const idleMinutes = 30
const longestHours = 12

export const openedSince = (now: Temporal.Instant): string => now.subtract({ hours: longestHours }).toString()
export const idleSince = (now: Temporal.Instant): string => now.subtract({ minutes: idleMinutes }).toString()
