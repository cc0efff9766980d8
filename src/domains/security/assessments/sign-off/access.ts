import { type Outcome, refuse } from '#kernel/outcome.ts'
import { type Actor, hasRole } from '#platform/http/context.ts'
import type { Assessment } from '../assessment.ts'
import type { Side } from '../reviews/review.ts'

const heads = ['chiefExecutive', 'securityOfficer'] as const

/** As what somebody would sign for this side; undefined for those who may not. */
function roleFor(actor: Actor, { organizationId }: Assessment, side: Side): string | undefined {
  const isOwn = actor.actingFor?.id === organizationId
  if (side === 'organization') return isOwn ? heads.find((role) => hasRole(actor, role)) : undefined
  // Whoever sees a check of another organization is assigned to it today.
  return !isOwn && hasRole(actor, 'assessor') ? 'assessor' : undefined
}

const whoSigns: Record<Side, string> = {
  organization: 'Für die Kommune unterschreiben Verwaltungsleitung oder Informationssicherheit.',
  assessor: 'Für das Prüfhaus unterschreibt, wer der Kommune zum Prüfen zugewiesen ist.',
}

export const may = {
  /** The whole check is signed, so a delegate of some lists does not see what is signed. */
  see: ({ parts }: Assessment): Outcome<true> =>
    parts === null ||
    refuse('Die Abnahme betrifft die ganze Prüfung. Sie sehen die, denen die ganze Prüfung offensteht.'),

  /** The role in which somebody signs. */
  sign: (actor: Actor, assessment: Assessment, side: Side): Outcome<string> =>
    roleFor(actor, assessment, side) ?? refuse(whoSigns[side]),

  /** The side somebody can sign for, if any. */
  sideOf: (actor: Actor, assessment: Assessment): Side | undefined =>
    (['organization', 'assessor'] as const).find((side) => roleFor(actor, assessment, side) !== undefined),

  /** Asks for a reopening and decides about the other side's wish; takes the own side's signature back. */
  speak(actor: Actor, assessment: Assessment): Outcome<Side> {
    return (
      may.sideOf(actor, assessment) ??
      refuse(
        'Das können nur, wer unterschreiben darf: von der Kommune Verwaltungsleitung und Informationssicherheit, vom Prüfhaus, wer zum Prüfen zugewiesen ist.',
      )
    )
  },
}
