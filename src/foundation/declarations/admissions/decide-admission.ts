import { localDay } from '#kernel/local-day.ts'
import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { germanMoment } from '#kernel/local-day.ts'
import { record } from '#foundation/audit/index.ts'
import { holdersOf } from '#foundation/identity/index.ts'
import { notify } from '#foundation/notifications/index.ts'
import { type EnrollmentWithSteps, holdRoad, setStep } from '#foundation/programmes/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { declarationKinds } from '../notifications.ts'
import { declarationPath, letterPath, roadPath } from '../paths.ts'
import { type Declaration, standing } from '../signing/declaration.ts'
import { listDeclarations } from '../signing/queries.ts'
import { type Admission, type Decision, decisionNames } from './admission.ts'
import { listAdmissions } from './queries.ts'

export type AdmissionOutcome =
  | { decided: Decision }
  /** Somebody else has admitted it already, which is what was wanted. */
  | { there: Admission }

/**
 * Admits, refuses, or asks for a correction. The road is held: of two who admit at once the second one is told that it is done.
 */
export async function decideAdmission(
  ctx: Context,
  { id }: Pick<EnrollmentWithSteps, 'id'>,
  { decision, reason }: { decision: Decision; reason: string },
): Promise<Outcome<AdmissionOutcome>> {
  const road = await holdRoad(ctx, id)
  if (!road) return refuse('Diese Teilnahme gibt es nicht.')
  if (road.state === 'withdrawn') return refuse('Die Teilnahme ist beendet. Entschieden ist nichts.')
  const declaration = standing(await listDeclarations(ctx.db, id))
  const admitted = (await listAdmissions(ctx.db, id)).find(
    (one) => one.decision === 'admitted' && one.declarationId === (declaration?.id ?? null),
  )
  if (admitted)
    return decision === 'admitted'
      ? { there: admitted }
      : refuse(
          `${admitted.decidedByName ?? 'Jemand'} hat ${road.organizationName} schon zugelassen (${germanMoment(admitted.decidedAt, ctx.now)}). Geändert ist nichts.`,
        )
  const wrong = hindrance(road, declaration, decision, reason)
  if (wrong) return wrong
  await insert(ctx, road, declaration, { decision, reason })
  const moved = await moveOn(ctx, road, { decision, reason })
  if (isRefusal(moved)) return moved
  await record(ctx, 'admission.decided', {
    organizationId: road.organizationId,
    subjectId: road.id,
    data: { programme: road.programmeName, decision: decisionNames[decision] },
  })
  await tell(ctx, road, { decision, reason })
  return { decided: decision }
}

function hindrance(
  road: EnrollmentWithSteps,
  declaration: Declaration | undefined,
  decision: Decision,
  reason: string,
) {
  const declared = road.steps.find(({ key }) => key === 'declaration')
  if (!declaration && declared?.state !== 'done')
    return refuse(`${road.organizationName} hat die Teilnahme noch nicht erklärt. Entschieden ist nichts.`)
  return decision !== 'admitted' && reason === ''
    ? refuse('Entschieden ist noch nichts. Bitte ändern Sie eine Angabe.', [
        { path: 'reason', message: 'Bitte sagen Sie, warum. Das liest auch die Kommune.' },
      ])
    : undefined
}

const insert = (
  { db, now, actor }: Context,
  road: EnrollmentWithSteps,
  declaration: Declaration | undefined,
  { decision, reason }: { decision: Decision; reason: string },
): Promise<unknown> =>
  db
    .insertInto('declarations.admission')
    .values({
      id: newId(),
      enrollment_id: road.id,
      organization_id: road.organizationId,
      programme_id: road.programmeId,
      declaration_id: declaration?.id ?? null,
      decision,
      decided_by: actor.personId,
      decided_at: now.toString(),
      reason,
    })
    .execute()

async function moveOn(
  ctx: Context,
  road: EnrollmentWithSteps,
  { decision, reason }: { decision: Decision; reason: string },
): Promise<Outcome<true>> {
  const step = road.steps.find(({ key }) => key === 'admission')
  if (!step || step.state === 'done') return true
  const moved = await setStep(
    ctx,
    road,
    'admission',
    decision === 'admitted'
      ? { state: 'done', onDay: localDay(ctx.now).toString() }
      : {
          state: 'open',
          waitingFor: 'organization',
          missing: `${decision === 'refused' ? 'Abgelehnt' : 'Erklärung berichtigen'}: ${reason}`.slice(0, 300),
        },
    'deed',
  )
  return isRefusal(moved) ? moved : true
}

async function tell(
  ctx: Context,
  road: EnrollmentWithSteps,
  { decision, reason }: { decision: Decision; reason: string },
): Promise<void> {
  const roles = ['chiefExecutive', 'securityOfficer', 'organizationAdmin']
  // Admitted, the road says what comes next and holds the letter; else the declaration is what has to be seen to.
  const url = decision === 'admitted' ? roadPath(road.id) : declarationPath(road.id)
  const data = { kommune: road.organizationName, programm: road.programmeName, adresse: url }
  await notify(ctx, {
    personIds: await holdersOf(ctx.db, {
      organizationId: road.organizationId,
      roles,
      today: localDay(ctx.now).toString(),
    }),
    kind: declarationKinds.admissionDecided,
    title:
      decision === 'admitted'
        ? `${road.organizationName} ist zu „${road.programmeName}“ zugelassen. Die Bestätigung liegt bereit.`
        : `Ihre Erklärung zu „${road.programmeName}“: ${decisionNames[decision]}.`,
    url,
    organizationId: road.organizationId,
    mail:
      decision === 'admitted'
        ? {
            template: 'declarations.admitted',
            data: { ...data, wer: ctx.actor.name, bestaetigung: letterPath(road.id) },
          }
        : {
            template: 'declarations.notAdmitted',
            data: { ...data, entscheidung: decisionNames[decision], grund: reason },
          },
  })
}
