import { type RawBuilder, sql } from 'kysely'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { sortKey } from '#kernel/sort-key.ts'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import type { ControlHelp, ControlLink, ControlParameter, Obligation } from './oscal/catalog.ts'

export interface ControlSummary {
  id: string
  key: string
  title: string
  /** Title of the outermost group. */
  group: string
  effort: string | null
  /** As the source names it: "normal-SdT". */
  level: string | null
  obligation: Obligation | null
  position: number
}

export interface ControlFilter {
  /** Words that id, title, statement or help contain, all of them. */
  q?: string | undefined
  /** Key of an outermost group. */
  group?: string | undefined
  /** The least effort: "0" to "5". */
  effort?: number | undefined
  level?: string | undefined
  obligation?: Obligation | undefined
}

interface Paging {
  limit: number
  cursor?: string | undefined
}

/** In the catalog's own order. */
export async function listControls(
  db: Db,
  catalogId: string,
  filter: ControlFilter & Paging,
): Promise<Outcome<{ items: ControlSummary[]; next: string | null }>> {
  const after = decodeCursor(filter.cursor, ['integer'])
  if (isRefusal(after)) return after
  const where = conditions(catalogId, filter)
  if (after) where.push(sql`c.position > ${Number(after[0])}`)
  const { rows } = await sql<ControlSummary & { effortMin: number | null; effortMax: number | null }>`
    select c.id, c.key, c.title, g.title as "group", c.effort_min as "effortMin", c.effort_max as "effortMax",
           c.security_level as level, c.obligation, c.position
      from catalogs.control c
      join catalogs.control_group g on g.catalog_id = c.catalog_id and g.key = c.top_key
     where ${sql.join(where, sql` and `)}
     order by c.position
     limit ${filter.limit + 1}`.execute(db)
  return listPage(
    rows.map(({ effortMin, effortMax, ...row }) => ({ ...row, effort: effortText(effortMin, effortMax) })),
    filter.limit,
    (row) => [row.position],
  )
}

function conditions(catalogId: string, { q, group, effort, level, obligation }: ControlFilter): RawBuilder<unknown>[] {
  const where = [sql`c.catalog_id = ${catalogId}::uuid`]
  // Sort keys hold letters, figures and spaces only, so nothing in them is a wildcard; AKT.1.1 stays together.
  for (const word of (q ?? '').split(/\s+/).map(sortKey).filter(Boolean))
    where.push(sql`c.search_text like ${`%${word}%`}`)
  if (group !== undefined) where.push(sql`c.top_key = ${group}`)
  if (effort !== undefined) where.push(sql`c.effort_min = ${effort}`)
  if (level !== undefined) where.push(sql`c.security_level = ${level}`)
  if (obligation !== undefined) where.push(sql`c.obligation = ${obligation}`)
  return where
}

/** How many there are, and what can be chosen in the filters: only what occurs in this catalog. */
export interface ControlFacets {
  found: number
  efforts: number[]
  levels: string[]
  obligations: Obligation[]
}

export async function readFacets(db: Db, catalogId: string, filter: ControlFilter): Promise<ControlFacets> {
  const { rows } = await sql<ControlFacets>`
    select (select count(*)::integer from catalogs.control c where ${sql.join(conditions(catalogId, filter), sql` and `)}) as found,
           coalesce(array_agg(distinct c.effort_min) filter (where c.effort_min is not null), '{}') as efforts,
           coalesce(array_agg(distinct c.security_level) filter (where c.security_level is not null), '{}') as levels,
           coalesce(array_agg(distinct c.obligation) filter (where c.obligation is not null), '{}') as obligations
      from catalogs.control c where c.catalog_id = ${catalogId}::uuid`.execute(db)
  return rows[0] ?? { found: 0, efforts: [], levels: [], obligations: [] }
}

/** "2", "1-2", or null when the source rates nothing. */
const effortText = (min: number | null, max: number | null): string | null =>
  min === null ? null : max === null || max === min ? String(min) : `${min}-${max}`

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

/** A control with everything its catalog says about it. */
export interface WholeControl extends ControlSummary, ControlDetail {
  /** Titles of the groups around it, the outermost first. */
  groups: string[]
  parent: { id: string; title: string } | null
  children: { id: string; title: string }[]
  params: ControlParameter[]
  tags: string[]
  /** Titles of the controls of this catalog that its links lead to. */
  linkTitles: ReadonlyMap<string, string>
}

interface WholeRow extends Omit<WholeControl, 'linkTitles' | 'effort'> {
  effortMin: number | null
  effortMax: number | null
}

export async function findWholeControl(
  db: Db,
  catalogId: string,
  controlId: string,
): Promise<WholeControl | undefined> {
  if (controlId.includes('\0')) return undefined
  const { rows } = await sql<WholeRow>`
    with recursive around as (
      select g.catalog_id, g.key, g.parent_key, g.title, 0 as depth
        from catalogs.control c join catalogs.control_group g on g.catalog_id = c.catalog_id and g.key = c.group_key
       where c.catalog_id = ${catalogId}::uuid and c.id = ${controlId}
      union all
      select g.catalog_id, g.key, g.parent_key, g.title, a.depth + 1
        from around a join catalogs.control_group g on g.catalog_id = a.catalog_id and g.key = a.parent_key)
    select c.id, c.key, c.title, c.effort_min as "effortMin", c.effort_max as "effortMax", c.security_level as level, c.obligation,
           c.position, c.statement, c.documentation, c.help, c.links, c.params, c.tags,
           (select array_agg(a.title order by a.depth desc) from around a) as groups,
           (select a.title from around a order by a.depth desc limit 1) as "group",
           (select jsonb_build_object('id', p.id, 'title', p.title) from catalogs.control p
             where p.catalog_id = c.catalog_id and p.id = c.parent_id) as parent,
           coalesce((select jsonb_agg(jsonb_build_object('id', k.id, 'title', k.title) order by k.position) from catalogs.control k
             where k.catalog_id = c.catalog_id and k.group_key = c.group_key and k.parent_id = c.id), '[]') as children
      from catalogs.control c where c.catalog_id = ${catalogId}::uuid and c.id = ${controlId}`.execute(db)
  const row = rows[0]
  if (!row) return undefined
  const { effortMin, effortMax, ...rest } = row
  const linked = row.links.flatMap((link) => link.controlId ?? [])
  return { ...rest, effort: effortText(effortMin, effortMax), linkTitles: await titlesOf(db, catalogId, linked) }
}

async function titlesOf(db: Db, catalogId: string, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; title: string }>`
    select id, title from catalogs.control where catalog_id = ${catalogId}::uuid and id = any (${[...ids]}::text[])`.execute(
    db,
  )
  return new Map(rows.map(({ id, title }) => [id, title]))
}

/** One kind of help for all controls that have it, such as "Ein Ja genügt, wenn"; by the control's id. */
export async function listHelp(db: Db, catalogId: string, names: readonly string[]): Promise<Map<string, ControlHelp>> {
  const { rows } = await sql<{ id: string; help: ControlHelp }>`
    select c.id, h.part as help from catalogs.control c cross join lateral jsonb_array_elements(c.help) as h(part)
     where c.catalog_id = ${catalogId}::uuid and h.part ->> 'name' = any (${[...names]}::text[])`.execute(db)
  return new Map(rows.map(({ id, help }) => [id, help]))
}
