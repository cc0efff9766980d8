import type { Temporal } from 'temporal-polyfill'

/** The step that naming somebody settles; programmes without it name nobody. */
export const namingStep = 'navigator'

/** Somebody whom the head of a municipality has named for a programme. */
export interface Navigator {
  id: string
  enrollmentId: string
  organizationId: string
  programmeId: string
  personId: string
  /** Null when the reader may not see who it is. */
  personName: string | null
  namedAt: Temporal.Instant
  /** Local days; `until` is the last one, null while it lasts. */
  from: string
  until: string | null
  /** Why somebody else was named. */
  reason: string
}
