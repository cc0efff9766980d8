/** The door of catalogs: imported, pinned versions of requirements and questions. */
export {
  type Catalog,
  type ControlDetail,
  type Group,
  findCatalog,
  findControlDetail,
  listCatalogs,
  listGroups,
  listHelp,
} from './queries.ts'
export { type PreparedCatalog, importCatalog, prepareCatalog } from './import-catalog.ts'
export { catalogRoutes } from './routes.ts'
export { catalogPages } from './web/catalogs.tsx'
export { catalogOperations } from './api.ts'
export { catalogWords } from './audit-words.ts'
