/** The door of catalogs: imported, pinned versions of requirements and questions. */
export {
  type Catalog,
  type ControlDetail,
  type Group,
  effortText,
  findCatalog,
  findControlDetail,
  listCatalogs,
  listGroups,
} from './queries.ts'
export { type PreparedCatalog, importCatalog, prepareCatalog } from './import-catalog.ts'
export { catalogOut, controlOut } from './schemas.ts'
export { catalogRoutes } from './routes.ts'
export { catalogPages } from './web/catalogs.tsx'
export { catalogOperations } from './api.ts'
export { lotsenwerkNamespace } from './oscal/catalog.ts'
