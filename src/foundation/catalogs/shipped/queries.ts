import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { packageRoot } from '#platform/config.ts'
import type { Db } from '#platform/db/database.ts'
import { type ShippedCatalog, shippedCatalogs } from './shipped-catalog.ts'

export interface ShippedState extends ShippedCatalog {
  /** The imported catalog, where this very file was imported; an earlier version of it is another one. */
  catalogId: string | null
}

// Once per process and before any request: no transaction waits for a file.
const hashed = shippedCatalogs.map((catalog) => ({
  ...catalog,
  sha256: createHash('sha256')
    .update(readFileSync(join(packageRoot, catalog.file)))
    .digest('hex'),
}))

export async function listShipped(db: Db): Promise<ShippedState[]> {
  // By the hash of the file, which for a profile is not that of the catalog it became.
  const ofFile = sql<string>`coalesce(digests->>'SHA-256', sha256)`
  const rows = await db
    .selectFrom('catalogs.catalog')
    .select(['id', ofFile.as('sha256')])
    .where(
      ofFile,
      'in',
      hashed.map(({ sha256 }) => sha256),
    )
    .orderBy('id')
    .execute()
  const imported = new Map(rows.map(({ id, sha256 }) => [sha256, id]))
  return hashed.map(({ sha256, ...catalog }) => ({ ...catalog, catalogId: imported.get(sha256) ?? null }))
}
