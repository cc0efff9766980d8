import { type Outcome, refuse } from '#kernel/outcome.ts'
import { type Actor, hasRole } from '#platform/http/context.ts'

/** Which pictures, the database says. */
export const may = {
  export: (actor: Actor): Outcome<true> =>
    hasRole(actor, 'observer', 'programmeManager') ||
    refuse('Die OSCAL-Datei des Landesbildes ist für das Land und die Programmleitung des Verbunds.'),
}
