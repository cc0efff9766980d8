import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { otherSide, type Side } from '../side.ts'
import { tellSide } from '../tell-side.ts'
import { mostComments, type Report, versionName } from './report.ts'

export interface NewComment {
  side: Side
  place: string
  text: string
  answersId?: string | undefined
}

const frozen = 'Der Bericht ist abgenommen. Beiträge sind nicht mehr möglich; gespeichert ist nichts.'

/** What one side says about a version, or answers. */
export async function writeComment(ctx: Context, report: Report, wanted: NewComment): Promise<Outcome<string>> {
  if (report.state === 'accepted') return refuse(frozen)
  if (report.comments.length >= mostComments)
    return refuse(`Zu dieser Fassung gibt es schon ${mostComments} Beiträge; mehr sind nicht möglich.`)
  const first = report.comments.find(({ id }) => id === wanted.answersId)
  if (wanted.answersId !== undefined && first?.answersId !== null)
    return refuse('Den Beitrag, auf den Sie antworten, gibt es hier nicht. Gespeichert ist nichts.')
  const id = await insertComment(ctx, report, first ? { ...wanted, place: first.place } : wanted)
  const { organizationId, enrollmentId, number } = report
  await record(ctx, 'report.commented', { organizationId, subjectId: report.id, data: { number } })
  await tellSide(ctx, { enrollmentId }, 'reportCommented', { about: versionName(report), side: otherSide(wanted.side) })
  return id
}

export async function insertComment(
  { db, actor, now }: Context,
  { id: reportId, organizationId, enrollmentId }: Report,
  { side, place, text, answersId }: NewComment,
): Promise<string> {
  const id = newId()
  await db
    .insertInto('participation.report_comment')
    .values({
      id,
      organization_id: organizationId,
      enrollment_id: enrollmentId,
      report_id: reportId,
      answers_id: answersId ?? null,
      side,
      place,
      text,
      written_by: actor.personId,
      written_at: now.toString(),
    })
    .execute()
  return id
}

/** Says that a comment needs nothing more; either side may. */
export async function settleComment(
  ctx: Context,
  report: Report,
  commentId: string,
): Promise<Outcome<'settled' | 'same'>> {
  if (report.state === 'accepted') return refuse(frozen)
  const done = await ctx.db
    .updateTable('participation.report_comment')
    .set({ settled_by: ctx.actor.personId, settled_at: ctx.now.toString() })
    .where('id', '=', commentId)
    .where('report_id', '=', report.id)
    .where('settled_at', 'is', null)
    .executeTakeFirst()
  if (!done.numUpdatedRows) return 'same'
  const { organizationId, number } = report
  await record(ctx, 'report.commentSettled', { organizationId, subjectId: report.id, data: { number } })
  return 'settled'
}
