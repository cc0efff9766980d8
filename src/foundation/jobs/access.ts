import { type Outcome, refuse } from '#kernel/outcome.ts'
import { type Actor, hasRole } from '#platform/http/context.ts'

export const may = {
  /** The queue belongs to whoever runs the platform; what the jobs are about is not shown. */
  tend: (actor: Actor): Outcome<true> =>
    hasRole(actor, 'administrator') || refuse('Die Aufträge des Systems sieht und betreut nur der Betrieb.'),
}
