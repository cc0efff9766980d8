import { type Outcome, refuse } from '#kernel/outcome.ts'
import { type Actor, hasRole } from '#platform/http/context.ts'
import type { Assessment } from '../assessment.ts'
import type { Delegation } from './delegation.ts'

const delegating = ['chiefExecutive', 'securityOfficer', 'itStaff']

export const may = {
  delegate: (actor: Actor, { organizationId }: Assessment): Outcome<true> =>
    (hasRole(actor, ...delegating) && actor.actingFor?.id === organizationId) ||
    refuse('Listen weitergeben können nur Verwaltungsleitung, Informationssicherheit und IT der eigenen Organisation.'),

  /** Taken back by own staff, given back by whoever has it. */
  end: (actor: Actor, { personId, organizationId }: Delegation): Outcome<true> =>
    personId === actor.personId ||
    (hasRole(actor, ...delegating) && actor.actingFor?.id === organizationId) ||
    refuse('Beenden können das nur die Person selbst, Verwaltungsleitung, Informationssicherheit und IT.'),
}
