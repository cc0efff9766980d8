import type pg from 'pg'
import { migrationFiles, readMigration, runMigrations } from '../db/migrate.ts'
import { TableLoader } from './load-tables.ts'
import type { Manifest, Snapshot } from './manifest.ts'
import { exactTexts } from './own-tables.ts'
import type { Part } from './read-backup.ts'

/** Why the migrations of a backup are not the first ones of ours, as a German sentence; undefined when they are. */
export function unknownState(snapshot: Pick<Snapshot, 'migrations'>, folder: string): string | undefined {
  const names = migrationFiles(folder)
  const newer = snapshot.migrations.filter(({ name }) => !names.includes(name))
  if (newer.length > 0)
    return `Diese Sicherung stammt aus einer neueren oder anderen Fassung des Lotsenwerks (${newer[0]?.name} ist hier unbekannt). Bitte zuerst das Lotsenwerk aktualisieren. Wiederhergestellt wurde nichts.`
  const changed = snapshot.migrations.find(
    ({ name, sha256 }, at) => name !== names[at] || sha256 !== readMigration(folder, name).sha256,
  )
  return (
    changed &&
    `Diese Sicherung stammt aus einer anderen Fassung des Lotsenwerks (${changed.name} war dort anders). Wiederhergestellt wurde nichts.`
  )
}

export interface Restoring {
  manifest: Manifest
  migrationsFolder: string
  parts: AsyncGenerator<Part, Manifest>
  /** What is not rows, while the transaction is open. */
  keep: (part: Exclude<Part, { kind: 'rows' }>) => Promise<void>
}

/**
 * One transaction: everything of ours is dropped, made anew as it was when the backup was taken, filled, and migrated to the state of
 * today. Whatever goes wrong, and a kill at any moment, leaves what was there before. Needs the owner's role.
 */
export async function restoreTables(client: pg.ClientBase, restoring: Restoring): Promise<void> {
  const { manifest, migrationsFolder, parts, keep } = restoring
  const then = manifest.migrations.map(({ name }) => name)
  const later = migrationFiles(migrationsFolder).filter((name) => !then.includes(name))
  await client.query(`begin; ${patience}`)
  try {
    await emptySchema(client)
    await runMigrations(client, migrationsFolder, then)
    await client.query(exactTexts)
    const loader = await TableLoader.prepare(client, manifest.tables)
    await load(parts, loader, keep)
    await loader.finish(manifest.tables)
    await client.query(usualTexts)
    await runMigrations(client, migrationsFolder, later)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined) // the connection may be gone; then so is the transaction
    throw error
  }
}

async function load(parts: Restoring['parts'], loader: TableLoader, keep: Restoring['keep']): Promise<void> {
  for await (const part of parts)
    if (part.kind === 'rows') await loader.insert(part.table, part.lines)
    else await keep(part)
}

const patience = 'set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0'

const usualTexts = `set local datestyle to default; set local intervalstyle to default; set local search_path to default; ${patience}`

/** Takes away every schema of ours with all that is in it; whoever calls it fills it again in the same transaction. */
export async function emptySchema(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ schemas: string | null }>(`
    select string_agg(format('%I', nspname), ', ') as schemas from pg_namespace
     where nspowner = (select oid from pg_roles where rolname = 'lotsenwerk_owner')`)
  const schemas = rows[0]?.schemas
  if (schemas) await client.query(`drop schema ${schemas} cascade`)
}

/** Nobody was ever there: what a migration or the first start wrote does not count. */
export async function isEmptyInstallation(client: pg.ClientBase): Promise<boolean> {
  for (const table of ['identity.person', 'organizations.organization']) {
    const { rows: known } = await client.query<{ there: boolean }>('select to_regclass($1) is not null as there', [
      table,
    ])
    if (!known[0]?.there) continue
    const { rows } = await client.query<{ any: boolean }>(`select exists (select from ${table}) as any`)
    if (rows[0]?.any) return false
  }
  return true
}
