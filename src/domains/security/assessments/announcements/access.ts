import { type Outcome, refuse } from '#kernel/outcome.ts'
import { type Actor, hasRole } from '#platform/http/context.ts'

/** Who imports catalogs says which version counts from now on. */
export const announcing = ['programmeManager', 'office']

export const may = {
  announce: (actor: Actor): Outcome<true> =>
    hasRole(actor, ...announcing) ||
    refuse('Eine Umstellung ankündigen können nur Programmleitung und Geschäftsstelle des Verbunds.'),
}
