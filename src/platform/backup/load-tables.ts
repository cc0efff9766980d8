import type pg from 'pg'
import { insist } from './damaged.ts'
import { type BackedUpTable, qualified } from './manifest.ts'
import { type OwnTable, ownTables } from './own-tables.ts'

interface ForeignKey {
  table: string
  name: string
  definition: string
}

/** Rows go in this way at once: as many as fit into this many bytes of text, one at least. */
const statementBytes = 1_000_000

/**
 * Fills the tables of an empty schema inside the caller's transaction, as the owner. Foreign keys are taken off and put back at the
 * end, which checks them all: so neither the order of the tables nor rows that refer to their own table matter. Triggers of ours
 * stay silent meanwhile: the rows have been through them once.
 */
export class TableLoader {
  readonly #client: pg.ClientBase
  readonly #tables: Map<string, OwnTable>
  readonly #foreignKeys: ForeignKey[]
  readonly #triggers: string[]

  private constructor(client: pg.ClientBase, tables: OwnTable[], foreignKeys: ForeignKey[], triggers: string[]) {
    this.#client = client
    this.#tables = new Map(tables.map((table) => [qualified(table), table]))
    this.#foreignKeys = foreignKeys
    this.#triggers = triggers
  }

  /** The tables must be exactly those of the backup, column by column. */
  static async prepare(client: pg.ClientBase, expected: readonly BackedUpTable[]): Promise<TableLoader> {
    const tables = await ownTables(client)
    const found = new Set(tables.map(shape))
    for (const table of expected)
      insist(found.has(shape(table)), `${qualified(table)} hat andere Spalten, als ihre Fassung haben kann`)
    insist(tables.length === expected.length, 'es fehlt eine Tabelle')
    const foreignKeys = await takeForeignKeys(client)
    const triggers = await silenceTriggers(client)
    await client.query(`truncate ${tables.map(({ schema, name }) => `"${schema}"."${name}"`).join(', ')}`)
    return new TableLoader(client, tables, foreignKeys, triggers)
  }

  async insert(name: string, lines: Buffer): Promise<void> {
    const table = this.#tables.get(name)
    insist(table, `${name} ist keine Tabelle`)
    for (const rows of inStatements(lines)) await this.#insertRows(table, rows)
  }

  /** Puts everything back and throws when a row refers to nothing. */
  async finish(expected: readonly BackedUpTable[]): Promise<void> {
    for (const { table, name, definition } of this.#foreignKeys)
      await this.#client.query(`alter table ${table} add constraint "${name}" ${definition}`)
    for (const table of this.#triggers) await this.#client.query(`alter table ${table} enable trigger user`)
    for (const { schema, name, rows } of expected) {
      const counted = await this.#client.query<{ rows: string }>(
        `select count(*)::text as rows from "${schema}"."${name}"`,
      )
      insist(Number(counted.rows[0]?.rows) === rows, `${schema}.${name} ist nicht vollständig angekommen`)
    }
  }

  async #insertRows({ schema, name, columns }: OwnTable, rows: (string | null)[][]): Promise<void> {
    insist(
      rows.every((row) => row.length === columns.length),
      `${name} hat eine Zeile mit anderen Spalten`,
    )
    await this.#client.query(
      `insert into "${schema}"."${name}" (${columns.map((column) => `"${column.name}"`).join(', ')})
       select ${columns.map(({ type }, at) => `v.c${at}::${type}`).join(', ')}
         from unnest(${columns.map((_, at) => place(at)).join(', ')}) as v(${columns.map((_, at) => `c${at}`).join(', ')})`,
      columns.map((_, at) => rows.map((row) => row[at] ?? null)),
    )
  }
}

const shape = (table: Pick<OwnTable, 'schema' | 'name' | 'columns'>): string =>
  `${qualified(table)}(${table.columns.map(({ name, type }) => `${name} ${type}`).join(', ')})`

const place = (at: number): string => `$${at + 1}::text[]`

function* inStatements(lines: Buffer): Generator<(string | null)[][]> {
  let rows: (string | null)[][] = []
  let bytes = 0
  for (let from = 0, to = lines.indexOf(10); to >= 0; from = to + 1, to = lines.indexOf(10, from)) {
    rows.push(JSON.parse(lines.toString('utf8', from, to)) as (string | null)[])
    bytes += to - from
    if (bytes < statementBytes && rows.length < 5000) continue
    yield rows
    rows = []
    bytes = 0
  }
  if (rows.length > 0) yield rows
}

const ourTables = `join pg_class c on c.oid = x.relid join pg_namespace n on n.oid = c.relnamespace
  where c.relowner = (select oid from pg_roles where rolname = 'lotsenwerk_owner') and n.nspname <> 'migrations'`

async function takeForeignKeys(client: pg.ClientBase): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(`
    select c.oid::regclass::text as table, x.conname as name, pg_get_constraintdef(x.oid) as definition
      from (select oid, conname, conrelid as relid from pg_constraint where contype = 'f' and conparentid = 0) x ${ourTables}`)
  for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint "${name}"`)
  return rows
}

async function silenceTriggers(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ table: string }>(`
    select distinct c.oid::regclass::text as table
      from (select tgrelid as relid from pg_trigger where not tgisinternal and tgenabled = 'O') x ${ourTables}`)
  for (const { table } of rows) await client.query(`alter table ${table} disable trigger user`)
  return rows.map(({ table }) => table)
}
