import { sql } from 'kysely'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { Proof } from './proof.ts'

export interface Terms {
  dueMonths: number
  keepYears: number
  /** The version that was read. */
  version: number
}

/** Until when the proof is due and how long vouchers are kept, as the grant says. */
export async function changeTerms(
  ctx: Context,
  proof: Proof,
  { dueMonths, keepYears, version }: Terms,
): Promise<Outcome<true>> {
  const changed = await ctx.db
    .updateTable('proofs.terms')
    .set({
      due_months: dueMonths,
      keep_years: keepYears,
      changed_by: ctx.actor.personId,
      changed_at: ctx.now.toString(),
      version: sql`version + 1`,
    })
    .where('programme_id', '=', proof.programmeId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (changed.numUpdatedRows !== 1n)
    return refuse('Diese Fristen hat inzwischen jemand anderes geändert. Ihre Angaben sind noch nicht gespeichert.', [
      { path: 'dueMonths', message: 'Bitte die Seite neu öffnen und vergleichen.' },
    ])
  await record(ctx, 'proof.termsChanged', {
    organizationId: proof.organizationId,
    subjectId: proof.id,
    data: { programme: proof.programmeName, months: dueMonths, years: keepYears },
  })
  return true
}
