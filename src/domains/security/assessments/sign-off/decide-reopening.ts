import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { attempt } from '#platform/db/attempt.ts'
import type { Context } from '#platform/http/context.ts'
import type { Assessment } from '../assessment.ts'
import { nextWaveIsThere } from './ask-reopening.ts'
import { holdStill } from './hold-still.ts'
import { hasNextWave } from './queries.ts'
import type { Reopening } from './sign-off.ts'
import { tellParties } from './tell-parties.ts'

/** There may be one open check of a catalog: somebody began the next wave in this moment. */
const oneOpen = '23505'

/** The other side agrees, and both signatures are set aside; or it declines, and they stand. */
export async function decideReopening(
  ctx: Context,
  assessment: Assessment,
  reopening: Reopening,
  agreed: boolean,
): Promise<Outcome<Reopening>> {
  if (reopening.askedBy === ctx.actor.personId)
    return refuse('Darum haben Sie selbst gebeten. Entscheiden muss jemand von der anderen Seite.')
  if (agreed && (await hasNextWave(ctx.db, assessment))) return refuse(nextWaveIsThere)
  await holdStill(ctx, assessment)
  const { numUpdatedRows } = await ctx.db
    .updateTable('security.reopening')
    .set({ decided_at: ctx.now.toString(), decided_by: ctx.actor.personId, agreed })
    .where('id', '=', reopening.id)
    .where('decided_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return refuse('Darüber ist schon entschieden. Geändert ist nichts.')
  if (agreed) {
    const opened = await attempt(ctx.db, oneOpen, () => setAside(ctx, assessment, reopening.reason))
    if (opened === null) return refuse(nextWaveIsThere)
  }
  await record(ctx, agreed ? 'reopening.agreed' : 'reopening.declined', {
    organizationId: assessment.organizationId,
    subjectId: assessment.id,
    data: { reopeningId: reopening.id },
  })
  await tellParties(ctx, assessment, agreed ? 'reopeningAgreed' : 'reopeningDeclined', reopening.askedSide)
  return { ...reopening, agreed, decidedBy: ctx.actor.personId, decidedAt: ctx.now }
}

const setAside = (ctx: Context, { id }: Assessment, reason: string): Promise<unknown> =>
  ctx.db
    .updateTable('security.sign_off')
    .set({ withdrawn_at: ctx.now.toString(), withdrawn_by: ctx.actor.personId, withdrawal_reason: reason })
    .where('assessment_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .execute()
