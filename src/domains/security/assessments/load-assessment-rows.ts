import { sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import type { Db } from '#platform/db/database.ts'

/** What the search knows of one. */
export interface AssessmentRow {
  id: string
  organization: string
  catalog: string
  wave: number
  closed: string | null
}

/** For the index, as the worker; by what the deeds name, or all in pages. */
export async function loadAssessmentRows(
  db: Db,
  { ids, after, limit }: { ids?: readonly string[] | undefined; after?: string | undefined; limit: number },
): Promise<AssessmentRow[]> {
  const { rows } = await sql<AssessmentRow>`
      select id, organization, catalog, wave, closed_why as closed
        from security.search_documents(${ids ? ids.filter(isId) : null}::uuid[], ${after ?? null}::uuid, ${limit})`.execute(
    db,
  )
  return rows
}
