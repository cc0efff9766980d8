import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { Comment } from './comment.ts'

/** Takes the words back; that somebody wrote here stays visible. */
export async function removeComment(
  ctx: Context,
  { id, assessmentId, controlId, organizationId }: Comment,
): Promise<Outcome<true>> {
  const removed = await ctx.db
    .updateTable('security.comment')
    .set({ text: null, removed_at: ctx.now.toString() })
    .where('id', '=', id)
    .where('text', 'is not', null)
    .executeTakeFirst()
  if (!removed.numUpdatedRows) return refuse('Dieser Kommentar ist schon entfernt. Geändert ist nichts.')
  await record(ctx, 'comment.removed', { organizationId, subjectId: assessmentId, data: { controlId, commentId: id } })
  return true
}
