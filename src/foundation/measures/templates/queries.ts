import { isId } from '#kernel/id.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import type { MeasureKind } from '../measure.ts'
import type { Template } from './template.ts'

const templates = (db: Db) =>
  db
    .selectFrom('measures.template as t')
    .innerJoin('organizations.organization as o', 'o.id', 't.giver_id')
    .select([
      't.id',
      't.giver_id as giverId',
      'o.name as giverName',
      't.title',
      't.kind',
      't.description',
      't.effort_tenths as effortTenths',
      't.cost_cents as costCents',
      't.released_at as releasedAt',
      't.withdrawn_at as withdrawnAt',
    ])

const asTemplate = ({ kind, ...row }: Omit<Template, 'kind'> & { kind: string }): Template => ({
  ...row,
  kind: kind as MeasureKind,
})

export interface TemplateFilter {
  kind?: MeasureKind | undefined
  text?: string | undefined
  limit: number
  cursor?: string | undefined
}

/** What is on offer, the newest first. */
export async function listTemplates(
  db: Db,
  { kind, text, limit, cursor }: TemplateFilter,
): Promise<Outcome<{ items: Template[]; next: string | null }>> {
  const after = decodeCursor(cursor, ['id'])
  if (isRefusal(after)) return after
  let query = templates(db)
    .where('t.withdrawn_at', 'is', null)
    .orderBy('t.id', 'desc')
    .limit(limit + 1)
  if (kind) query = query.where('t.kind', '=', kind)
  if (text) {
    const part = `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
    query = query.where((eb) => eb.or([eb('t.title', 'ilike', part), eb('t.description', 'ilike', part)]))
  }
  if (after) query = query.where('t.id', '<', String(after[0]))
  const { items, next } = listPage(await query.execute(), limit, ({ id }) => [id])
  return { items: items.map(asTemplate), next }
}

/** Undefined when it is not there, or was taken back by somebody else. */
export async function findTemplate(db: Db, id: string): Promise<Template | undefined> {
  if (!isId(id)) return undefined
  const row = await templates(db).where('t.id', '=', id).executeTakeFirst()
  return row && asTemplate(row)
}
