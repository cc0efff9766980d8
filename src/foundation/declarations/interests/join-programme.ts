import { localDay } from '#kernel/local-day.ts'
import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { notify } from '#foundation/notifications/index.ts'
import { enroll, type EnrollmentWithSteps, findRoad, type Programme, setStep } from '#foundation/programmes/index.ts'
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
  if (there) return declareOn(ctx, there)
  if (closed) return refuse(`${closed} Eingetragen ist nichts.`)
  const outcome = await enroll(ctx, programme, place, { interestOn: localDay(ctx.now).toString() })
  if (isRefusal(outcome)) return outcome
  if ('there' in outcome) return joinProgramme(ctx, programme, place) // somebody was faster by a moment
  await notify(ctx, {
    personIds: await leadersOf(ctx.db, programme.id),
    kind: declarationKinds.interestDeclared,
    title: `${place.name} nimmt an „${programme.name}“ teil und bereitet die Erklärung vor.`,
    url: declarationPath(outcome.enrolled),
    organizationId: place.id,
  })
  return { enrollmentId: outcome.enrolled, isNew: true }
}

/** On the road already: only the step may be open. */
async function declareOn(
  ctx: Context,
  { id, steps }: EnrollmentWithSteps,
): Promise<Outcome<{ enrollmentId: string; isNew: boolean }>> {
  const interest = steps.find(({ key }) => key === 'interest')
  if (interest && interest.state !== 'done') {
    const set = await setStep(ctx, { id }, 'interest', { state: 'done', onDay: localDay(ctx.now).toString() }, 'deed')
    if (isRefusal(set)) return set
  }
  return { enrollmentId: id, isNew: false }
}
