// Everything about catalogs in one view: what modules.ts spreads.
import {
  catalogDetailPages,
  catalogOperations,
  catalogPages,
  comparisonOperations,
  comparisonPages,
  controlListPages,
  controlPages,
  mappingListPages,
  mappingOperations,
  mappingPages,
  shippedCatalogOperations,
  shippedCatalogPages,
  versionPages,
} from '#foundation/catalogs/index.ts'
import type { Operation } from '#platform/http/operation.ts'
import type { PageRoute } from '#platform/http/page-route.ts'

export const pagesOfCatalogs: readonly PageRoute[] = [
  ...catalogPages,
  ...shippedCatalogPages,
  // Before the pattern of a catalog, which would take their address.
  ...mappingListPages,
  ...mappingPages,
  ...controlListPages,
  ...controlPages,
  ...catalogDetailPages,
  ...versionPages,
  ...comparisonPages,
]

export const operationsOfCatalogs: readonly Operation[] = [
  ...catalogOperations,
  ...mappingOperations,
  ...comparisonOperations,
  ...shippedCatalogOperations,
]
