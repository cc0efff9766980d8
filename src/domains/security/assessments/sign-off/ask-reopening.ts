import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { type Assessment, stateOf } from '../assessment.ts'
import type { Side } from '../reviews/review.ts'
import { hasNextWave } from './queries.ts'
import { otherSide, type Reopening } from './sign-off.ts'
import { tellParties } from './tell-parties.ts'

export const nextWaveIsThere =
  'Es gibt schon einen neuen Durchgang dieser Prüfung, der auf den unterschriebenen Antworten beruht. Ändern Sie die Antworten dort; diese Fassung bleibt, wie sie ist.'

/** One side wants a signed check to be open again; the other one decides. */
export async function askReopening(
  ctx: Context,
  assessment: Assessment,
  { side, reason }: { side: Side; reason: string },
): Promise<Outcome<Reopening>> {
  if (stateOf(assessment) !== 'signedOff')
    return refuse('Diese Prüfung ist nicht abgenommen. Es gibt nichts wieder zu öffnen.')
  if (await hasNextWave(ctx.db, assessment)) return refuse(nextWaveIsThere)
  const id = newId()
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('security.reopening')
    .values({
      id,
      organization_id: assessment.organizationId,
      assessment_id: assessment.id,
      catalog_id: assessment.catalogId,
      reason,
      asked_side: side,
      asked_by: ctx.actor.personId,
      asked_at: ctx.now.toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n)
    return refuse('Darum ist schon gebeten worden. Bitte warten Sie, bis darüber entschieden ist.')
  await record(ctx, 'reopening.asked', {
    organizationId: assessment.organizationId,
    subjectId: assessment.id,
    data: { reopeningId: id, side },
  })
  await tellParties(ctx, assessment, 'reopeningAsked', otherSide(side))
  const undecided = { decidedBy: null, decidedAt: null, agreed: null }
  return { id, reason, askedSide: side, askedBy: ctx.actor.personId, askedAt: ctx.now, ...undecided }
}
