import { setTimeout } from 'node:timers/promises'
import pg from 'pg'

const key = 7_112_027

/**
 * Says to the PostgreSQL server, as long as this process has the database open, that somebody works with it: a lock that all
 * processes share and that a restore must have alone. A pool is no such sign, it closes its connections when nothing happens.
 */
export class Presence {
  readonly #url: string
  #client: pg.Client | undefined
  #released = false

  private constructor(url: string) {
    this.#url = url
  }

  /** Undefined while a restore runs. */
  static async take(url: string): Promise<Presence | undefined> {
    const presence = new Presence(url)
    return (await presence.#hold()) ? presence : undefined
  }

  async release(): Promise<void> {
    this.#released = true
    await this.#client?.end().catch(() => undefined)
  }

  async #hold(): Promise<boolean> {
    const client = await connected(this.#url)
    const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock_shared($1) as held', [key])
    if (!rows[0]?.held || this.#released) {
      await client.end()
      return false
    }
    this.#client = client
    client.once('end', () => void this.#again())
    return true
  }

  /** The server was restarted: it comes back, and so does the sign. */
  async #again(): Promise<void> {
    while (!this.#released) {
      await setTimeout(2000, undefined, { ref: false })
      if (await this.#hold().catch(() => false)) return
    }
  }
}

/** Takes the lock alone, on a connection of its own; undefined while anybody else is there. */
export async function takeAlone(url: string): Promise<{ release(): Promise<void> } | undefined> {
  const client = await connected(url)
  const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [key])
  if (rows[0]?.held) return { release: () => client.end() }
  await client.end()
  return undefined
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'lotsenwerk',
    connectionTimeoutMillis: 10_000,
  })
  client.on('error', () => {}) // 'end' follows
  await client.connect()
  return client
}
