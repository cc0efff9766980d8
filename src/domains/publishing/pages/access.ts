import { type Outcome, refuse } from '#kernel/outcome.ts'
import { type Actor, hasRole } from '#platform/http/context.ts'

export const may = {
  /** Imprint, privacy notice and the like are the cooperative's word to everybody. */
  word: (actor: Actor): Outcome<true> =>
    hasRole(actor, 'editor', 'office', 'administrator') ||
    refuse('Die öffentlichen Seiten ändern nur Redaktion, Geschäftsstelle und Betrieb des Verbunds.'),

  answer: (actor: Actor): Outcome<true> =>
    hasRole(actor, 'editor', 'office') ||
    refuse('Meldungen zu Barrieren lesen und beantworten nur Redaktion und Geschäftsstelle des Verbunds.'),
}
