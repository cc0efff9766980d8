import { type Outcome, refuse } from '#kernel/outcome.ts'
import { type Actor, hasRole } from '#platform/http/context.ts'

export const may = {
  /** Requests of persons about their data, and the terms: the cooperative's administrator. */
  tend: (actor: Actor): Outcome<true> =>
    hasRole(actor, 'administrator') ||
    refuse('Auskünfte und Löschungen auf Verlangen bearbeitet der Betrieb des Verbunds.'),
}
