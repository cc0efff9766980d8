import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { newId } from '#platform/crypto/random.ts'
import { attempt } from '#platform/db/attempt.ts'
import type { Context } from '#platform/http/context.ts'
import type { Assessment, Question } from '../assessment.ts'
import { movedMeanwhile, signed } from '../give-answer.ts'
import { untilSignedOff } from '../sign-off/frozen.ts'
import type { Remark, Side } from './review.ts'
import { tellOfRemark } from './tell-sides.ts'

/** One side says something to the other about a question; the other one is told. */
export async function addRemark(
  ctx: Context,
  assessment: Assessment,
  question: Question,
  { side, text }: { side: Side; text: string },
): Promise<Outcome<Remark>> {
  const open = untilSignedOff(assessment)
  if (isRefusal(open)) return open
  const remark: Remark = { id: newId(), side, text, writtenBy: ctx.actor.personId, writtenAt: ctx.now }
  const written = await attempt(ctx.db, signed, () =>
    ctx.db
      .insertInto('security.remark')
      .values({
        id: remark.id,
        organization_id: assessment.organizationId,
        assessment_id: assessment.id,
        catalog_id: assessment.catalogId,
        control_id: question.id,
        top_key: question.topKey,
        side,
        text,
        written_by: remark.writtenBy,
        written_at: ctx.now.toString(),
      })
      .execute(),
  )
  if (written === null)
    return (
      (await movedMeanwhile(ctx.db, assessment.id)) ??
      refuse(
        'In diesem Augenblick haben beide Seiten unterschrieben. Ihr Text ist noch da, aber nicht gespeichert: Die Prüfung bleibt, wie sie ist.',
      )
    )
  await record(ctx, 'answer.remarked', {
    organizationId: assessment.organizationId,
    subjectId: assessment.id,
    data: { controlId: question.id, side },
  })
  await tellOfRemark(ctx, { assessment, question }, side, question.answer)
  return remark
}
