import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import type { Programme } from '#foundation/programmes/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { compareContent } from './compare/compare-content.ts'
import type { Differences } from './compare/differences.ts'
import type { Plan } from './compare/plan.ts'
import type { Load } from './load.ts'
import { readMapping, readStand } from './queries.ts'
import { hashOf, type Stand } from './stand.ts'
import { findTables } from './workbook/find-tables.ts'
import { fieldsOf } from './workbook/schemas.ts'
import type { Content, Mapping, Workbook } from './workbook/table.ts'

/** A workbook held against what stands there; nothing is written. */
export interface Checked {
  content: Content
  stand: Stand
  differences: Differences
  plan: Plan
}

interface Reading {
  adds: boolean
  /** In addition to what is known of foreign columns. */
  mapping?: Mapping | undefined
}

/** Reads a workbook by what its columns mean and says what it would change. */
export async function compareWorkbook(
  ctx: Context,
  programme: Programme,
  workbook: Workbook,
  { adds, mapping }: Reading,
): Promise<Outcome<Checked>> {
  if (programme.state === 'ended') return refuse(`„${programme.name}“ ist beendet. Eingelesen wird dort nichts mehr.`)
  const known = joined(await readMapping(ctx.db, programme.id), mapping)
  const content = findTables((kind) => fieldsOf(programme, kind), workbook.sheets, { mapping: known, adds })
  return isRefusal(content) ? content : compareAgain(ctx, programme, content, known)
}

/** The same for cells that were read before. */
export async function compareAgain(
  ctx: Context,
  programme: Programme,
  content: Content,
  mapping: Mapping,
): Promise<Checked> {
  const stand = await readStand(ctx.db, programme)
  return { content, stand, ...compareContent(ctx, programme, stand, { content, mapping }) }
}

/** What is said now wins over what was said before. */
export const joined = (known: Mapping, said: Mapping | undefined): Mapping => {
  const both: Mapping = { ...known }
  for (const [kind, columns] of Object.entries(said ?? {})) {
    const sheet = kind as keyof Mapping
    both[sheet] = { ...known[sheet], ...columns }
  }
  return both
}

/** Keeps a workbook with its differences, to be looked at, corrected and loaded. Returns its id. */
export async function keepWorkbook(
  ctx: Context,
  programme: Programme,
  { fileName }: Pick<Workbook, 'fileName'>,
  checked: Checked,
): Promise<string> {
  const { db, now, actor } = ctx
  const id = newId()
  const where = { organization_id: programme.runBy.id, programme_id: programme.id }
  await db
    .insertInto('loads.load')
    .values({
      id,
      ...where,
      ...countsOf(checked.differences),
      file_name: fileName,
      state: 'checked',
      checked_by: actor.personId,
      checked_at: now.toString(),
    })
    .execute()
  await db
    .insertInto('loads.draft')
    .values({
      load_id: id,
      ...where,
      content: JSON.stringify(checked.content),
      stand: hashOf(checked.stand),
      made_at: now.toString(),
      differences: JSON.stringify(checked.differences),
    })
    .execute()
  return id
}

/** New differences of a workbook that is kept: corrected, mapped, or held against another stand. */
export async function keepDifferences({ db, now }: Context, { id }: Pick<Load, 'id'>, checked: Checked): Promise<void> {
  await db.updateTable('loads.load').set(countsOf(checked.differences)).where('id', '=', id).execute()
  await db
    .updateTable('loads.draft')
    .set({
      content: JSON.stringify(checked.content),
      stand: hashOf(checked.stand),
      made_at: now.toString(),
      differences: JSON.stringify(checked.differences),
    })
    .where('load_id', '=', id)
    .execute()
}

const countsOf = ({ total, added, changed, unchanged, refused, brings }: Differences) => ({
  total,
  added,
  changed,
  unchanged,
  refused: refused.length,
  brought: JSON.stringify(brings),
})
