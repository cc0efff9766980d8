import { type EnrollmentWithSteps, takesPart } from '#foundation/programmes/index.ts'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { type Actor, hasRole } from '#platform/http/context.ts'
import type { Side } from './side.ts'

type Road = Pick<EnrollmentWithSteps, 'organizationId' | 'state'>

const isOwn = (actor: Actor, { organizationId }: Pick<Road, 'organizationId'>): boolean =>
  actor.actingFor?.id === organizationId

const ended = 'Die Teilnahme ist beendet. Geändert ist nichts; nach einem Wiedereintritt geht es hier weiter.'

export const may = {
  /** For which side somebody speaks; undefined for those who only see how far it is. An assessor sees assigned roads alone. */
  sideOf(actor: Actor, road: Pick<Road, 'organizationId'>): Side | undefined {
    if (isOwn(actor, road)) return hasRole(actor, ...takesPart) ? 'organization' : undefined
    return hasRole(actor, 'assessor') ? 'assessor' : undefined
  },

  /** Files, findings, samples, reports: content of the municipality. Others see states. */
  see: (actor: Actor, road: Road): Outcome<Side> =>
    may.sideOf(actor, road) ??
    refuse('Den Inhalt sehen die Kommune und das Prüfhaus, das ihr zugewiesen ist. Sie sehen hier den Stand.'),

  /** What the municipality does: hand in, say that something does not exist, comment, ask for changes. */
  actForOrganization: (actor: Actor, road: Road): Outcome<true> => by(actor, road, 'organization'),

  /** What the assessor does: review, write samples, deliver reports. */
  actForAssessor: (actor: Actor, road: Road): Outcome<true> => by(actor, road, 'assessor'),

  /** Both, each for the own side. */
  act(actor: Actor, road: Road): Outcome<Side> {
    const side = may.sideOf(actor, road)
    if (!side) return refuse(whoActs.both)
    return road.state === 'withdrawn' ? refuse(ended) : side
  },

  /** As what somebody accepts a report; the signature says it. */
  accept(actor: Actor, road: Road): Outcome<string> {
    const role = isOwn(actor, road)
      ? (['chiefExecutive', 'securityOfficer'] as const).find((one) => hasRole(actor, one))
      : undefined
    if (!role)
      return refuse(
        'Den Bericht nimmt die Kommune ab: Verwaltungsleitung oder Informationssicherheit. Gespeichert ist nichts.',
      )
    return road.state === 'withdrawn' ? refuse(ended) : role
  },
}

const whoActs = {
  organization: 'Das macht die Kommune selbst. Geändert ist nichts.',
  assessor: 'Das macht, wer der Kommune zum Prüfen zugewiesen ist. Geändert ist nichts.',
  both: 'Das machen die Kommune und das Prüfhaus, das ihr zugewiesen ist. Geändert ist nichts.',
}

function by(actor: Actor, road: Road, side: Side): Outcome<true> {
  if (may.sideOf(actor, road) !== side) return refuse(whoActs[side])
  return road.state === 'withdrawn' ? refuse(ended) : true
}
