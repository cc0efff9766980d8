import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { findFile, removeFile } from '#foundation/files/index.ts'
import { type EnrollmentWithSteps, keepRoad } from '#foundation/programmes/index.ts'
import type { Context } from '#platform/http/context.ts'
import { findDocument } from './queries.ts'
import { writeState } from './write-state.ts'

/**
 * Takes a version back and its file away; that it was there stays. Without a version left the document is missing again. What was reviewed
 * stays: a finding needs what it is about.
 */
export async function withdrawFile(
  ctx: Context,
  road: EnrollmentWithSteps,
  { documentId, versionId, reason }: { documentId: string; versionId: string; reason: string },
): Promise<Outcome<true>> {
  await keepRoad(ctx, road)
  const document = await findDocument(ctx.db, documentId, { enrollmentId: road.id })
  const version = document?.files.find(({ id }) => id === versionId)
  if (!document || !version) return refuse('Diese Fassung gibt es nicht.')
  if (version.withdrawnAt) return refuse(`„${version.name}“ ist schon zurückgenommen. Geändert ist nichts.`)
  if (document.state === 'reviewed' || document.findings.some(({ fileNumber }) => fileNumber === version.number))
    return refuse(
      `„${version.name}“ ist schon geprüft und bleibt deshalb liegen. Legen Sie eine neue Fassung ab, wenn etwas anders ist.`,
    )
  const stored = version.fileId === null ? undefined : await findFile(ctx.db, version.fileId)
  await ctx.db
    .updateTable('participation.document_file')
    .set({ withdrawn_by: ctx.actor.personId, withdrawn_at: ctx.now.toString(), withdrawal_reason: reason })
    .where('id', '=', versionId)
    .where('withdrawn_at', 'is', null)
    .execute()
  if (stored) await removeFile(ctx, stored)
  const isLast = !document.files.some(({ id, withdrawnAt }) => id !== versionId && withdrawnAt === null)
  if (isLast) await writeState(ctx, document, 'missing')
  await record(ctx, 'document.fileWithdrawn', {
    organizationId: document.organizationId,
    subjectId: document.id,
    data: { title: document.title, number: version.number },
  })
  return true
}
