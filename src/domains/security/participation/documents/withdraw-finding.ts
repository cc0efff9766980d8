import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { Document } from './document.ts'

/** Takes a finding back, with the reason; it stays readable. */
export async function withdrawFinding(
  { db, actor, now }: Context,
  document: Document,
  { findingId, reason }: { findingId: string; reason: string },
): Promise<Outcome<true>> {
  const done = await db
    .updateTable('participation.finding')
    .set({ withdrawn_by: actor.personId, withdrawn_at: now.toString(), withdrawal_reason: reason })
    .where('id', '=', findingId)
    .where('document_id', '=', document.id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (!done.numUpdatedRows) return refuse('Dieser Befund ist schon zurückgenommen. Geändert ist nichts.')
  await record({ db, now }, 'finding.withdrawn', {
    organizationId: document.organizationId,
    subjectId: document.id,
    data: { title: document.title },
  })
  return true
}
