import { type Outcome, refuse } from '#kernel/outcome.ts'
import { type Actor, hasRole } from '#platform/http/context.ts'
import type { Assessment } from '../assessment.ts'

const answering = ['chiefExecutive', 'securityOfficer', 'itStaff']

export const may = {
  /** Whoever answers the whole check; the database asks the same (security.migrate_assessment). */
  migrate: (actor: Actor, { organizationId, parts }: Assessment): Outcome<true> =>
    (hasRole(actor, ...answering) && actor.actingFor?.id === organizationId && parts === null) ||
    refuse(
      'Eine Prüfung in eine neue Fassung überführen können nur Verwaltungsleitung, Informationssicherheit und IT der eigenen Organisation.',
    ),

  /** What was moved speaks about the whole check. */
  see: ({ parts }: Assessment): Outcome<true> =>
    parts === null ||
    refuse(
      'Die Überführung betrifft die ganze Prüfung. Ihnen sind einzelne Listen übertragen; sie sind mit umgezogen.',
    ),
}
