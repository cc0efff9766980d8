import { type Outcome, refuse } from '#kernel/outcome.ts'
import { type Actor, hasRole } from '#platform/http/context.ts'
import { isMunicipal } from '../roles.ts'
import type { Assignment } from './assignment.ts'

export const may = {
  /** Assessors come from contractors; who reads where is decided by the programme managers (docs/access.md, Roles). */
  assign: (actor: Actor): Outcome<true> =>
    hasRole(actor, 'programmeManager') || refuse('Wer wo prüft, legt nur die Programmleitung des Verbunds fest.'),

  /** The own people see who may read at their organization. */
  seeReaders: ({ actingFor, roles }: Actor): Outcome<true> =>
    (actingFor !== null && isMunicipal(actingFor.kind) && roles.length > 0) ||
    refuse('Wer lesen darf, sehen die Beschäftigten der Kommune, um die es geht.'),

  seeReadings: (actor: Actor): boolean => hasRole(actor, 'chiefExecutive', 'securityOfficer', 'organizationAdmin'),

  object: (actor: Actor, { organizationId }: Pick<Assignment, 'organizationId'>): Outcome<true> =>
    (hasRole(actor, 'chiefExecutive', 'securityOfficer') && actor.actingFor?.id === organizationId) ||
    refuse('Widersprechen können Verwaltungsleitung und Informationssicherheit der Kommune.'),
}
