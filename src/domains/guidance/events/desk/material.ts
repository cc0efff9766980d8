import type { Temporal } from 'temporal-polyfill'

/** A link or a file that goes with an event. */
export interface Material {
  id: string
  eventId: string
  title: string
  /** Null for a file. */
  url: string | null
  /** Null for a link. */
  fileId: string | null
  fileName: string | null
  /** Also for those without a seat; otherwise for the seated ones alone. */
  forEverybody: boolean
  addedAt: Temporal.Instant
}
