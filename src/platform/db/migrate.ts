import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'

const oneAtATime = 7_112_026

const bookkeeping = `create schema if not exists migrations; create table if not exists migrations.migration (
  name text primary key, sha256 text not null, ran_at timestamptz not null default now());
  comment on table migrations.migration is 'class: system. Which files of db/migrations have run.'`

/**
 * Runs what has not run yet, each file in its own transaction, as `lotsenwerk_owner`; several servers starting at once wait
 * for each other. Returns the names that ran. Throws when a file was changed after it ran, or fails: then nothing of it stays.
 */
export async function migrate(pool: pg.Pool, folder: string): Promise<string[]> {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [oneAtATime])
    await client.query('set role lotsenwerk_owner')
    await client.query(bookkeeping)
    const ran: string[] = []
    for (const name of migrationFiles(folder)) if (await runOnce(client, folder, name)) ran.push(name)
    return ran
  } finally {
    // On a connection that is gone both are moot; it still has to be given back.
    await client.query('reset role').catch(() => undefined)
    await client.query('select pg_advisory_unlock($1)', [oneAtATime]).catch(() => undefined)
    client.release()
  }
}

export const migrationFiles = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()

/** Whether this database was ever migrated; may be asked by a login that has no rights here. */
export async function isMigrated(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ there: boolean }>(
    `select exists (select from pg_proc where pronamespace = to_regnamespace('migrations') and proname = 'done') as there`,
  )
  return rows[0]?.there ?? false
}

/** Names of files that have not run in a migrated database. */
export async function pendingMigrations(pool: pg.Pool, folder: string): Promise<string[]> {
  const done = await pool.query<{ name: string }>('select name from migrations.done() as name')
  const names = new Set(done.rows.map(({ name }) => name))
  return migrationFiles(folder).filter((name) => !names.has(name))
}

/** A file as the bookkeeping knows it: the hash tells whether it was changed after it ran. */
export function readMigration(folder: string, name: string): { name: string; sha256: string; text: string } {
  const text = readFileSync(join(folder, name), 'utf8')
  return { name, sha256: createHash('sha256').update(text).digest('hex'), text }
}

/** The named files, in the caller's transaction and as whoever the caller is. For the restore, which begins with an empty schema. */
export async function runMigrations(client: pg.ClientBase, folder: string, names: readonly string[]): Promise<void> {
  await client.query(bookkeeping)
  for (const name of names) await run(client, readMigration(folder, name))
}

async function run(client: pg.ClientBase, { name, sha256, text }: ReturnType<typeof readMigration>): Promise<void> {
  await client.query(text)
  await client.query('insert into migrations.migration (name, sha256) values ($1, $2)', [name, sha256])
}

async function runOnce(client: pg.PoolClient, folder: string, name: string): Promise<boolean> {
  const migration = readMigration(folder, name)
  const known = await client.query<{ sha256: string }>('select sha256 from migrations.migration where name = $1', [
    name,
  ])
  const before = known.rows[0]
  if (before && before.sha256 !== migration.sha256) throw new Error(`migration ${name} was changed after it ran`)
  if (before) return false
  await client.query('begin')
  try {
    await run(client, migration)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
  return true
}
