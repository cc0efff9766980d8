import { type Outcome, refuse } from '#kernel/outcome.ts'
import { type Actor, hasRole } from '#platform/http/context.ts'

export const may = {
  /** What is out everybody reads; drafts and the desk belong to the editors. */
  edit: (actor: Actor): Outcome<true> =>
    hasRole(actor, 'editor') || refuse('Meldungen schreibt nur die Redaktion des Verbunds.'),
}
