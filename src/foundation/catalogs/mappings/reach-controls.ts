import type { Db } from '#platform/db/database.ts'
import { type Coverage, coverageOf, reach, type Reached, resolveReached } from './chain.ts'
import { loadKnown, loadMaps, loadNames, loadOutermost } from './queries.ts'

/** Which controls of one catalog each control of another reaches through the imported mappings; those that reach nothing have an empty list. */
export async function reachControls(
  db: Db,
  sourceCatalogId: string,
  targetCatalogId: string,
): Promise<Map<string, Reached[]>> {
  const names = await loadNames(db, sourceCatalogId)
  return resolveReached(reach(names, await loadMaps(db)), await loadKnown(db, targetCatalogId))
}

/** How much of a catalog reaches another one, list by list, the lists that reach nothing too. */
export async function coverage(db: Db, sourceCatalogId: string, targetCatalogId: string): Promise<Coverage> {
  const groups = await loadOutermost(db, sourceCatalogId)
  const names = await loadNames(db, sourceCatalogId)
  return coverageOf(groups, reach(names, await loadMaps(db)), await loadKnown(db, targetCatalogId))
}
