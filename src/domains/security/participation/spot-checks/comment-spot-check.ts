import { record } from '#foundation/audit/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { tellSide } from '../tell-side.ts'
import type { SpotCheck } from './spot-check.ts'

/** What the municipality says about a sample, also after the protocol is closed. */
export async function commentSpotCheck(ctx: Context, check: SpotCheck, text: string): Promise<string> {
  const id = newId()
  const { organizationId, enrollmentId } = check
  await ctx.db
    .insertInto('participation.spot_comment')
    .values({
      id,
      organization_id: organizationId,
      enrollment_id: enrollmentId,
      spot_check_id: check.id,
      spot_check_version: check.version,
      text,
      written_by: ctx.actor.personId,
      written_at: ctx.now.toString(),
    })
    .execute()
  await record(ctx, 'spotCheck.commented', { organizationId, subjectId: check.id, data: { number: check.number } })
  await tellSide(ctx, check, 'spotCheckCommented', { about: check.object })
  return id
}
