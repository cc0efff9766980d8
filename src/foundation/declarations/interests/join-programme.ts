import { localDay } from '#kernel/local-day.ts'
import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { notify } from '#foundation/notifications/index.ts'
import { enroll, findRoad, type Programme, settleStep } from '#foundation/programmes/index.ts'
import type { Context, Place } from '#platform/http/context.ts'
import { declarationKinds } from '../notifications.ts'
import { declarationPath } from '../paths.ts'
import { closedBecause } from './interest.ts'
import { leadersOf } from './queries.ts'

/** One click of somebody who speaks for a municipality: it is on the road, and its interest is declared. Twice changes nothing. */
export async function joinProgramme(
  ctx: Context,
  programme: Programme,
  place: Place,
): Promise<Outcome<{ enrollmentId: string; isNew: boolean }>> {
  const closed =
    programme.state === 'running'
      ? closedBecause(programme, localDay(ctx.now).toString())
      : `„${programme.name}“ läuft nicht.`
  const there = await findRoad(ctx.db, { organizationId: place.id, programmeId: programme.id })
  if (closed && !there) return refuse(`${closed} Eingetragen ist nichts.`)
  const outcome = there ? undefined : await enroll(ctx, programme, place)
  if (isRefusal(outcome)) return outcome
  const road = there ?? (await findRoad(ctx.db, { organizationId: place.id, programmeId: programme.id }))
  if (!road) throw new Error('the road that was begun is not visible')
  const isDone = road.steps.find(({ key }) => key === 'interest')?.state === 'done'
  const settled = isDone
    ? 'same'
    : await settleStep(ctx, road, 'interest', { state: 'done', onDay: localDay(ctx.now).toString() })
  if (isRefusal(settled)) return settled
  const isNew = outcome !== undefined && 'enrolled' in outcome
  if (isNew)
    await notify(ctx, {
      personIds: await leadersOf(ctx.db, programme.id),
      kind: declarationKinds.interestDeclared,
      title: `${place.name} nimmt an „${programme.name}“ teil und bereitet die Erklärung vor.`,
      url: declarationPath(road.id),
      organizationId: place.id,
    })
  return { enrollmentId: road.id, isNew }
}
