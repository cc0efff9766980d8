import { sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import type { Db } from '#platform/db/database.ts'

/** What the search knows of one. */
export interface OrganizationRow {
  id: string
  name: string
  formerNames: string[]
  kind: string
  county: string | null
  ars: string | null
  ags: string | null
}

/** For the index, as the worker; by what the deeds name, or all in pages. */
export async function loadOrganizationRows(
  db: Db,
  { ids, after, limit }: { ids?: readonly string[] | undefined; after?: string | undefined; limit: number },
): Promise<OrganizationRow[]> {
  const { rows } = await sql<OrganizationRow>`
      select id, name, former_names as "formerNames", kind, county, ars, ags
        from organizations.search_documents(${ids ? ids.filter(isId) : null}::uuid[], ${after ?? null}::uuid, ${limit})`.execute(
    db,
  )
  return rows
}
