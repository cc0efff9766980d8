import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { Temporal } from 'temporal-polyfill'
import { lockFolder } from './folder-lock.ts'
import { keepingPlans } from './kept-plans.ts'
import { EmbeddedPostgres } from './pglite.ts'
import { countQuery } from './query-count.ts'
import type { Tables } from './tables.ts'

/** The transaction of a unit of work. */
export type Db = Kysely<Tables>

export interface Database {
  kysely: Kysely<Tables>
  pool: pg.Pool
  embedded: boolean
  /** SQL before the settings of each unit of work: a superuser's login (demo, tests) steps down to the serving role first. */
  preamble: string
  /** Told after each unit how many queries it made. */
  observe?: ((queries: number) => void) | undefined
  /** Called after a commit that put work into the queue, where this process does such work. */
  wake?: (() => void) | undefined
  /** Embedded only: the one session as the owner of the tables, for backup and restore. Everybody else waits meanwhile. */
  asOwner?: OwnerDoor | undefined
  close(): Promise<void>
}

/** Gives the work a connection that sees every row of every table of ours. */
export type OwnerDoor = <T>(work: (client: pg.PoolClient) => Promise<T>) => Promise<T>

const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.INT8, safeInteger],
  [pg.types.builtins.DATE, (text) => text], // stays 'YYYY-MM-DD': the default makes it local midnight
  [pg.types.builtins.TIMESTAMPTZ, (text) => Temporal.Instant.from(text)],
])
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => parsers.get(oid) ?? pg.types.getTypeParser(oid, format),
}

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text}`)
  return value
}

export const databaseFolder = (dataFolder: string): string => join(dataFolder, 'postgres')

export const isFreshFolder = (dataFolder: string): boolean =>
  !existsSync(join(databaseFolder(dataFolder), 'PG_VERSION'))

/** What lies in the folder is no database, or not one that can be opened any more. */
export class FolderDamaged extends Error {
  constructor(folder: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    super(
      `Der Ordner ${folder} enthält keine Datenbank, die sich öffnen lässt (${reason}). Geändert wurde nichts. ` +
        'Bitte spielen Sie eine Sicherung zurück, oder wählen Sie mit LOTSENWERK_DATA einen anderen Ordner.',
      { cause },
    )
  }
}

interface Preparation {
  /** Runs under the lock, before the folder is opened. */
  before: () => Promise<void>
  /** Runs before anybody is served. */
  prepare: (server: EmbeddedPostgres) => Promise<void>
}

/** Opens the embedded database under its lock. Throws `FolderInUse` when another process has it. */
export async function openEmbedded(dataFolder: string, { before, prepare }: Preparation): Promise<Database> {
  const unlock = await lockFolder(dataFolder)
  try {
    await before()
    const folder = databaseFolder(dataFolder)
    const server = await EmbeddedPostgres.open(folder).catch((error: unknown) => {
      throw new FolderDamaged(folder, error)
    })
    await prepareOrClose(server, prepare)
    const release = async (): Promise<void> => {
      await server.close()
      unlock()
    }
    const pool = embeddedPool(server)
    return { ...wrap(pool, { embedded: true, preamble: '', release }), asOwner: ownerDoor(pool, server) }
  } catch (error) {
    unlock()
    throw error
  }
}

/** A thread that nobody closes would keep the process alive after its last words. */
async function prepareOrClose(server: EmbeddedPostgres, prepare: Preparation['prepare']): Promise<void> {
  try {
    await prepare(server)
    await server.become('lotsenwerk')
  } catch (error) {
    await server.close().catch(() => undefined)
    throw error
  }
}

const ownerDoor =
  (pool: pg.Pool, server: EmbeddedPostgres): OwnerDoor =>
  async (work) => {
    const client = await pool.connect()
    try {
      await server.become('lotsenwerk_owner')
      return await work(client)
    } finally {
      // The next client finds a clean session again (its first message cleans it), and never the owner's.
      await server.become('lotsenwerk').finally(() => client.release(true))
    }
  }

/** Units per connection, before a new one takes its place and what is asked often now gets its plans kept. */
const mostUses = 20_000

/** The one connection of the embedded database as a pool. */
export const embeddedPool = (server: EmbeddedPostgres): pg.Pool =>
  surviving(
    new pg.Pool({
      max: 1,
      idleTimeoutMillis: 0,
      maxUses: mostUses,
      connectionTimeoutMillis: 10_000,
      types,
      stream: server.connect,
      user: 'postgres',
      database: 'postgres',
    }),
  )

export const serverPool = (url: string, max = 10): pg.Pool =>
  surviving(
    new pg.Pool({
      connectionString: url,
      max,
      types,
      connectionTimeoutMillis: 10_000,
      // Not the ten seconds of `pg`: a new connection plans everything anew.
      idleTimeoutMillis: 300_000,
      maxUses: mostUses,
      options: '-c timezone=UTC -c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000',
    }),
  )

/** A connection that breaks, idle or between two queries of a unit, is replaced; whoever asks next is told. Unheard, its error would end the process. */
function surviving(pool: pg.Pool): pg.Pool {
  pool.on('error', () => {})
  pool.on('connect', (client) => void client.on('error', () => {}))
  return pool
}

/** Opens PostgreSQL by its URL. `stepDown` for a login that could be anybody: then each unit becomes the serving role first. */
export const openServer = (url: string, options: { stepDown: boolean; max?: number }): Database =>
  wrap(serverPool(url, options.max), {
    embedded: false,
    preamble: options.stepDown ? ' set local session authorization lotsenwerk;' : '',
    release: async () => {},
  })

function wrap(
  pool: pg.Pool,
  { embedded, preamble, release }: { embedded: boolean; preamble: string; release: () => Promise<void> },
): Database {
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: keepingPlans(pool) }), log: countQuery })
  const close = async (): Promise<void> => {
    await kysely.destroy()
    await release()
  }
  return { kysely, pool, embedded, preamble, close }
}
