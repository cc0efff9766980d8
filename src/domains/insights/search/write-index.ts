import { sql } from 'kysely'
import type { PublicContext } from '#platform/http/context.ts'
import type { SearchDocument, SearchSource } from '#platform/portal/search-document.ts'
import { indexRow } from './index-row.ts'

/** Short transactions as the worker: of a job, or of the command line. */
export type Units = <T>(work: (ctx: PublicContext) => Promise<T>) => Promise<T>

/** So many documents are read and written by one transaction. */
export const chunk = 500

/** Until the end of the transaction nobody else writes the index: what is read after this is the newest that is written. */
export const lockIndex = ({ db }: PublicContext) => sql`select search.lock()`.execute(db)

/** Into one index that is being made; without `build` into all there are. */
export async function putDocuments(
  { db }: PublicContext,
  source: SearchSource,
  documents: readonly SearchDocument[],
  build: string | null = null,
): Promise<void> {
  if (documents.length === 0) return
  const rows = documents.map((document) => indexRow(source, document))
  await sql`select search.put(${build}::uuid, ${JSON.stringify(rows)}::jsonb)`.execute(db)
}
