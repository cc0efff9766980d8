import { sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import type { Db } from '#platform/db/database.ts'
import type { MeasureKind } from './measure.ts'

/** What the search knows of one. */
export interface MeasureRow {
  id: string
  title: string
  organization: string
  description: string
  kind: MeasureKind
}

/** For the index, as the worker; by what the deeds name, or all in pages. */
export async function loadMeasureRows(
  db: Db,
  { ids, after, limit }: { ids?: readonly string[] | undefined; after?: string | undefined; limit: number },
): Promise<MeasureRow[]> {
  const { rows } = await sql<MeasureRow>`
    select id, title, organization, description, kind
      from measures.search_documents(${ids ? ids.filter(isId) : null}::uuid[], ${after ?? null}::uuid, ${limit})`.execute(
    db,
  )
  return rows
}
