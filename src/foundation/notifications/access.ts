import { type Outcome, refuse } from '#kernel/outcome.ts'
import { type Actor, hasRole } from '#platform/http/context.ts'

export const may = {
  /** How mail sounds and whether it arrives is the business of the office; no mail is shown. */
  tendMail: (actor: Actor): Outcome<true> =>
    hasRole(actor, 'office', 'administrator') ||
    refuse('Postausgang, Vorlagen und Briefkopf betreuen Geschäftsstelle und Betrieb des Verbunds.'),
}
