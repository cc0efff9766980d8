import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { isId } from '#kernel/id.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import type { ParsedMap, Relationship } from './mapping.ts'

/** An imported mapping collection in one version. */
export interface MappingCollection {
  id: string
  title: string
  version: string
  oscalVersion: string
  /** As it says of itself: "draft", "human". */
  status: string | null
  method: string | null
  /** What both sides are called. */
  sources: string[]
  targets: string[]
  mapCount: number
  sha256: string
  warnings: string[]
  importedAt: Temporal.Instant
}

const columns = [
  'id',
  'title',
  'version',
  'oscal_version as oscalVersion',
  'status',
  'method',
  'source_titles as sources',
  'target_titles as targets',
  'map_count as mapCount',
  'sha256',
  'warnings',
  'imported_at as importedAt',
] as const

/** By title; the last import of the same title first. */
export async function listCollections(
  db: Db,
  filter: { limit: number; cursor?: string | undefined },
): Promise<Outcome<{ items: MappingCollection[]; next: string | null }>> {
  const after = decodeCursor(filter.cursor, ['text', 'id'])
  if (isRefusal(after)) return after
  let query = db
    .selectFrom('catalogs.mapping_collection')
    .select([...columns, 'sort_key'])
    .orderBy('sort_key')
    .orderBy('id', 'desc')
    .limit(filter.limit + 1)
  if (after)
    query = query.where(sql<boolean>`(sort_key > ${after[0]} or sort_key = ${after[0]} and id < ${after[1]}::uuid)`)
  const { items, next } = listPage(await query.execute(), filter.limit, (row) => [row.sort_key, row.id])
  return { items: items.map(({ sort_key: _, ...row }) => row), next }
}

export async function findCollection(db: Db, id: string): Promise<MappingCollection | undefined> {
  if (!isId(id)) return undefined
  return db.selectFrom('catalogs.mapping_collection').select(columns).where('id', '=', id).executeTakeFirst()
}

/** All relations of a collection, in its order. */
export async function listRelations(db: Db, id: string): Promise<(ParsedMap & { requirementId: string })[]> {
  const rows = await db
    .selectFrom('catalogs.mapping')
    .select(['position', 'relationship', 'source_id', 'source_key', 'requirement_id', 'target_id', 'target_key'])
    .select(['is_default as isDefault', 'remarks'])
    .where('collection_id', '=', id)
    .orderBy('position')
    .execute()
  return rows.map(({ relationship, source_id, source_key, requirement_id, target_id, target_key, ...row }) => ({
    ...row,
    relationship: relationship as Relationship,
    source: { id: source_id, key: source_key },
    requirementId: requirement_id,
    target: { id: target_id, key: target_key },
  }))
}

/** The imported catalog that has most of the numbers a collection names: what it is about, most likely. */
export async function suggestTarget(db: Db, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select c.catalog_id as id from catalogs.control c
     where c.id in (select m.target_id from catalogs.mapping m where m.collection_id = ${id}::uuid)
     group by c.catalog_id order by count(*) desc, c.catalog_id desc limit 1`.execute(db)
  return rows[0]?.id
}
