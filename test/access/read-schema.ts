// What the database itself says about its tables: read from its catalog, so that a new table cannot be forgotten.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'

export interface Column {
  name: string
  type: string
  generated: boolean
}

export interface Policy {
  name: string
  command: string
  roles: string[]
  using: string | null
  check: string | null
}

export interface ForeignKey {
  name: string
  target: string
  columns: string[]
  /** Those of `columns` that point at the primary key of the target: enough to find the rows. */
  pointers: string[]
}

/** A table, a view or whatever else can be read like one. */
export interface Relation {
  name: string
  kind: 'table' | 'view' | 'other'
  comment: string
  owner: string
  rowSecurity: boolean
  forced: boolean
  /** A view that asks the rights of the reader, not those of its owner. */
  asReader: boolean
  columns: Column[]
  primaryKey: string[]
  /** Columns of any unique index. */
  unique: string[]
  policies: Policy[]
  foreignKeys: ForeignKey[]
  /** Columns of each index that covers all rows. */
  indexes: string[][]
  /** What the powerless role may do by grant, on the table or on a column, itself or through PUBLIC. */
  granted: string[]
}

/** What a role may do with the table or with a column of it. */
const grantedTo = (role: string) => sql`
  (select coalesce(jsonb_agg(p.name order by p.name), '[]') from (values ('SELECT'), ('INSERT'), ('UPDATE'), ('REFERENCES')) as p(name)
    where has_any_column_privilege(${role}, c.oid, p.name))
  ||
  (select coalesce(jsonb_agg(p.name order by p.name), '[]') from (values ('DELETE'), ('TRUNCATE'), ('TRIGGER')) as p(name)
    where has_table_privilege(${role}, c.oid, p.name))`

const namesOf = (table: ReturnType<typeof sql>, numbers: ReturnType<typeof sql>) => sql`
  (select coalesce(jsonb_agg(a.attname order by k.at), '[]') from unnest(${numbers}) with ordinality as k(number, at)
     join pg_attribute a on a.attrelid = ${table} and a.attnum = k.number)`

export const ourSchemas = sql`n.nspname !~ '^(pg_|information_schema|trigram$)'`

export async function readRelations(db: Db): Promise<Relation[]> {
  const { rows } = await sql<Relation>`
    select n.nspname || '.' || c.relname as name,
           case when c.relkind in ('r', 'p') then 'table' when c.relkind in ('v', 'm') then 'view' else 'other' end as kind,
           coalesce(obj_description(c.oid, 'pg_class'), '') as comment, c.relowner::regrole::text as owner,
           c.relrowsecurity as "rowSecurity", c.relforcerowsecurity as forced,
           coalesce('security_invoker=true' = any (c.reloptions) or 'security_invoker=on' = any (c.reloptions), false) as "asReader",
           ${columnsOf} as columns, ${primaryKeyOf} as "primaryKey", ${uniqueOf} as unique, ${policiesOf} as policies,
           ${foreignKeysOf} as "foreignKeys", ${indexesOf} as indexes, ${grantedTo('lotsenwerk_app')} as granted
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'v', 'm', 'f') and ${ourSchemas}
     order by 1`.execute(db)
  return rows
}

const columnsOf = sql`
  (select jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, null), 'generated', a.attgenerated <> '') order by a.attnum)
     from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)`

const primaryKeyOf = sql`
  coalesce((select ${namesOf(sql`c.oid`, sql`k.conkey`)} from pg_constraint k where k.conrelid = c.oid and k.contype = 'p'), '[]')`

const uniqueOf = sql`
  (select coalesce(jsonb_agg(distinct a.attname), '[]') from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey::smallint[])
    where i.indrelid = c.oid and i.indisunique)`

const policiesOf = sql`
  (select coalesce(jsonb_agg(jsonb_build_object('name', p.policyname, 'command', p.cmd, 'roles', to_jsonb(p.roles), 'using', p.qual, 'check', p.with_check)), '[]')
     from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname)`

const foreignKeysOf = sql`
  (select coalesce(jsonb_agg(jsonb_build_object('name', k.conname, 'target', tn.nspname || '.' || t.relname, 'columns', ${namesOf(sql`c.oid`, sql`k.conkey`)},
     'pointers', (select coalesce(jsonb_agg(a.attname), '[]') from unnest(k.conkey, k.confkey) as pair(here, there)
                    join pg_attribute a on a.attrelid = c.oid and a.attnum = pair.here
                    join pg_constraint p on p.conrelid = k.confrelid and p.contype = 'p' and pair.there = any (p.conkey)))), '[]')
     from pg_constraint k join pg_class t on t.oid = k.confrelid join pg_namespace tn on tn.oid = t.relnamespace
    where k.conrelid = c.oid and k.contype = 'f')`

const indexesOf = sql`
  (select coalesce(jsonb_agg(${namesOf(sql`c.oid`, sql`i.indkey::smallint[]`)}), '[]') from pg_index i
    where i.indrelid = c.oid and i.indpred is null and i.indisvalid)`

/** All rows of a table as they are in truth. */
export async function readRows(db: Db, table: Relation): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<{ row: Record<string, unknown> }>`
    select to_jsonb(t) as row from ${sql.table(table.name)} t order by to_jsonb(t)::text`.execute(db)
  return rows.map(({ row }) => row)
}

export const isTable = ({ kind }: Relation): boolean => kind === 'table'

export type TableClass = 'tenant' | 'shared' | 'person' | 'public' | 'system'

/** What the comment of a table declares; undefined when it declares none of the five. */
export const classOf = ({ comment }: Relation): TableClass | undefined =>
  /^class: (tenant|shared|person|public|system)\./.exec(comment)?.[1] as TableClass | undefined
