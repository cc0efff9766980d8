import type { Temporal } from 'temporal-polyfill'
import type { EventKind, Share } from '../event/event.ts'
import type { SeatState } from '../places/registration.ts'

/** A date as the telling gets it. */
export interface ToldDate {
  id: string
  /** Instants, as JSON has them. */
  startsAt: string
  endsAt: string
  place: string
  topic: string
  isOnline: boolean
  isCancelled: boolean
  videoUrl: string | null
}

/** A decision of which nobody has heard yet, with all that its mail says; the place is as it is now. */
export interface Untold {
  eventId: string
  what: string
  reasons: readonly string[]
  data: Readonly<Record<string, unknown>>
  decidedAt: Temporal.Instant
  /** Null: about the event as a whole, for its organizer. */
  registrationId: string | null
  state: SeatState | null
  position: number | null
  ahead: number | null
  personId: string | null
  guestName: string | null
  guestEmail: string | null
  organizationId: string | null
  organizationName: string | null
  organizerId: string
  title: string
  kind: EventKind
  run: number
  sequence: number
  offerStopHours: number
  isCancelled: boolean
  tellerIds: readonly string[]
  dates: readonly ToldDate[]
  capacity: number | null
  perOrganization: number | null
  populationQuota: readonly Share[] | null
}

export const occasions = [
  'confirmed',
  'waiting',
  'again',
  'promoted',
  'offered',
  'accepted',
  'declined',
  'expired',
  'cancelled',
  'rejected',
  'approved',
  'unseated',
  'transferred',
  'movedOn',
  'substituted',
  'moved',
  'dateCancelled',
  'eventCancelled',
  'seatFree',
] as const
export type Occasion = (typeof occasions)[number]

export const isOccasion = (what: string): what is Occasion => occasions.some((one) => one === what)

/** What the mail does to the calendar of whoever has or had the seat; undefined: nothing. */
export function calendarDeed({ what, state, data }: Untold): 'REQUEST' | 'CANCEL' | undefined {
  switch (what) {
    case 'confirmed':
    case 'promoted':
    case 'accepted':
    case 'moved':
    case 'dateCancelled':
      // Whoever has lost the seat since gets a mail of its own about that.
      return state === 'confirmed' ? 'REQUEST' : undefined
    case 'cancelled':
    case 'eventCancelled':
    case 'movedOn':
      return data['was'] === 'confirmed' ? 'CANCEL' : undefined
    case 'unseated':
    case 'substituted':
      return 'CANCEL'
    default:
      return undefined
  }
}
