import { record } from '#foundation/audit/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { draftNarrative } from './draft-narrative.ts'
import { loadContent } from './load-content.ts'
import type { Narrative, NarrativeOrigin, Proof } from './proof.ts'
import { findProof } from './queries.ts'

/** What became of it: a version that is there now, or the one that somebody else saved meanwhile. */
export type NarrativeOutcome = { saved: number } | { theirs: Narrative }

interface Wish {
  text: string
  /** The version that it builds on. */
  version: number
  origin: NarrativeOrigin
}

/** Keeps a text as a further version; nothing is overwritten. The same text once more makes no version. */
export async function saveNarrative(
  ctx: Context,
  proof: Proof,
  { text, version, origin }: Wish,
): Promise<NarrativeOutcome> {
  const { narrative, organizationId, programmeId } = proof
  if (text === narrative.text) return { saved: narrative.number }
  if (version !== narrative.number) return { theirs: narrative }
  const number = version + 1
  const kept = await ctx.db
    .insertInto('proofs.narrative')
    .values({
      id: newId(),
      proof_id: proof.id,
      organization_id: organizationId,
      programme_id: programmeId,
      number,
      origin,
      text,
      saved_by: ctx.actor.personId,
      saved_at: ctx.now.toString(),
    })
    .onConflict((conflict) => conflict.columns(['proof_id', 'number']).doNothing())
    .executeTakeFirst()
  if (kept.numInsertedOrUpdatedRows !== 1n)
    return { theirs: (await findProof(ctx.db, proof.id))?.narrative ?? narrative }
  if (origin !== 'auto')
    await record(ctx, 'proof.narrativeSaved', {
      organizationId,
      subjectId: proof.id,
      data: { programme: proof.programmeName, number },
    })
  return { saved: number }
}

/** The text as the data tell it today, as a further version. What people wrote stays in the version before. */
export async function redraftNarrative(ctx: Context, proof: Proof, version: number): Promise<NarrativeOutcome> {
  const content = await loadContent(ctx.db, { programmeId: proof.programmeId })
  if (!content) throw new Error('the programme of a proof is there')
  const { books, figures, vouchers } = content
  return saveNarrative(ctx, proof, {
    text: draftNarrative(books, figures, vouchers.length),
    version,
    origin: 'data',
  })
}
