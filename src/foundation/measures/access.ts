import { takesPart } from '#foundation/programmes/index.ts'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { type Actor, hasRole } from '#platform/http/context.ts'

interface Whose {
  organizationId: string
}

/** Own staff: who speaks for the municipality towards a programme too. */
export const keepers = takesPart
/** They read too, and write nothing. */
const readers = [...keepers, 'dataProtectionOfficer'] as const

const isOwn = (actor: Actor, { organizationId }: Whose): boolean => actor.actingFor?.id === organizationId

export const may = {
  /** Whether somebody has a list of measures of their own at all. */
  keepList: (actor: Actor): boolean => actor.actingFor !== null && hasRole(actor, ...readers),

  /** Who finds something in the list: own staff, the assessor, who leads programmes. */
  seeList: (actor: Actor): boolean =>
    (may.keepList(actor) && actor.actingFor?.kind !== 'cooperative') ||
    hasRole(actor, 'assessor', 'programmeManager', 'guide'),

  /** Adding, editing, moving, proof: own staff. */
  keep: (actor: Actor, measure: Whose): Outcome<true> =>
    (isOwn(actor, measure) && hasRole(actor, ...keepers)) ||
    refuse(
      'Maßnahmen führt die Kommune selbst: Verwaltungsleitung, Informationssicherheit, IT, Hauptamt und Digital-Navigator. Geändert ist nichts.',
    ),

  /** Assessor and guide propose; which municipalities are theirs the database knows. */
  propose: (actor: Actor, { organizationId }: Whose): Outcome<true> =>
    may.keep(actor, { organizationId }) === true ||
    (!isOwn(actor, { organizationId }) && hasRole(actor, 'assessor', 'guide')) ||
    refuse(
      'Maßnahmen schlagen die Kommune selbst, ihr Prüfhaus und ihre Digital-Lotsin oder ihr Digital-Lotse vor. Gespeichert ist nichts.',
    ),

  /** Templates: own staff, and the cooperative for all. */
  give: (actor: Actor): Outcome<true> =>
    (actor.actingFor !== null && hasRole(actor, ...keepers, 'programmeManager', 'guide')) ||
    refuse('Vorlagen gibt, wer Maßnahmen einer Kommune führt oder im Verbund ein Programm leitet oder betreut.'),

  takeBack: (actor: Actor, { giverId }: { giverId: string }): Outcome<true> =>
    (actor.actingFor?.id === giverId && may.give(actor) === true) ||
    refuse('Eine Vorlage nimmt nur zurück, wer sie gegeben hat.'),
}
