import { sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import type { Db } from '#platform/db/database.ts'

/** What the search knows of one. */
export interface ControlRow {
  catalogId: string
  id: string
  key: string
  title: string
  statement: string
  list: string
  catalog: string
}

/** For the index, as the worker; by what the deeds name, or all in pages. */
export async function loadControlRows(
  db: Db,
  { ids, after, limit }: { ids?: readonly string[] | undefined; after?: string | undefined; limit: number },
): Promise<ControlRow[]> {
  const [catalog = null, control = null] = after === undefined ? [] : [after.slice(0, 36), after.slice(37)]
  const { rows } = await sql<ControlRow>`
      select catalog_id as "catalogId", id, key, title, statement, list, catalog
        from catalogs.search_documents(${ids ? ids.filter(isId) : null}::uuid[], ${catalog}::uuid, ${control}, ${limit})`.execute(
    db,
  )
  return rows
}
