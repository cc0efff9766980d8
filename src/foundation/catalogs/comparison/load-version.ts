import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { Obligation } from '../oscal/catalog.ts'
import { type ComparedControl, type ComparedVersion, type Comparison, compareVersions } from './compare-versions.ts'

/** The controls of an imported version, as they are compared. */
export async function loadVersion(db: Db, { id, hasKeys }: { id: string; hasKeys: boolean }): Promise<ComparedVersion> {
  const { rows } = await sql<ComparedControl & { obligation: Obligation | null }>`
    select c.id, c.key, c.title, c.statement, c.obligation, c.top_key as "topKey", c.position,
           coalesce((select string_agg(concat_ws(': ', h.part ->> 'title', h.part ->> 'prose'), e'\n' order by h.at)
                       from jsonb_array_elements(c.help) with ordinality as h(part, at)), '') as guidance
      from catalogs.control c where c.catalog_id = ${id}::uuid order by c.position`.execute(db)
  return { hasKeys, controls: rows }
}

/** Two imported versions against each other. */
export const compareCatalogs = async (
  db: Db,
  before: { id: string; hasKeys: boolean },
  after: { id: string; hasKeys: boolean },
): Promise<Comparison> => compareVersions(await loadVersion(db, before), await loadVersion(db, after))
