import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { type EnrollmentWithSteps, setStep } from '#foundation/programmes/index.ts'
import type { Context } from '#platform/http/context.ts'
import { tellSide } from '../tell-side.ts'
import { findClosing, listSpotChecks } from './queries.ts'

/** Closes the protocol: the step is done, and nothing in it changes from then on. The step holds the road, so nobody writes meanwhile. */
export async function closeProtocol(ctx: Context, road: EnrollmentWithSteps): Promise<Outcome<'closed' | 'same'>> {
  const set = await setStep(ctx, road, 'spotChecks', { state: 'done' }, 'deed')
  if (isRefusal(set)) return set
  if (await findClosing(ctx.db, road.id)) return 'same'
  if ((await listSpotChecks(ctx.db, road.id)).length === 0)
    return refuse('Im Protokoll steht noch keine Stichprobe. Abgeschlossen ist nichts.')
  const { organizationId, programmeId, id } = road
  await ctx.db
    .insertInto('participation.spot_protocol')
    .values({
      enrollment_id: id,
      organization_id: organizationId,
      programme_id: programmeId,
      closed_by: ctx.actor.personId,
      closed_at: ctx.now.toString(),
    })
    .execute()
  await record(ctx, 'spotChecks.closed', { organizationId, subjectId: id })
  await tellSide(ctx, { enrollmentId: id }, 'spotChecksClosed', { about: road.programmeName })
  return 'closed'
}
