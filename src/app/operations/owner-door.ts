import { readFileSync } from 'node:fs'
import type pg from 'pg'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { type Config, schemaSources } from '#platform/config.ts'
import { isFreshFolder, openEmbedded, type OwnerDoor, serverPool } from '#platform/db/database.ts'
import { openEmbeddedReady } from '#platform/db/embedded.ts'
import { FolderInUse } from '#platform/db/folder-lock.ts'
import { takeAlone } from '#platform/db/presence.ts'
import { isTrusted } from '../house.ts'

/** The database as its owner, with nobody served by this process. */
export interface OwnerAccess {
  asOwner: OwnerDoor
  close(): Promise<void>
}

/** For a backup: as it lies there, nothing is migrated. On PostgreSQL others may be at work. */
export function openToRead(config: Config): Promise<Outcome<OwnerAccess>> {
  if (config.databaseUrl || config.databaseOwnerUrl) return openServerAsOwner(config, { alone: false })
  if (isFreshFolder(config.dataFolder))
    return Promise.resolve(
      refuse(`In ${config.dataFolder} liegt keine Datenbank. Bitte LOTSENWERK_DATA oder DATABASE_OWNER_URL prüfen.`),
    )
  return openFolder(() => openEmbedded(config.dataFolder, { before: async () => {}, prepare: async () => {} }))
}

/** For a restore: nobody else may work with the database meanwhile. */
export function openAlone(config: Config): Promise<Outcome<OwnerAccess>> {
  if (config.databaseUrl || config.databaseOwnerUrl) return openServerAsOwner(config, { alone: true })
  return openFolder(() => openEmbeddedReady(config.dataFolder, schemaSources))
}

async function openFolder(open: () => ReturnType<typeof openEmbedded>): Promise<Outcome<OwnerAccess>> {
  try {
    const database = await open()
    if (!database.asOwner) throw new Error('the embedded database has no door for its owner')
    return { asOwner: database.asOwner, close: () => database.close() }
  } catch (error) {
    if (error instanceof FolderInUse) return refuse(error.message)
    throw error
  }
}

async function openServerAsOwner(config: Config, { alone }: { alone: boolean }): Promise<Outcome<OwnerAccess>> {
  const url = config.databaseOwnerUrl ?? (isTrusted(config) ? config.databaseUrl : undefined)
  if (!url)
    return refuse(
      'Dafür braucht es DATABASE_OWNER_URL, die Anmeldung lotsenwerk_owner: Die Anmeldung, mit der das Lotsenwerk läuft, sieht absichtlich nicht alle Zeilen.',
    )
  try {
    const lock = alone ? await takeAlone(url) : undefined
    if (alone && !lock)
      return refuse(
        'Mit dieser Datenbank arbeitet gerade ein Lotsenwerk (serve, worker oder ein anderer Befehl). Bitte alle beenden und es dann noch einmal versuchen.',
      )
    const pool = serverPool(url, 1)
    const close = async (): Promise<void> => {
      await pool.end()
      await lock?.release()
    }
    const problem = alone ? await becomeOwner(pool, isTrusted(config)) : await findSchema(pool)
    if (problem === undefined) return { asOwner: (work) => withClient(pool, work), close }
    await close()
    return refuse(problem)
  } catch (error) {
    return refuse(
      `Die Datenbank ist nicht erreichbar: ${error instanceof Error ? error.message || 'keine Verbindung' : String(error)}. Bitte DATABASE_OWNER_URL prüfen.`,
    )
  }
}

async function findSchema(pool: pg.Pool): Promise<string | undefined> {
  try {
    const { rows } = await withClient(pool, (client) =>
      client.query<{ there: boolean }>(`select to_regclass('migrations.migration') is not null as there`),
    )
    return rows[0]?.there ? undefined : 'In dieser Datenbank ist noch kein Lotsenwerk eingerichtet.'
  } catch {
    return notTheOwner
  }
}

const notTheOwner =
  'Die Anmeldung in DATABASE_OWNER_URL darf nicht als lotsenwerk_owner arbeiten. Bitte die Anmeldung lotsenwerk_owner angeben.'

/** In demo and tests the login may be a superuser's; then it makes the roles itself where they are missing. */
async function becomeOwner(pool: pg.Pool, trusted: boolean): Promise<string | undefined> {
  const { rows } = await pool.query<{ may: boolean; roles: boolean }>(`
    select exists (select from pg_roles where rolname = 'lotsenwerk_owner') as roles,
           (select rolsuper or rolcreaterole from pg_roles where rolname = session_user) as may`)
  if (trusted && rows[0]?.may) await pool.query(readFileSync(schemaSources.rolesFile, 'utf8'))
  else if (!rows[0]?.roles)
    return 'Der Datenbank fehlen die Rollen. Einmal als Datenbankverwalter: npx lotsenwerk roles | psql.'
  try {
    await withClient(pool, async () => {})
    return undefined
  } catch {
    return notTheOwner
  }
}

async function withClient<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('set role lotsenwerk_owner')
    return await work(client)
  } finally {
    client.release(true)
  }
}
