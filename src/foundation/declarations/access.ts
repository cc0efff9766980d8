import { type Outcome, refuse } from '#kernel/outcome.ts'
import { type Actor, hasRole } from '#platform/http/context.ts'
import { takesPart } from '#foundation/programmes/index.ts'

interface Road {
  organizationId: string
  organizationName: string
  /** Whether whoever asks leads the programme. */
  isLed: boolean
}

const isOwn = (actor: Actor, { organizationId }: Pick<Road, 'organizationId'>): boolean =>
  actor.actingFor?.id === organizationId

const speaks = (actor: Actor, road: Pick<Road, 'organizationId'>): boolean =>
  isOwn(actor, road) && hasRole(actor, ...takesPart)

const heads = (actor: Actor, road: Pick<Road, 'organizationId'>): boolean =>
  isOwn(actor, road) && hasRole(actor, 'chiefExecutive')

export const may = {
  /** Interests hold names and addresses of people without an account. */
  seeInterests: ({ isSeen }: { isSeen: boolean }): Outcome<true> =>
    isSeen || refuse('Interessenbekundungen sieht nur, wer dieses Programm leitet oder darin betreut.'),

  decideInterests: ({ isLed }: { isLed: boolean }): Outcome<true> =>
    isLed || refuse('Übernehmen und absagen kann nur, wer dieses Programm leitet.'),

  joinFor: (actor: Actor): Outcome<true> =>
    hasRole(actor, ...takesPart) ||
    refuse(
      'Interesse erklären können Verwaltungsleitung, Informationssicherheit, IT, Navigator, Amtsleitung und wer die Zugänge verwaltet.',
    ),

  /** Obliges the whole town hall. */
  sign: (actor: Actor, road: Road): Outcome<true> =>
    heads(actor, road) ||
    refuse(`Unterschreiben kann im Portal nur die Verwaltungsleitung von ${road.organizationName}.`),

  recordPaper: (actor: Actor, road: Road): Outcome<true> =>
    road.isLed ||
    speaks(actor, road) ||
    refuse(`Ein unterschriebenes Papier legen ${road.organizationName} selbst und die Programmleitung ab.`),

  withdraw: (actor: Actor, road: Road): Outcome<true> =>
    road.isLed ||
    heads(actor, road) ||
    refuse(
      `Zurücknehmen können die Erklärung die Verwaltungsleitung von ${road.organizationName} und die Programmleitung.`,
    ),

  admit: ({ isLed }: Pick<Road, 'isLed'>): Outcome<true> =>
    isLed || refuse('Zulassen kann nur, wer dieses Programm leitet.'),

  /** For the files of the town hall, and for those who answer its questions. */
  readLetter: (
    actor: Actor,
    road: Pick<Road, 'organizationId' | 'organizationName'> & { isSeen: boolean },
  ): Outcome<true> =>
    road.isSeen ||
    isOwn(actor, road) ||
    refuse(`Die Bestätigung bekommen ${road.organizationName} selbst und wer das Programm leitet oder betreut.`),

  endAgreement: (actor: Actor, road: Road): Outcome<true> =>
    road.isLed ||
    speaks(actor, road) ||
    refuse(`Vereinbarungen pflegen ${road.organizationName} selbst und die Programmleitung.`),
}
