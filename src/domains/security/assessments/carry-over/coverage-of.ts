import { reachAmong } from '#foundation/catalogs/index.ts'
import type { Db } from '#platform/db/database.ts'
import type { Assessment } from '../assessment.ts'
import { listOutermost } from './queries.ts'

/** A catalog that is held against another one. */
export type Covering = Pick<Assessment, 'catalogId' | 'catalogTitle' | 'catalogVersion'>

const nameOf = ({ catalogId, catalogTitle, catalogVersion }: Covering) => ({
  catalogId,
  title: catalogTitle,
  version: catalogVersion,
})

/** How much of each source reaches the catalog of a check, in as many queries for many as for one. */
export async function coverageOf(db: Db, sources: readonly Covering[], target: Covering) {
  const ids = sources.map(({ catalogId }) => catalogId)
  if (ids.length === 0) return []
  const among = await reachAmong(db, ids, target.catalogId)
  const groups = await listOutermost(db, ids)
  return sources.map((source) => ({
    from: nameOf(source),
    to: nameOf(target),
    ...among.coverage(source.catalogId, groups.get(source.catalogId) ?? []),
  }))
}
