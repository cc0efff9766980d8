import { createHash } from 'node:crypto'
import type pg from 'pg'
import { entryNames, qualified, type Snapshot } from './manifest.ts'
import { exactTexts, type OwnTable, ownTables } from './own-tables.ts'
import { type Entry, entryOf } from './tar.ts'

/** Bytes of one portion of rows; one row that is longer makes a portion of its own. */
const portion = 2_000_000

/**
 * All rows of all tables of ours, as of one moment, as entries of a backup; the last entry is the snapshot that describes them.
 * Needs the owner's role. Each row is a line, a JSON array of texts or nulls in the order of the columns.
 */
export async function* dumpTables(client: pg.ClientBase): AsyncGenerator<Entry> {
  await client.query(`begin isolation level repeatable read read only; ${exactTexts}`)
  try {
    const { rows: migrations } = await client.query<{ name: string; sha256: string }>(
      'select name, sha256 from migrations.migration order by name collate "C"',
    )
    const snapshot: Snapshot = { migrations, tables: [] }
    for (const table of await ownTables(client)) snapshot.tables.push(yield* dumpTable(client, table))
    yield entryOf(entryNames.snapshot, Buffer.from(JSON.stringify(snapshot)))
  } finally {
    await client.query('rollback')
  }
}

async function* dumpTable(client: pg.ClientBase, table: OwnTable): AsyncGenerator<Entry, Snapshot['tables'][number]> {
  const { schema, name, columns, order } = table
  const hash = createHash('sha256')
  const [sum, portions] = [{ rows: 0, bytes: 0 }, new Portions(qualified(table))]
  const values = columns.map((column) => `"${column.name}"::text`).join(', ')
  await client.query(
    `declare backup no scroll cursor for select ${values} from "${schema}"."${name}" order by ${order.join(', ')}`,
  )
  for (;;) {
    const { rows } = await client.query<(string | null)[]>({
      text: `fetch ${table.isBulky ? 4 : 500} from backup`,
      rowMode: 'array',
    })
    if (rows.length === 0) break
    const lines = Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
    hash.update(lines)
    sum.rows += rows.length
    sum.bytes += lines.length
    const entry = portions.add(lines)
    if (entry) yield entry
  }
  await client.query('close backup')
  const rest = portions.take()
  if (rest) yield rest
  return { schema, name, columns, ...sum, sha256: hash.digest('hex') }
}

class Portions {
  readonly #table: string
  #number = 0
  #waiting: Buffer[] = []
  #bytes = 0

  constructor(table: string) {
    this.#table = table
  }

  /** A finished portion, once enough has come together. */
  add(lines: Buffer): Entry | undefined {
    this.#waiting.push(lines)
    this.#bytes += lines.length
    return this.#bytes >= portion ? this.take() : undefined
  }

  take(): Entry | undefined {
    if (this.#bytes === 0) return undefined
    this.#number += 1
    const entry = entryOf(entryNames.rows(this.#table, this.#number), Buffer.concat(this.#waiting))
    this.#waiting = []
    this.#bytes = 0
    return entry
  }
}
