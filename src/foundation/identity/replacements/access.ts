import { mailboxOf } from '#kernel/email.ts'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { type Actor, hasRole } from '#platform/http/context.ts'
import { isMunicipal, municipalHeads, roleName } from '../roles.ts'
import type { Replacement } from './replacement.ts'

interface Place {
  name: string
  kind: string
}

const cooperative = ['office', 'administrator', 'programmeManager']

const isCooperative = (actor: Actor): boolean =>
  actor.actingFor?.kind === 'cooperative' && hasRole(actor, ...cooperative)

const isHead = (actor: Actor, organizationId: string): boolean =>
  hasRole(actor, ...municipalHeads) && actor.actingFor?.id === organizationId

/** Who replaces administrators that cannot be reached (docs/access.md); the functions of 0021-replacements.sql say the same. */
export const may = {
  isCooperative,

  /** The cooperative's three roles, and the people of the municipality it is about. */
  see: (actor: Actor): Outcome<true> =>
    isCooperative(actor) ||
    (actor.actingFor !== null && isMunicipal(actor.actingFor.kind) && actor.roles.length > 0) ||
    refuse(
      'Ob Zugänge ersetzt werden, sehen die Kommune selbst und im Verbund Programmleitung, Geschäftsstelle und Betrieb.',
    ),

  propose: (actor: Actor, place: Place): Outcome<true> => {
    if (!isCooperative(actor))
      return refuse('Zugänge ersetzen können nur Programmleitung, Geschäftsstelle und Betrieb des Verbunds.')
    return (
      isMunicipal(place.kind) ||
      refuse(`Ersetzt werden Zugänge nur bei Kommunen. Bei ${place.name} vergibt der Verbund die Aufgaben selbst.`)
    )
  },

  /** Four eyes: somebody else than who proposed, and not who becomes it. */
  confirm: (
    actor: Actor,
    { proposedBy, personId, email }: Pick<Replacement, 'proposedBy' | 'personId' | 'email'>,
  ): Outcome<true> => {
    if (!isCooperative(actor))
      return refuse('Bestätigen kann nur eine zweite Person aus Programmleitung, Geschäftsstelle oder Betrieb.')
    if (proposedBy === actor.personId)
      return refuse(
        'Den eigenen Vorschlag kann niemand bestätigen. Bitte fragen Sie jemand anderen aus dem Verbund (Programmleitung, Geschäftsstelle oder Betrieb).',
      )
    return (
      (personId !== actor.personId && (email === null || mailboxOf(email) !== mailboxOf(actor.email))) ||
      refuse('Über die eigene Aufgabe kann niemand selbst entscheiden.')
    )
  },

  object: (actor: Actor, { organizationId }: Pick<Replacement, 'organizationId'>): Outcome<true> =>
    isHead(actor, organizationId) ||
    refuse(
      `Widersprechen können „${roleName('chiefExecutive')}“ und „${roleName('organizationAdmin')}“ der Kommune, um die es geht.`,
    ),

  withdraw: (actor: Actor): Outcome<true> =>
    isCooperative(actor) ||
    refuse('Zurückziehen können das nur Programmleitung, Geschäftsstelle und Betrieb des Verbunds.'),
}
