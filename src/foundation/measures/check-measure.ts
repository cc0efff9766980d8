import { sql } from 'kysely'
import { localDay } from '#kernel/local-day.ts'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import { type Measure, measureStateInWords, nextCheck } from './measure.ts'
import { insertMove } from './move-measure.ts'

/** Somebody looked again, and it still holds. The next look is a year from today unless it says otherwise; null: never. */
export async function checkMeasure(
  ctx: Context,
  measure: Measure,
  { note, nextOn }: { note: string; nextOn?: string | null | undefined },
): Promise<Outcome<true | 'stale'>> {
  const today = localDay(ctx.now)
  if (measure.state !== 'done' && measure.state !== 'proven')
    return refuse(
      `„${measure.title}“ ist ${measureStateInWords(measure.state)}. Wieder geprüft wird, was erledigt oder nachgewiesen ist.`,
    )
  if (nextOn && nextOn <= today.toString())
    return refuse('Die Prüfung ist noch nicht festgehalten. Bitte ändern Sie eine Angabe.', [
      { path: 'nextOn', message: 'Dieser Tag liegt nicht in der Zukunft.' },
    ])
  const { numUpdatedRows } = await ctx.db
    .updateTable('measures.measure')
    .set({ check_on: nextOn === undefined ? nextCheck(today) : nextOn, version: sql<number>`version + 1` })
    .where('id', '=', measure.id)
    .where('version', '=', measure.version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return 'stale'
  await insertMove(ctx, measure, measure.state, note)
  await record(ctx, 'measure.checked', {
    organizationId: measure.organizationId,
    subjectId: measure.id,
    data: { title: measure.title },
  })
  return true
}
