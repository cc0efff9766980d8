import { type Outcome, refuse } from '#kernel/outcome.ts'
import { type Actor, hasRole } from '#platform/http/context.ts'
import { purposesFor } from './purposes.ts'

/** Whose word it is. */
export const deciders = ['chiefExecutive']

export const may = {
  /** State and history: everybody who has a task at an organization that is asked. */
  see: ({ actingFor, roles }: Actor): Outcome<true> => {
    if (!actingFor) return refuse('Einwilligungen gibt eine Kommune. Bitte wählen Sie zuerst, für welche Sie handeln.')
    return (
      (purposesFor(actingFor.kind).length > 0 && roles.length > 0) ||
      refuse(`Um eine Einwilligung werden Kommunen gebeten. ${actingFor.name} ist keine, die gefragt wird.`)
    )
  },

  decide: (actor: Actor): Outcome<true> =>
    hasRole(actor, ...deciders) ||
    refuse(
      actor.actingFor
        ? `Einwilligungen gibt und widerruft nur die Verwaltungsleitung von ${actor.actingFor.name}.`
        : 'Einwilligungen gibt und widerruft nur die Verwaltungsleitung einer Kommune.',
    ),
}
