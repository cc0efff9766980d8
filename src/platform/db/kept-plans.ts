import { hash } from 'node:crypto'
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import type pg from 'pg'

/** Statements per connection whose plans are kept; each takes about 120 kB there. */
const mostKept = 250

/** Texts remembered per connection as asked once, by their hash; beyond that they are forgotten all at once. */
const mostSeen = 2000

/** So many uses of kept plans later all are made anew: tables grow meanwhile, and nobody analyzes those of the embedded database. */
const freshAfter = 2000

/** Another process has migrated while this one serves: the columns of a kept plan are not those of today. */
const isOutdated = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '0A000' && /cached plan/.test(error.message)

/**
 * The pool as Kysely wants it, with clients that let the server keep the plans of what they ask more than once: planning our statements
 * under row-level security takes longer than running them. PostgreSQL itself makes a plan anew when the role, a policy or a table changes.
 */
export function keepingPlans(pool: pg.Pool): PostgresPool {
  const clients = new WeakMap<pg.PoolClient, PlanningClient>()
  return {
    options: pool.options,
    connect: async () => {
      const client = await pool.connect()
      const known = clients.get(client) ?? new PlanningClient(client)
      clients.set(client, known)
      return known
    },
    end: () => pool.end(),
  }
}

class PlanningClient implements PostgresPoolClient {
  readonly #client: pg.PoolClient
  readonly #seen = new Set<string>()
  readonly #names = new Map<string, string>()
  #uses = 0
  #isOutdated = false

  constructor(client: pg.PoolClient) {
    this.#client = client
  }

  query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>
  query(cursor: never): never
  async query<R>(text: string, values?: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    const name = values?.length ? this.#nameOf(text) : undefined
    if (name !== undefined) await this.#count()
    try {
      const result = await this.#client.query({ text, values: [...(values ?? [])], ...(name && { name }) })
      return result as unknown as PostgresQueryResult<R>
    } catch (error) {
      this.#isOutdated ||= isOutdated(error)
      throw error
    }
  }

  async #count(): Promise<void> {
    this.#uses += 1
    if (this.#uses % freshAfter === 0) await this.#client.query('discard plans')
  }

  release(isBroken = false): void {
    this.#client.release(isBroken || this.#isOutdated)
  }

  /** From the second time on, so that lists of all lengths do not fill the server's memory. */
  #nameOf(text: string): string | undefined {
    const known = this.#names.get(text)
    if (known !== undefined || this.#names.size >= mostKept) return known
    const mark = hash('sha256', text, 'base64')
    if (this.#seen.delete(mark)) {
      const name = `kept_${this.#names.size}`
      this.#names.set(text, name)
      return name
    }
    if (this.#seen.size >= mostSeen) this.#seen.clear()
    this.#seen.add(mark)
    return undefined
  }
}
