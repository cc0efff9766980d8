import { sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import type { Scale } from '#kernel/scale.ts'
import type { Temporal } from 'temporal-polyfill'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import type { ControlHelp, ControlLink } from './oscal/catalog.ts'

export interface Catalog {
  id: string
  title: string
  version: string
  scale: Scale
  controlCount: number
  sha256: string
  source: string | null
  license: string | null
  warnings: string[]
  importedAt: Temporal.Instant
}

const columns = [
  'id',
  'title',
  'version',
  'scale',
  'control_count as controlCount',
  'sha256',
  'publisher as source',
  'license',
  'warnings',
  'imported_at as importedAt',
  'sort_key',
] as const

/** By title; the newest import of the same title first. */
export async function listCatalogs(
  db: Db,
  filter: { limit: number; cursor?: string | undefined },
): Promise<Outcome<{ items: Catalog[]; next: string | null }>> {
  const after = decodeCursor(filter.cursor, ['text', 'id'])
  if (isRefusal(after)) return after
  let query = db
    .selectFrom('catalogs.catalog')
    .select(columns)
    .orderBy('sort_key')
    .orderBy('id', 'desc')
    .limit(filter.limit + 1)
  if (after)
    query = query.where(sql<boolean>`(sort_key > ${after[0]} or sort_key = ${after[0]} and id < ${after[1]}::uuid)`)
  const { items, next } = listPage(await query.execute(), filter.limit, (row) => [row.sort_key, row.id])
  return { items: items.map(asCatalog), next }
}

export async function findCatalog(db: Db, id: string): Promise<Catalog | undefined> {
  if (!isId(id)) return undefined
  const row = await db.selectFrom('catalogs.catalog').select(columns).where('id', '=', id).executeTakeFirst()
  return row && asCatalog(row)
}

const asCatalog = ({
  sort_key: _,
  scale,
  ...row
}: Omit<Catalog, 'scale'> & { scale: string; sort_key: string }): Catalog => ({
  ...row,
  scale: scale as Scale,
})

export interface ControlSummary {
  id: string
  key: string
  title: string
  /** Title of the outermost group. */
  group: string
  effort: string | null
  position: number
}

/** In the catalog's own order. */
export async function listControls(
  db: Db,
  catalogId: string,
  filter: { limit: number; cursor?: string | undefined },
): Promise<Outcome<{ items: ControlSummary[]; next: string | null }>> {
  const after = decodeCursor(filter.cursor, ['integer'])
  if (isRefusal(after)) return after
  let query = db
    .selectFrom('catalogs.control as c')
    .innerJoin('catalogs.control_group as g', (join) =>
      join.onRef('g.catalog_id', '=', 'c.catalog_id').onRef('g.key', '=', 'c.top_key'),
    )
    .select(['c.id', 'c.key', 'c.title', 'g.title as group', 'c.effort_min', 'c.effort_max', 'c.position'])
    .where('c.catalog_id', '=', catalogId)
    .orderBy('c.position')
    .limit(filter.limit + 1)
  if (after) query = query.where('c.position', '>', Number(after[0]))
  const rows = await query.execute()
  return listPage(
    rows.map(({ effort_min, effort_max, ...row }) => ({ ...row, effort: effortText(effort_min, effort_max) })),
    filter.limit,
    (row) => [row.position],
  )
}

/** "2", "1-2", or null when the source rates nothing. */
export const effortText = (min: number | null, max: number | null): string | null =>
  min === null ? null : max === null || max === min ? String(min) : `${min}-${max}`

export interface Group {
  key: string
  parentKey: string | null
  topKey: string
  title: string
  overview: string | null
  controlCount: number
}

/** All groups in order; `controlCount` counts the controls directly in the group. */
export const listGroups = (db: Db, catalogId: string): Promise<Group[]> =>
  db
    .selectFrom('catalogs.control_group as g')
    .select((eb) => [
      'g.key',
      'g.parent_key as parentKey',
      'g.top_key as topKey',
      'g.title',
      'g.overview',
      eb
        .selectFrom('catalogs.control as c')
        .select(sql<number>`count(*)::integer`.as('n'))
        .whereRef('c.catalog_id', '=', 'g.catalog_id')
        .whereRef('c.group_key', '=', 'g.key')
        .as('controlCount'),
    ])
    .where('g.catalog_id', '=', catalogId)
    .orderBy('g.position')
    .execute() as Promise<Group[]>

export interface ControlDetail {
  id: string
  statement: string
  documentation: string[]
  help: ControlHelp[]
  links: ControlLink[]
}

/** What stands behind "Hilfe": undefined when the catalog has no such control. */
export async function findControlDetail(
  db: Db,
  catalogId: string,
  controlId: string,
): Promise<ControlDetail | undefined> {
  const row = await db
    .selectFrom('catalogs.control')
    .select(['id', 'statement', 'documentation', 'help', 'links'])
    .where('catalog_id', '=', catalogId)
    .where('id', '=', controlId)
    .executeTakeFirst()
  return row && { ...row, help: row.help as ControlHelp[], links: row.links as ControlLink[] }
}

/** One kind of help for all controls that have it, such as "Ein Ja genügt, wenn"; by the control's id. */
export async function listHelp(db: Db, catalogId: string, names: readonly string[]): Promise<Map<string, ControlHelp>> {
  const { rows } = await sql<{ id: string; help: ControlHelp }>`
    select c.id, h.part as help from catalogs.control c cross join lateral jsonb_array_elements(c.help) as h(part)
     where c.catalog_id = ${catalogId}::uuid and h.part ->> 'name' = any (${[...names]}::text[])`.execute(db)
  return new Map(rows.map(({ id, help }) => [id, help]))
}
