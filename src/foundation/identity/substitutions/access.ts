import { type Outcome, refuse } from '#kernel/outcome.ts'
import { type Actor, hasRole } from '#platform/http/context.ts'
import { isMunicipal } from '../roles.ts'
import type { Substitution } from './substitution.ts'

export const may = {
  /** Municipal roles only: what an assessor signs is signed in person. */
  name: ({ actingFor, roles }: Actor): Outcome<true> => {
    if (!actingFor) return refuse('Eine Vertretung gibt es nur in einer Organisation, für die Sie handeln.')
    if (!isMunicipal(actingFor.kind))
      return refuse(
        `Vertreten lassen können sich nur Personen aus Kommunen. Bei ${actingFor.name} vergibt der Verbund die Aufgaben.`,
      )
    return (
      roles.some((role) => role !== 'member') ||
      refuse(`Sie haben bei ${actingFor.name} keine Aufgabe, in der Sie jemand vertreten könnte.`)
    )
  },

  end: (actor: Actor, { personId, deputyId }: Substitution): Outcome<true> =>
    [personId, deputyId].includes(actor.personId) ||
    hasRole(actor, 'chiefExecutive', 'organizationAdmin') ||
    refuse('Eine Vertretung beenden nur die beiden Beteiligten, Verwaltungsleitung und Zugänge.'),
}
