import { join } from 'node:path'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { packageRoot } from '#platform/config.ts'
import { type PreparedCatalog, prepareCatalog } from '../import-catalog.ts'
import { findShippedCatalog, shippedNames } from './shipped-catalog.ts'

/** A catalog that comes with the product, read and checked like any other file, before any transaction. */
export async function prepareShipped(name: string): Promise<Outcome<PreparedCatalog>> {
  const catalog = findShippedCatalog(name)
  if (catalog) return prepareCatalog(join(packageRoot, catalog.file))
  return refuse('Diesen Katalog liefern wir nicht mit, eingelesen wurde nichts.', [
    { path: 'name', message: `Mitgeliefert sind: ${shippedNames.join(', ')}.` },
  ])
}
