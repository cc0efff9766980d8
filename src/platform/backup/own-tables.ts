// The tables as the catalog of the database knows them: a table that a later migration adds is backed up without being named here.
import type pg from 'pg'
import { identifier } from './manifest.ts'

export interface OwnTable {
  schema: string
  name: string
  /** In the order of the table; computed columns are left out, they make themselves. */
  columns: { name: string; type: string }[]
  /** Expressions that give the rows the same order on every server. */
  order: string[]
  /** Values of one row may be large. */
  isBulky: boolean
}

const owner = `(select oid from pg_roles where rolname = 'lotsenwerk_owner')`
const ours = `c.relowner = ${owner} and c.relkind in ('r', 'p') and not c.relispartition and n.nspname <> 'migrations'`

const question = `
  select n.nspname as schema, c.relname as name,
         (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null)) order by a.attnum)
            from pg_attribute a
           where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
         coalesce((select json_agg(json_build_object('name', a.attname, 'text', a.attcollation <> 0) order by k.place)
            from pg_index i cross join lateral unnest(i.indkey::int2[]) with ordinality k(attnum, place)
            join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
           where i.indrelid = c.oid and i.indisprimary), '[]') as key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where ${ours}
   order by n.nspname collate "C", c.relname collate "C"`

interface Found {
  schema: string
  name: string
  columns: { name: string; type: string }[]
  key: { name: string; text: boolean }[]
}

/** Every table of ours, in a fixed order. Throws when the owner's role would not see all rows of one. */
export async function ownTables(client: pg.ClientBase): Promise<OwnTable[]> {
  await refuseBlindSpots(client)
  const { rows } = await client.query<Found>(question)
  return rows.map(({ schema, name, columns, key }) => {
    for (const word of [schema, name, ...columns.map((column) => column.name)])
      if (!identifier.test(word)) throw new Error(`a backup cannot name ${schema}.${name}.${word}`)
    const order = key.map((column) => (column.text ? `"${column.name}" collate "C"` : `"${column.name}"`))
    return {
      schema,
      name,
      columns,
      order: order.length > 0 ? order : columns.map((column) => `"${column.name}"::text collate "C"`),
      isBulky: columns.some(({ type }) => type === 'bytea'),
    }
  })
}

/** Row-level security binds the owner too: a table without its maintenance policy would be backed up as empty. */
async function refuseBlindSpots(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where ${ours} and c.relrowsecurity and c.relforcerowsecurity and (
       not exists (select from pg_policy p where p.polrelid = c.oid and p.polpermissive and p.polcmd = '*'
                      and ${owner} = any (p.polroles) and pg_get_expr(p.polqual, p.polrelid) = 'true'
                      and coalesce(pg_get_expr(p.polwithcheck, p.polrelid), 'true') = 'true')
       or exists (select from pg_policy p where p.polrelid = c.oid and not p.polpermissive and p.polroles && array[0::oid, ${owner}]))`)
  if (rows.length > 0)
    throw new Error(
      `the owner does not see every row of ${rows.map(({ name }) => name).join(', ')}: policy maintenance is missing`,
    )
}

/** Values as text that says everything: microseconds, all digits, bytes as hexadecimal. Both databases read and write it alike. */
export const exactTexts = `
  set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
  set local bytea_output = 'hex'; set local extra_float_digits = 1; set local search_path = pg_catalog;
  set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0; set local lock_timeout = 0`
