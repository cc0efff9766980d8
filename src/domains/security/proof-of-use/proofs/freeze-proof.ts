import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { type PreparedFile, storeFile } from '#foundation/files/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { freezeFault, type Proof, type ProofKind } from './proof.ts'
import type { ProofContent } from './proof-paper.ts'

/** What was made before the transaction: everything of one moment, and the two files that say it. */
export interface Printed {
  content: ProofContent
  narrativeId: string
  narrativeNumber: number
  /** As what it was printed: number and reason stand in the file. */
  number: number
  kind: ProofKind
  reason: string
  pdf: PreparedFile
  sheet: PreparedFile
}

/**
 * Freezes what was printed as a version: figures of one moment, both files with their hashes. Money that moved meanwhile changes nothing of it,
 * and a text or a version that came in between is refused. The id.
 */
export async function freezeProof(
  ctx: Context,
  proof: Proof,
  printed: Printed,
  wish: { narrativeVersion: number },
): Promise<Outcome<string>> {
  const { content, number, kind, reason, pdf, sheet, narrativeId } = printed
  const fault = freezeFault(proof, { reason, narrativeNumber: wish.narrativeVersion })
  if (fault) return fault
  if (printed.narrativeNumber !== proof.narrative.number || number !== (proof.versions[0]?.number ?? 0) + 1)
    return meanwhile
  const { id: proofId, organizationId, programmeId } = proof
  const owner = { organizationId, type: 'proofOfUse', id: proofId }
  const pdfId = await storeFile(ctx, owner, pdf)
  if (isRefusal(pdfId)) return pdfId
  const sheetId = await storeFile(ctx, owner, sheet)
  if (isRefusal(sheetId)) return sheetId
  const id = newId()
  const { figures, vouchers, books, asOf } = content
  const kept = await ctx.db
    .insertInto('proofs.proof_version')
    .values({
      id,
      proof_id: proofId,
      organization_id: organizationId,
      programme_id: programmeId,
      number,
      kind,
      reason,
      narrative_id: narrativeId,
      as_of: asOf.toString(),
      entries: books.entries.length,
      released_cents: figures.total.released,
      settled_cents: figures.total.settled,
      vouchers: vouchers.length,
      figures: JSON.stringify(figures),
      pdf_file_id: pdfId,
      pdf_sha256: pdf.sha256,
      sheet_file_id: sheetId,
      sheet_sha256: sheet.sha256,
      frozen_by: ctx.actor.personId,
      frozen_at: ctx.now.toString(),
    })
    .onConflict((conflict) => conflict.columns(['proof_id', 'number']).doNothing())
    .executeTakeFirst()
  if (kept.numInsertedOrUpdatedRows !== 1n) return meanwhile
  await record(ctx, 'proof.frozen', {
    organizationId,
    subjectId: id,
    data: { programme: proof.programmeName, number, kind, pdf: pdf.sha256, sheet: sheet.sha256 },
  })
  return id
}

const meanwhile = refuse(
  'Während die Dateien entstanden, hat jemand anderes den Nachweis geändert oder festgeschrieben. Ihre Fassung ist nicht festgeschrieben. Bitte sehen Sie nach und versuchen Sie es noch einmal.',
)
