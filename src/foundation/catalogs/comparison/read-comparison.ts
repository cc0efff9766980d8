import type { Db } from '#platform/db/database.ts'
import { type Catalog, findCatalog, listGroups } from '../queries.ts'
import type { Comparison } from './compare-versions.ts'
import type { GroupTitle } from './entries.ts'
import { compareCatalogs } from './load-version.ts'

/** Two catalogs that are here, held against each other. */
export interface ComparedCatalogs {
  before: Catalog
  after: Catalog
  comparison: Comparison
}

/** Undefined where one of them is not here. */
export async function readComparison(
  db: Db,
  { beforeId, id }: { beforeId: string; id: string },
): Promise<ComparedCatalogs | undefined> {
  const after = await findCatalog(db, id)
  const before = after && (await findCatalog(db, beforeId))
  return before && { before, after, comparison: await compareCatalogs(db, before, after) }
}

/** The outermost groups of a catalog, in its order. */
export const readTops = async (db: Db, catalogId: string): Promise<GroupTitle[]> =>
  (await listGroups(db, catalogId)).filter(({ parentKey }) => parentKey === null)
