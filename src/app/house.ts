import { type Outcome, type Refusal, isRefusal, refuse } from '#kernel/outcome.ts'
import { readFileSync } from 'node:fs'
import type pg from 'pg'
import { type Clock, SettableClock, systemClock } from '#platform/clock.ts'
import { type Config, prepareDataFolder, schemaSources, isLoopback } from '#platform/config.ts'
import { type Database, FolderDamaged, openServer, serverPool } from '#platform/db/database.ts'
import { openEmbeddedReady } from '#platform/db/embedded.ts'
import { FolderInUse } from '#platform/db/folder-lock.ts'
import { isolationGaps, mayStepDown } from '#platform/db/isolation.ts'
import { isMigrated, migrate, pendingMigrations } from '#platform/db/migrate.ts'
import { Presence } from '#platform/db/presence.ts'
import { unfinishedRestore } from './operations/restore-mark.ts'

/** The database with the schema of today and proven isolation, and the clock: what both server and command line stand on. */
export interface House {
  config: Config
  database: Database
  clock: Clock
}

/** Opens it; every reason why it cannot be opened is a sentence that says what to do. */
export async function openHouse(config: Config): Promise<Outcome<House>> {
  const unfinished = unfinishedRestore(config.dataFolder)
  if (unfinished !== undefined) return refuse(unfinished)
  if (config.demo && !isLoopback(config.host))
    return refuse(
      `LOTSENWERK_DEMO=1 geht nur auf diesem Rechner selbst. HOST ist ${config.host}; erlaubt ist 127.0.0.1.`,
    )
  const clock = config.testClock ? new SettableClock() : systemClock
  const database = config.databaseUrl ? await openPostgres(config, config.databaseUrl) : await openFolder(config)
  return 'refused' in database ? database : { config, database, clock }
}

async function openFolder({ dataFolder }: Config): Promise<Outcome<Database>> {
  const folder = prepareDataFolder(dataFolder)
  if (isRefusal(folder)) return folder
  try {
    return await openEmbeddedReady(dataFolder, schemaSources)
  } catch (error) {
    if (error instanceof FolderInUse || error instanceof FolderDamaged) return refuse(error.message)
    throw error
  }
}

/** Demo and test clock may use any login; production needs one that cannot leave its role (access.md, Mechanism 1). */
export const isTrusted = ({ demo, testClock }: Pick<Config, 'demo' | 'testClock'>): boolean =>
  demo === true || testClock

async function openPostgres(config: Config, url: string): Promise<Outcome<Database>> {
  try {
    const presence = await Presence.take(url)
    if (!presence)
      return refuse('In diese Datenbank wird gerade eine Sicherung eingespielt. Bitte warten, bis das fertig ist.')
    const database = await openPresent(config, url).catch((error: unknown) => ({ error }))
    if ('kysely' in database) return { ...database, close: () => closeBoth(database, presence) }
    await presence.release()
    if ('error' in database) throw database.error
    return database
  } catch (error) {
    return explain(error, config.databaseOwnerUrl ? 'DATABASE_URL und DATABASE_OWNER_URL' : 'DATABASE_URL')
  }
}

async function closeBoth(database: Database, presence: Presence): Promise<void> {
  try {
    await database.close()
  } finally {
    await presence.release()
  }
}

async function openPresent(config: Config, url: string): Promise<Outcome<Database>> {
  await migrateWhereAllowed(config, url)
  return withPool(url, async (probe) => {
    const notReady = await checkReady(config, probe)
    return notReady ?? openServer(url, { stepDown: await mayStepDown(probe) })
  })
}

const setUp =
  'Einmal als Datenbankverwalter: npx lotsenwerk roles | psql; dann mit DATABASE_OWNER_URL: npx lotsenwerk migrate.'

async function checkReady(config: Config, pool: pg.Pool): Promise<Outcome<never> | undefined> {
  if (!(await isMigrated(pool))) return refuse(`Die Datenbank ist noch nicht eingerichtet. ${setUp}`)
  const gaps = await isolationGaps(pool, isTrusted(config))
  if (gaps.length > 0)
    return refuse(
      `So startet das Lotsenwerk nicht, weil die Trennung der Kommunen nicht gesichert wäre. ${gaps.join(' ')} Rollen richtet ein: npx lotsenwerk roles.`,
    )
  const pending = await pendingMigrations(pool, schemaSources.migrationsFolder)
  return pending.length > 0 ? refuse(`Die Datenbank ist auf einem älteren Stand. ${setUp}`) : undefined
}

/** With the owner's address always; in demo and tests also with a login that may create roles, which then makes them itself. */
async function migrateWhereAllowed(config: Config, url: string): Promise<void> {
  if (config.databaseOwnerUrl) {
    await withPool(config.databaseOwnerUrl, (pool) => migrate(pool, schemaSources.migrationsFolder))
    return
  }
  if (!isTrusted(config)) return
  await withPool(url, async (pool) => {
    const { rows } = await pool.query<{ may: boolean }>(
      'select rolsuper or rolcreaterole as may from pg_roles where rolname = session_user',
    )
    if (!rows[0]?.may) return
    await pool.query(readFileSync(schemaSources.rolesFile, 'utf8'))
    await migrate(pool, schemaSources.migrationsFolder)
  })
}

export async function migrateNow({ databaseOwnerUrl, databaseUrl }: Config): Promise<Outcome<string[]>> {
  if (!databaseUrl && !databaseOwnerUrl)
    return refuse(
      'Die eingebettete Datenbank bringt sich beim Start selbst auf den neuesten Stand. Für PostgreSQL bitte DATABASE_OWNER_URL angeben.',
    )
  if (!databaseOwnerUrl)
    return refuse('Zum Einrichten und Aktualisieren braucht es DATABASE_OWNER_URL, die Anmeldung lotsenwerk_owner.')
  try {
    return await withPool(databaseOwnerUrl, (pool) => migrate(pool, schemaSources.migrationsFolder))
  } catch (error) {
    return explain(error, 'DATABASE_OWNER_URL')
  }
}

async function withPool<T>(url: string, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const pool = serverPool(url, 1)
  try {
    return await work(pool)
  } finally {
    await pool.end()
  }
}

const unreachable = /^(ECONNREFUSED|ENOTFOUND|ETIMEDOUT|ENOENT|EAI_AGAIN|28P01|28000|3D000)$/

/** What the operator can mend, as a sentence; everything else is thrown on. */
function explain(error: unknown, settings: string): Refusal {
  const { code, message } = error as { code?: string; message?: string }
  if (code !== undefined && unreachable.test(code))
    return refuse(`Die Datenbank ist nicht erreichbar: ${message || 'keine Verbindung'}. Bitte ${settings} prüfen.`)
  if (code === '42501') return refuse(`Der Anmeldung in ${settings} fehlen Rechte (${message}). ${setUp}`)
  throw error
}
