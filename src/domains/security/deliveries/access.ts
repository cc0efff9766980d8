import { type Outcome, refuse } from '#kernel/outcome.ts'
import { type EnrollmentWithSteps, takesPart } from '#foundation/programmes/index.ts'
import { type Actor, hasRole } from '#platform/http/context.ts'

interface Matter {
  organizationId: string
  contractorId: string | null
}

const isOwn = ({ actingFor }: Actor, { organizationId }: Pick<Matter, 'organizationId'>): boolean =>
  actingFor?.id === organizationId

const ended = 'Die Teilnahme ist beendet. Geändert ist nichts.'

export const may = {
  /** The office of a contractor: its own orders alone. */
  supply: (actor: Actor): boolean => actor.actingFor?.kind === 'contractor' && hasRole(actor, 'contractorOffice'),

  /** Who has a list of orders: the office of a contractor, and those who lead programmes. */
  seeAll: (actor: Actor): boolean => may.supply(actor) || hasRole(actor, 'programmeManager'),

  /** Places, commissions, withdraws and changes orders. */
  lead: (road: Pick<EnrollmentWithSteps, 'isLed'> | undefined): Outcome<true> =>
    road?.isLed || refuse('Bestellen und beauftragen kann nur, wer das Programm leitet.'),

  deliver: (actor: Actor, { contractorId }: Pick<Matter, 'contractorId'>): Outcome<true> =>
    (actor.actingFor !== null && actor.actingFor.id === contractorId && hasRole(actor, 'contractorOffice')) ||
    refuse('Was erbracht ist, meldet die Auftragsabwicklung des Dienstleisters. Gespeichert ist nichts.'),

  /** Prepares acceptances, takes them back, notes what was put right. */
  prepare(actor: Actor, matter: Pick<Matter, 'organizationId'>): Outcome<true> {
    return (
      (isOwn(actor, matter) && hasRole(actor, ...takesPart)) ||
      refuse('Über die Abnahme entscheidet die Kommune selbst. Gespeichert ist nichts.')
    )
  },

  /** As what somebody signs for the municipality; the signature says it. */
  sign(actor: Actor, matter: Pick<Matter, 'organizationId'>): Outcome<string> {
    return isOwn(actor, matter) && hasRole(actor, 'chiefExecutive')
      ? 'chiefExecutive'
      : refuse('Die Abnahme unterschreibt die Verwaltungsleitung der Kommune. Gespeichert ist nichts.')
  },

  /** The second pair of eyes belongs to another organization. */
  countersign(
    actor: Actor,
    matter: Pick<Matter, 'organizationId'> & { signedBy?: string | null },
    road: Pick<EnrollmentWithSteps, 'isLed'>,
  ): Outcome<string> {
    if (!road.isLed || isOwn(actor, matter))
      return refuse('Gegengezeichnet wird vom Verbund: von denen, die das Programm leiten. Gespeichert ist nichts.')
    return matter.signedBy === actor.personId
      ? refuse('Wer für die Kommune unterschrieben hat, zeichnet nicht gegen. Gespeichert ist nichts.')
      : 'programmeManager'
  },

  /** Nothing more is decided on a road that was left. */
  goOn: ({ state }: Pick<EnrollmentWithSteps, 'state'>): Outcome<true> =>
    state === 'withdrawn' ? refuse(ended) : true,
}
