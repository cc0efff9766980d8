import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { notify } from '#foundation/notifications/index.ts'
import { type EnrollmentWithSteps, holdRoad, setStep } from '#foundation/programmes/index.ts'
import type { Context } from '#platform/http/context.ts'
import { leadersOf } from '../interests/queries.ts'
import { declarationKinds } from '../notifications.ts'
import { declarationPath } from '../paths.ts'
import { standing } from './declaration.ts'
import { listDeclarations } from './queries.ts'

/** Takes a declaration back while nobody has admitted the municipality. It stays readable. */
export async function withdrawDeclaration(
  ctx: Context,
  { id }: Pick<EnrollmentWithSteps, 'id'>,
  reason: string,
): Promise<Outcome<true>> {
  const road = await holdRoad(ctx, id)
  const there = road && standing(await listDeclarations(ctx.db, id))
  if (!road || !there) return refuse('Hier steht keine Erklärung, die sich zurücknehmen lässt.')
  if (road.steps.find(({ key }) => key === 'admission')?.state === 'done')
    return refuse(
      'Die Kommune ist schon zugelassen. Zurücknehmen lässt sich die Erklärung nicht mehr; wer nicht mehr teilnehmen will, beendet die Teilnahme.',
    )
  const { db, now, actor } = ctx
  const written = await db
    .updateTable('declarations.declaration')
    .set({ withdrawn_at: now.toString(), withdrawn_by: actor.personId, withdrawal_reason: reason })
    .where('id', '=', there.id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (written.numUpdatedRows !== 1n) throw new Error('row-level security kept a declaration, though may said yes')
  if (road.steps.some(({ key }) => key === 'declaration')) {
    const moved = await setStep(ctx, road, 'declaration', { state: 'open', onDay: null }, 'deed')
    if (isRefusal(moved)) return moved
  }
  await record(ctx, 'declaration.withdrawn', {
    organizationId: road.organizationId,
    subjectId: there.id,
    data: { programme: road.programmeName },
  })
  await notify(ctx, {
    personIds: (await leadersOf(db, road.programmeId)).filter((person) => person !== actor.personId),
    kind: declarationKinds.declared,
    title: `${road.organizationName} hat die Erklärung zu „${road.programmeName}“ zurückgenommen.`,
    url: declarationPath(road.id),
    organizationId: road.organizationId,
  })
  return true
}
