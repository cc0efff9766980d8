// What the bench of imports takes from the product, as one graph of modules.
export { importCatalog } from '#foundation/catalogs/import-catalog.ts'
export { prepareCatalog } from '#foundation/catalogs/open-catalog-file.ts'
export { systemClock } from '#platform/clock.ts'
export { schemaSources } from '#platform/config.ts'
export { openEmbeddedReady } from '#platform/db/embedded.ts'
export { operator, unitOfWork } from '#platform/db/unit-of-work.ts'
