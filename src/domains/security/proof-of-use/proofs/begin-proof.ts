import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Programme } from '#foundation/programmes/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { draftNarrative } from './draft-narrative.ts'
import { loadContent } from './load-content.ts'

/** Begins the proof of a programme: its narrative is drafted from the data, everything after that people write. */
export async function beginProof(ctx: Context, programme: Programme): Promise<Outcome<string>> {
  const content = await loadContent(ctx.db, { programmeId: programme.id })
  if (!content || content.books.stages.length === 0)
    return refuse('In diesem Programm gibt es keine Mittel, deren Verwendung nachzuweisen wäre. Begonnen ist nichts.')
  const id = newId()
  const at = ctx.now.toString()
  const begun = await ctx.db
    .insertInto('proofs.proof')
    .values({
      id,
      organization_id: programme.runBy.id,
      programme_id: programme.id,
      begun_by: ctx.actor.personId,
      begun_at: at,
    })
    .onConflict((conflict) => conflict.column('programme_id').doNothing())
    .executeTakeFirst()
  if (begun.numInsertedOrUpdatedRows !== 1n)
    return refuse('Der Verwendungsnachweis ist schon begonnen. Bitte schreiben Sie dort weiter.')
  const { books, figures, vouchers } = content
  await ctx.db
    .insertInto('proofs.narrative')
    .values({
      id: newId(),
      proof_id: id,
      organization_id: programme.runBy.id,
      programme_id: programme.id,
      number: 1,
      origin: 'data',
      text: draftNarrative(books, figures, vouchers.length),
      saved_by: ctx.actor.personId,
      saved_at: at,
    })
    .execute()
  await record(ctx, 'proof.begun', {
    organizationId: programme.runBy.id,
    subjectId: id,
    data: { programme: programme.name },
  })
  return id
}
