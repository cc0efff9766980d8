import { type Outcome, refuse } from '#kernel/outcome.ts'
import { type Actor, hasRole } from '#platform/http/context.ts'

const writers = ['programmeManager', 'office', 'administrator']

export const may = {
  /** Organizations are master data of the cooperative (access.md, Nouns). */
  maintain: (actor: Actor): Outcome<true> =>
    hasRole(actor, ...writers) ||
    refuse('Organisationen anlegen und ändern können nur Programmleitung, Geschäftsstelle und Betrieb des Verbunds.'),
}
