import type { Temporal } from 'temporal-polyfill'

export const seatStates = ['confirmed', 'waiting', 'offered', 'declined', 'expired', 'cancelled'] as const
export type SeatState = (typeof seatStates)[number]

export const stateInWords: Record<SeatState, string> = {
  confirmed: 'Platz bestätigt',
  waiting: 'Warteliste',
  offered: 'Platz angeboten',
  declined: 'Nicht angenommen',
  expired: 'Frist verstrichen',
  cancelled: 'Abgemeldet',
}

/** Whoever holds a place: a seat, an offer, or a number on the list. */
export const isActive = (state: SeatState): boolean =>
  state === 'confirmed' || state === 'waiting' || state === 'offered'

/** One person's place in one event. */
export interface Registration {
  id: string
  eventId: string
  /** Null for a guest of nobody. */
  organizationId: string | null
  organization: string | null
  /** Null for guests. */
  personId: string | null
  /** Of the person or the guest; "Ehemalige Person" where that is all there is. */
  name: string
  /** Of a guest, for the organizer; otherwise empty. */
  guestEmail: string
  state: SeatState
  /** Number on the waiting list, given once; null for those who never waited. */
  position: number | null
  /** How many stand before it now; null where it does not wait. */
  ahead: number | null
  isApproved: boolean
  offerUntil: Temporal.Instant | null
  /** Codes, put into words by reasons.ts. */
  reasons: readonly string[]
  note: string
  registeredAt: Temporal.Instant
  seatedAt: Temporal.Instant | null
  transferredFrom: string | null
  substituteFor: string | null
  changedAt: Temporal.Instant
}

/** A line of the history of a place, or of the event as a whole. */
export interface Decision {
  seq: number
  registrationId: string | null
  what: string
  reasons: readonly string[]
  data: Readonly<Record<string, string | number | boolean | null>>
  at: Temporal.Instant
  /** Who decided; null where the rules did, or somebody without an account. */
  by: string | null
}
