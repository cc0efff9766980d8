import type { Temporal } from 'temporal-polyfill'

/** An address under which a calendar program reads dates. */
export interface Feed {
  id: string
  /** Of whom it tells; null: what concerns the person, wherever. */
  organizationId: string | null
  organization: string | null
  createdAt: Temporal.Instant
  /** To the hour. */
  lastReadAt: Temporal.Instant | null
}

/** As many as a person can have: one for each program and telephone, not one for each click. */
export const mostFeeds = 20

/** What follows the secret in the address, so that programs know it as a calendar. */
export const feedEnding = '.ics'

/** How far a feed looks back and ahead, in days, and how many dates it holds at most. */
export const feedRange = { back: 92, ahead: 731, most: 5000 }
