import { sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import { sortKey } from '#kernel/sort-key.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import type { Scale } from '#kernel/scale.ts'
import type { Temporal } from 'temporal-polyfill'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import type { Candidate } from './oscal/profile/suggest-sources.ts'
import type { GivenSource } from './oscal/read-task.ts'
import type { Origin } from './prepared-catalog.ts'

export interface Catalog {
  id: string
  title: string
  version: string
  scale: Scale
  controlCount: number
  /** Whether its controls have identities of their own, not just numbers. */
  hasKeys: boolean
  sha256: string
  source: string | null
  license: string | null
  warnings: string[]
  origin: Origin
  importedAt: Temporal.Instant
}

const columns = [
  'id',
  'title',
  'version',
  'scale',
  'control_count as controlCount',
  'has_keys as hasKeys',
  'sha256',
  'publisher as source',
  'license',
  'warnings',
  'origin',
  'imported_at as importedAt',
  'sort_key',
] as const

/** By title; the last import of the same title first. */
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

type Row = Omit<Catalog, 'scale' | 'origin'> & { scale: string; origin: string; sort_key: string }

const asCatalog = ({ sort_key: _, scale, origin, ...row }: Row): Catalog => ({
  ...row,
  scale: scale as Scale,
  origin: origin as Origin,
})

/** The version with this hash, where it was imported. */
export async function findCatalogByHash(db: Db, sha256: string): Promise<Catalog | undefined> {
  const row = await db.selectFrom('catalogs.catalog').select(columns).where('sha256', '=', sha256).executeTakeFirst()
  return row && asCatalog(row)
}

/** All versions that have the title of this catalog, as they were imported, the last first. */
export async function listVersions(db: Db, { title }: Pick<Catalog, 'title'>): Promise<Catalog[]> {
  const rows = await db
    .selectFrom('catalogs.catalog')
    .select(columns)
    .where('sort_key', '=', sortKey(title))
    .orderBy('id', 'desc')
    .limit(mostVersions)
    .execute()
  return rows.map(asCatalog)
}

const mostVersions = 50

/** The catalogs that were resolved into this one, in the order of the profile's imports. */
export interface CatalogSource {
  resource: string
  /** What the profile calls it. */
  name: string
  id: string
  title: string
  version: string
  sha256: string
}

export const listSources = (db: Db, catalogId: string): Promise<CatalogSource[]> =>
  db
    .selectFrom('catalogs.profile_source as p')
    .innerJoin('catalogs.catalog as c', 'c.id', 'p.source_id')
    .select(['p.resource', 'p.name', 'c.id', 'c.title', 'c.version', 'c.sha256'])
    .where('p.catalog_id', '=', catalogId)
    .orderBy('p.position')
    .execute()

/** What could stand for a resource of a profile, the last imported first. */
export async function listCandidates(db: Db): Promise<Candidate[]> {
  const rows = await db
    .selectFrom('catalogs.catalog')
    .select(['id', 'title', 'version', 'sha256', 'digests'])
    .orderBy('id', 'desc')
    .limit(mostCandidates)
    .execute()
  return rows.map(({ digests, ...row }) => ({ ...row, digests: digests as Record<string, string> }))
}

const mostCandidates = 500

/** The files of some catalogs, as the resolver takes them, by the id of the catalog. */
export async function readSources(db: Db, ids: readonly string[]): Promise<Map<string, Omit<GivenSource, 'resource'>>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Omit<GivenSource, 'resource'>>`
    select c.id as "catalogId", c.title, c.sha256, c.digests, coalesce(f.resolved, f.gzip) as gzip
      from catalogs.catalog c join catalogs.source_file f on f.catalog_id = c.id
     where c.id = any (${[...ids]}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.catalogId, row]))
}

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

/** Every control of a catalog with its outermost group, in its order. */
export const listControlIds = (db: Db, catalogId: string): Promise<{ id: string; topKey: string }[]> =>
  db
    .selectFrom('catalogs.control')
    .select(['id', 'top_key as topKey'])
    .where('catalog_id', '=', catalogId)
    .orderBy('position')
    .execute()
