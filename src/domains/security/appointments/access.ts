import { type Outcome, refuse } from '#kernel/outcome.ts'
import { takesPart } from '#foundation/programmes/index.ts'
import { type Actor, hasRole } from '#platform/http/context.ts'
import type { Appointment, Side } from './appointment.ts'

type Place = Pick<Appointment, 'organizationId' | 'isLed'>

const isOwn = (actor: Actor, { organizationId }: Pick<Place, 'organizationId'>): boolean =>
  actor.actingFor?.id === organizationId

/** Whoever sees the road of another organization without working in the programme is assigned to it today. */
const isAssessor = (actor: Actor, place: Place): boolean => hasRole(actor, 'assessor') && !isOwn(actor, place)

/** For which side somebody speaks; undefined for those who only look. */
export function sideOf(actor: Actor, place: Place): Side | undefined {
  if (isOwn(actor, place)) return hasRole(actor, ...takesPart) ? 'organization' : undefined
  return place.isLed || isAssessor(actor, place) ? 'programme' : undefined
}

export const may = {
  /** The own days of an assessor. */
  travel: (actor: Actor): Outcome<true> =>
    hasRole(actor, 'assessor') || refuse('Den Tagesplan gibt es für Prüferinnen und Prüfer mit einer Zuweisung.'),

  propose: (actor: Actor, place: Place): Outcome<true> =>
    sideOf(actor, place) === 'programme' ||
    refuse('Termine schlägt vor, wer hier prüft oder das Programm leitet. Sie wählen danach aus.'),

  /** Choosing, declining, cancelling: whoever speaks for a side; whose turn it is says the state. */
  answer: (actor: Actor, place: Place): Outcome<Side> =>
    sideOf(actor, place) ??
    refuse('Über Termine entscheiden Verwaltungsleitung, Informationssicherheit, IT und wer sonst für die Kommune spricht, wer hier prüft und wer das Programm leitet.'), // prettier-ignore

  /** None of these times, or no longer the one that was chosen. */
  decline: (actor: Actor, place: Place): Outcome<true> =>
    sideOf(actor, place) === 'organization' ||
    refuse('Um andere Zeiten bittet, wer für die Kommune spricht. Sie selbst schlagen neue Zeiten vor oder sagen ab.'),

  /** New times, and that it was held. */
  tend: (actor: Actor, place: Place): Outcome<true> =>
    sideOf(actor, place) === 'programme' ||
    refuse('Das tut, wer hier prüft oder das Programm leitet. Passt Ihnen ein Zeitpunkt nicht, schlagen Sie andere vor.'), // prettier-ignore

  lead: ({ isLed }: { isLed: boolean }): Outcome<true> =>
    isLed || refuse('Den Auftakt legt an, wer dieses Programm leitet.'),
}
