import type { Temporal } from 'temporal-polyfill'
import type { Event } from '../event/event.ts'
import { whyInSentences } from '../places/reasons.ts'
import type { Registration } from '../places/registration.ts'
import { countInWords, momentInWords } from './rules-in-words.ts'

type Waiting = Pick<Registration, 'state' | 'reasons' | 'organization' | 'isApproved' | 'registeredAt' | 'ahead'>

/** Numbered sentences for somebody who waits; `isOwn` speaks to the reader, otherwise of a colleague. */
export function whyNoSeat(
  place: Waiting,
  event: Pick<Event, 'capacity' | 'perOrganization' | 'populationQuota' | 'offerStopHours'>,
  { filledAt, isOwn }: { filledAt: Temporal.Instant | undefined; isOwn: boolean },
): string[] {
  const isFull = place.reasons.includes('full') && filledAt !== undefined
  const others = place.reasons.filter((reason) => !(isFull && reason === 'full'))
  const said = isFull && others.length === 0 ? [] : whyInSentences({ ...place, reasons: others }, event)
  if (!isFull) return said
  return [
    `${seatsWere(event)} am ${momentInWords(filledAt)} vergeben. ${isOwn ? 'Ihre' : 'Diese'} Anmeldung kam am ${momentInWords(place.registeredAt)}.`,
    ...said,
  ]
}

function seatsWere({ capacity }: Pick<Event, 'capacity'>): string {
  if (capacity === 1) return 'Der einzige Platz war'
  if (capacity === 2) return 'Beide Plätze waren'
  return capacity === null ? 'Alle Plätze waren' : `Alle ${capacity} Plätze waren`
}

/** How many stand before a place; never who. */
export function aheadInWords({ ahead }: Pick<Registration, 'ahead'>, isOwn: boolean): string {
  const before = isOwn ? 'Vor Ihnen' : 'Davor'
  if (ahead === null) return ''
  if (ahead === 0) return isOwn ? 'Vor Ihnen wartet niemand.' : 'Davor wartet niemand.'
  return ahead === 1 ? `${before} wartet eine Anmeldung.` : `${before} warten ${countInWords(ahead)} Anmeldungen.`
}
