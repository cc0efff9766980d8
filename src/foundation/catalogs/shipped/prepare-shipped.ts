import { join } from 'node:path'
import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { packageRoot } from '#platform/config.ts'
import type { PublicContext } from '#platform/http/context.ts'
import { type Imported, importCatalog } from '../import-catalog.ts'
import { prepareCatalog, prepareProfileOver } from '../open-catalog-file.ts'
import type { PreparedCatalog } from '../prepared-catalog.ts'
import { findShippedCatalog, type ShippedCatalog, shippedNames } from './shipped-catalog.ts'

/** A shipped catalog, and the one it chooses from where it is a profile. */
export interface PreparedShipped {
  prepared: PreparedCatalog
  over: PreparedCatalog | null
}

/** A catalog that comes with the product, read and checked like any other file, before any transaction. */
export async function prepareShipped(name: string): Promise<Outcome<PreparedShipped>> {
  const shipped = findShippedCatalog(name)
  if (shipped) return shipped.over ? prepareChoice(shipped, shipped.over) : prepareWhole(shipped)
  return refuse('Diesen Katalog liefern wir nicht mit, eingelesen wurde nichts.', [
    { path: 'name', message: `Mitgeliefert sind: ${shippedNames.join(', ')}.` },
  ])
}

const pathOf = ({ file }: ShippedCatalog): string => join(packageRoot, file)

async function prepareWhole(shipped: ShippedCatalog): Promise<Outcome<PreparedShipped>> {
  const prepared = await prepareCatalog(pathOf(shipped))
  return isRefusal(prepared) ? prepared : { prepared, over: null }
}

async function prepareChoice(shipped: ShippedCatalog, name: string): Promise<Outcome<PreparedShipped>> {
  const whole = await prepareShipped(name)
  if (isRefusal(whole)) return whole
  const over = whole.prepared
  const prepared = await prepareProfileOver(pathOf(shipped), over)
  return isRefusal(prepared) ? prepared : { prepared, over }
}

/** A profile brings along the catalog it chooses from. */
export async function importShipped(ctx: PublicContext, { prepared, over }: PreparedShipped): Promise<Imported> {
  if (!over) return importCatalog(ctx, prepared)
  const { id: sourceId } = await importCatalog(ctx, over)
  return importCatalog(ctx, { ...prepared, sources: prepared.sources.map((source) => ({ ...source, sourceId })) })
}
