/** The door of catalogs: imported, pinned versions of requirements and questions. */
export {
  type Catalog,
  type Group,
  findCatalog,
  findCatalogByHash,
  listCatalogs,
  listControlIds,
  listGroups,
  listVersions,
} from './queries.ts'
export { type ControlDetail, findControlDetail, listHelp } from './find-controls.ts'
export { type Surroundings, prepareCatalog } from './open-catalog-file.ts'
export { prepareWorkbookAnswers } from './wiba/read-workbook-in-worker.ts'
export { lotsenwerkNamespace } from './oscal/catalog.ts'
export { checkOscal } from './prepare-oscal-check.ts'
export { findShippedCatalog, shippedNames } from './shipped/shipped-catalog.ts'
export { type PreparedShipped, importShipped, prepareShipped } from './shipped/prepare-shipped.ts'
export { shippedCatalogOperations } from './shipped/api.ts'
export { shippedCatalogPages } from './shipped/web/import-shipped.ts'
export { catalogRoutes } from './routes.ts'
export { catalogPages } from './web/catalogs.tsx'
export { catalogDetailPages } from './web/catalog.tsx'
export { controlListPages } from './web/controls.tsx'
export { controlPages } from './web/control.tsx'
export { shortVersion } from './versions.ts'
export { knownList, wibaLists } from './wiba/lists.ts'
export { catalogOperations } from './api.ts'
export { controlSearch } from './search.ts'
export { catalogWords } from './audit-words.ts'
export {
  type Change,
  type Comparison,
  type ComparedControl,
  type Pair,
  isRenumbered,
  isToConfirm,
} from './comparison/compare-versions.ts'
export { compareCatalogs } from './comparison/load-version.ts'
export type { PreparedMappings, Relationship } from './mappings/mapping.ts'
export { requirementsOf } from './mappings/queries.ts'
export { mappingOperations } from './mappings/api.ts'
export { importMappings } from './mappings/import-mappings.ts'
export { prepareMappings } from './mappings/prepare-mappings.ts'
export { mappingListPages } from './mappings/web/collections.tsx'
export { mappingPages } from './mappings/web/collection.tsx'
export { coverage, reachControls } from './mappings/reach-controls.ts'
export { comparisonOperations } from './comparison/api.ts'
export { comparisonPages } from './comparison/web/comparison-page.tsx'
export { versionPages } from './comparison/web/versions-page.tsx'
export { type MappedControl, reachAmong } from './mappings/reach-among.ts'
