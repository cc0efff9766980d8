import { sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import type { Db } from '#platform/db/database.ts'

/** What the search knows of one. */
export interface PersonRow {
  id: string
  name: string
  roles: string[]
  organizations: string[]
}

/** For the index, as the worker; by what the deeds name, or all in pages. */
export async function loadPersonRows(
  db: Db,
  { ids, after, limit }: { ids?: readonly string[] | undefined; after?: string | undefined; limit: number },
): Promise<PersonRow[]> {
  const { rows } = await sql<PersonRow>`
      select id, name, roles, organizations
        from identity.search_documents(${ids ? ids.filter(isId) : null}::uuid[], ${after ?? null}::uuid, ${limit})`.execute(
    db,
  )
  return rows
}
