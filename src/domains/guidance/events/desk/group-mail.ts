import { Temporal } from 'temporal-polyfill'
import type { Event, EventDate } from '../event/event.ts'
import { isActive, type Registration } from '../places/registration.ts'

export const audiences = ['confirmed', 'waiting', 'offered', 'everybody', 'absent'] as const
export type Audience = (typeof audiences)[number]

export const audienceInWords: Record<Audience, string> = {
  confirmed: 'Alle mit bestätigtem Platz',
  waiting: 'Alle auf der Warteliste',
  offered: 'Alle mit angebotenem Platz',
  everybody: 'Alle Angemeldeten',
  absent: 'Wer beim letzten Termin gefehlt hat',
}

export interface GroupMail {
  id: string
  audience: Audience
  subject: string
  text: string
  sentAt: Temporal.Instant
  sentBy: string | null
  recipients: number
}

/** The last date that is over and was held. */
export const lastHeld = ({ dates }: Pick<Event, 'dates'>, now: Temporal.Instant): EventDate | undefined =>
  dates.findLast(({ endsAt, cancelledAt }) => cancelledAt === null && Temporal.Instant.compare(endsAt, now) <= 0)

/** Whom a mail reaches: `present` of the last date, undefined where nothing was recorded there. Guests without an address get none. */
export function recipientsOf(
  places: readonly Registration[],
  audience: Audience,
  present: ReadonlySet<string> | undefined,
): Registration[] {
  const reachable = places.filter(({ personId, guestEmail }) => personId !== null || guestEmail !== '')
  switch (audience) {
    case 'confirmed':
    case 'waiting':
    case 'offered':
      return reachable.filter(({ state }) => state === audience)
    case 'everybody':
      return reachable.filter(({ state }) => isActive(state))
    case 'absent':
      return reachable.filter(({ id, state }) => state === 'confirmed' && present !== undefined && !present.has(id))
  }
}
