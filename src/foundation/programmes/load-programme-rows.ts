import { sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import type { Db } from '#platform/db/database.ts'

/** What the search knows of one. */
export interface ProgrammeRow {
  id: string
  key: string
  name: string
  summary: string
  about: string
  runBy: string
  contractor: string | null
  steps: string[]
}

/** For the index, as the worker; by what the deeds name, or all in pages. Drafts are not among them. */
export async function loadProgrammeRows(
  db: Db,
  { ids, after, limit }: { ids?: readonly string[] | undefined; after?: string | undefined; limit: number },
): Promise<ProgrammeRow[]> {
  const { rows } = await sql<ProgrammeRow>`
      select id, key, name, summary, about, run_by as "runBy", contractor, steps
        from programmes.search_documents(${ids ? ids.filter(isId) : null}::uuid[], ${after ?? null}::uuid, ${limit})`.execute(
    db,
  )
  return rows
}
