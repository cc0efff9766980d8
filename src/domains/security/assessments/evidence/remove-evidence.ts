import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { findFile, removeFile } from '#foundation/files/index.ts'
import type { Context } from '#platform/http/context.ts'
import { whileOpen } from '../access.ts'
import type { Assessment } from '../assessment.ts'
import { whoSignsWaits } from '../give-answer.ts'
import type { Evidence } from './evidence.ts'

/** Takes evidence away, its file with it; that it was there stays in the audit trail. */
export async function removeEvidence(
  ctx: Context,
  assessment: Assessment,
  { id, controlId, file }: Evidence,
): Promise<Outcome<true>> {
  const open = whileOpen(assessment)
  if (isRefusal(open)) return open
  const removed = await whoSignsWaits(ctx, assessment, () =>
    ctx.db
      .updateTable('security.evidence')
      .set({ removed_at: ctx.now.toString(), removed_by: ctx.actor.personId })
      .where('id', '=', id)
      .where('removed_at', 'is', null)
      .executeTakeFirst(),
  )
  if (isRefusal(removed)) return removed
  if (!removed.numUpdatedRows) return refuse('Dieser Nachweis ist schon entfernt. Geändert ist nichts.')
  const stored = file && (await findFile(ctx.db, file.id))
  if (stored) await removeFile(ctx, stored)
  await record(ctx, 'evidence.removed', {
    organizationId: assessment.organizationId,
    subjectId: assessment.id,
    data: { controlId, evidenceId: id },
  })
  return true
}
