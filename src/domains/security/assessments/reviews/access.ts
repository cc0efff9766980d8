import { type Outcome, refuse } from '#kernel/outcome.ts'
import { type Actor, hasRole } from '#platform/http/context.ts'
import type { Assessment } from '../assessment.ts'
import type { Side } from './review.ts'

const answering = ['chiefExecutive', 'securityOfficer', 'itStaff']

const isAssessor = (actor: Actor, { organizationId }: Assessment): boolean =>
  actor.actingFor?.id !== organizationId && hasRole(actor, 'assessor')

export const may = {
  /** Whoever sees a check of another organization is assigned to it today. */
  review: (actor: Actor, assessment: Assessment): Outcome<true> =>
    isAssessor(actor, assessment) || refuse('Bestätigen und bestreiten kann nur, wer zum Prüfen zugewiesen ist.'),

  /** For which side somebody speaks about this question. */
  remark(actor: Actor, assessment: Assessment, topKey: string): Outcome<Side> {
    if (isAssessor(actor, assessment)) return 'assessor'
    const isOwn = actor.actingFor?.id === assessment.organizationId
    return isOwn && (hasRole(actor, ...answering) || (assessment.parts ?? []).includes(topKey))
      ? 'organization'
      : refuse(
          'Dazu schreiben können, wer zum Prüfen zugewiesen ist, und von der Kommune Verwaltungsleitung, Informationssicherheit, IT und wem die Liste übertragen ist.',
        )
  },
}
