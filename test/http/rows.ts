// How many rows there are, to show that a refused request changed nothing.
import { sql } from 'kysely'
import { asOwner } from '../access/as-owner.ts'
import type { TestHouse } from '../harness/house.ts'

/** Rows by table, of every table there is. */
export const countRows = (house: TestHouse): Promise<Record<string, number>> =>
  asOwner(house, async (db) => {
    const tables = await sql<{ name: string; schema: string }>`
      select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema|migrations)' order by 1, 2`.execute(db)
    const counts: [string, number][] = []
    for (const { schema, name } of tables.rows) {
      const { rows } = await sql<{ n: number }>`select count(*)::integer as n from ${sql.id(schema, name)}`.execute(db)
      counts.push([`${schema}.${name}`, rows[0]?.n ?? -1])
    }
    return Object.fromEntries(counts)
  })
