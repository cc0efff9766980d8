import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { ControlLink } from '../oscal/catalog.ts'
import type { Origin } from '../prepared-catalog.ts'
import { newestOf } from '../versions.ts'
import type { MapRow, SourceNames } from './chain.ts'
import type { Relationship } from './mapping.ts'
import { namesOf } from './requirements.ts'
import type { Known } from './resolve-targets.ts'

/** All maps that count, in order: of each collection, by title, its newest version. */
export async function loadMaps(db: Db): Promise<MapRow[]> {
  const rows = await db
    .selectFrom('catalogs.mapping as m')
    .innerJoin('catalogs.mapping_collection as k', 'k.id', 'm.collection_id')
    .select(['k.id', 'k.sort_key as title', 'k.version'])
    .select(['m.collection_id', 'm.position', 'm.relationship', 'm.source_id', 'm.source_key', 'm.requirement_id'])
    .select(['m.target_id', 'm.target_key', 'm.is_default'])
    .orderBy('m.collection_id', 'desc')
    .orderBy('m.position')
    .execute()
  const collections = [...new Map(rows.map(({ id, title, version }) => [id, { id, title, version }])).values()]
  const current = new Set(
    [...Map.groupBy(collections, ({ title }) => title).values()].map((versions) => newestOf(versions)?.id),
  )
  return rows
    .filter(({ id }) => current.has(id))
    .toSorted((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : one.position - other.position))
    .map((row) => ({
      collectionId: row.collection_id,
      position: row.position,
      relationship: row.relationship as Relationship,
      source: { id: row.source_id, key: row.source_key },
      requirementId: row.requirement_id,
      target: { id: row.target_id, key: row.target_key },
      isDefault: row.is_default,
    }))
}

/** What the controls of a catalog are called by whoever maps, in its order. */
export async function loadNames(db: Db, catalogId: string): Promise<SourceNames[]> {
  const rows = await db
    .selectFrom('catalogs.control as c')
    .innerJoin('catalogs.catalog as k', 'k.id', 'c.catalog_id')
    .select(['c.id', 'c.key', 'c.top_key as topKey', 'c.links', 'k.origin', 'k.has_keys as hasKeys'])
    .where('c.catalog_id', '=', catalogId)
    .orderBy('c.position')
    .execute()
  const [first] = rows
  if (!first) return []
  const controls = rows.map(({ id, key, topKey, links }) => ({ id, key, topKey, links: links as ControlLink[] }))
  return namesOf({ origin: first.origin as Origin, hasKeys: first.hasKeys, controls })
}

/** Which requirements of IT-Grundschutz each control asks for ("CON.3.A2"), in the catalog's order; none is an empty list. */
export const requirementsOf = async (db: Db, catalogId: string): Promise<ReadonlyMap<string, readonly string[]>> =>
  new Map((await loadNames(db, catalogId)).map(({ controlId, requirements }) => [controlId, requirements]))

/** The controls of a catalog as targets. */
export async function loadKnown(db: Db, catalogId: string): Promise<Known> {
  const rows = await db
    .selectFrom('catalogs.control as c')
    .innerJoin('catalogs.catalog as k', 'k.id', 'c.catalog_id')
    .select(['c.id', 'c.key', 'c.title', 'k.has_keys as hasKeys'])
    .where('c.catalog_id', '=', catalogId)
    .orderBy('c.position')
    .execute()
  const controls = rows.map(({ id, key, title }) => ({ id, key, title }))
  return { hasKeys: rows[0]?.hasKeys ?? false, controls }
}

/** The outermost groups with what stands in them, in order; those without controls too. */
export async function loadOutermost(
  db: Db,
  catalogId: string,
): Promise<{ key: string; title: string; controlIds: string[] }[]> {
  const { rows } = await sql<{ key: string; title: string; controlIds: string[] }>`
    select g.key, g.title,
           array(select c.id from catalogs.control c where c.catalog_id = g.catalog_id and c.top_key = g.key order by c.position)
             as "controlIds"
      from catalogs.control_group g
     where g.catalog_id = ${catalogId}::uuid and g.parent_key is null order by g.position`.execute(db)
  return rows
}
