import type { Programme } from '#foundation/programmes/index.ts'
import type { Context } from '#platform/http/context.ts'
import { compareAgain, joined, keepDifferences } from './check-workbook.ts'
import type { Load } from './load.ts'
import { type Draft, readMapping } from './queries.ts'
import type { Mapping } from './workbook/table.ts'

/** Says what foreign columns mean, for this workbook and the next ones. */
export async function mapColumns(
  ctx: Context,
  programme: Programme,
  { load, draft }: { load: Load; draft: Draft },
  said: Mapping,
): Promise<void> {
  const mapping = await keepMapping(ctx, programme, said)
  await keepDifferences(ctx, load, await compareAgain(ctx, programme, draft.content, mapping))
}

/** Kept for the next time. */
export async function keepMapping({ db, now, actor }: Context, programme: Programme, said: Mapping): Promise<Mapping> {
  const mapping = joined(await readMapping(db, programme.id), said)
  const change = { columns: JSON.stringify(mapping), changed_by: actor.personId, changed_at: now.toString() }
  await db
    .insertInto('loads.mapping')
    .values({ programme_id: programme.id, organization_id: programme.runBy.id, ...change })
    .onConflict((there) => there.column('programme_id').doUpdateSet(change))
    .execute()
  return mapping
}
