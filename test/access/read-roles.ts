// What the database says about its functions and roles.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import { ourSchemas } from './read-schema.ts'

export interface DatabaseFunction {
  name: string
  owner: string
  definer: boolean
  settings: string[]
  /** Its names were bound when it was made; where it is not a definer, the statement takes it in. */
  bound: boolean
  language: string
  returnsSet: boolean
  /** PUBLIC is among them while nobody revoked it. */
  mayExecute: string[]
}

export async function readFunctions(db: Db): Promise<DatabaseFunction[]> {
  const { rows } = await sql<DatabaseFunction>`
    select n.nspname || '.' || p.proname as name, p.proowner::regrole::text as owner, p.prosecdef as definer,
           to_jsonb(coalesce(p.proconfig, '{}')) as settings,
           p.prosqlbody is not null as bound, l.lanname as language, p.proretset as "returnsSet",
           (select coalesce(jsonb_agg(distinct case when g.grantee = 0 then 'PUBLIC' else g.grantee::regrole::text end), '[]')
              from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g where g.grantee <> p.proowner) as "mayExecute"
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_language l on l.oid = p.prolang
     where ${ourSchemas} order by 1`.execute(db)
  return rows
}

/** Functions that act with the rights of others, and what is wrong with them. `expected`: name → who may execute it. */
export const functionComplaints = (
  functions: DatabaseFunction[],
  expected: Record<string, { owner: string; mayExecute: string[] }>,
): string[] =>
  functions.flatMap(({ name, owner, definer, settings, bound, language, returnsSet, mayExecute }) => {
    const known = expected[name]
    const takenIn = bound && !definer
    // Set-returning ones are read once by a statement, the others by every policy.
    const inPolicies = name.startsWith('access.') && !returnsSet
    const wrong: [boolean, string][] = [
      [mayExecute.includes('PUBLIC'), 'may be executed by everybody'],
      [!takenIn && !settings.includes('search_path=""'), 'has no empty search_path'],
      [inPolicies && language === 'sql' && !takenIn, 'is planned anew with each call'],
      [definer && !known, 'acts with the rights of another, but is not listed'],
      [definer && known !== undefined && owner !== known.owner, `belongs to ${owner}`],
      [
        definer && known !== undefined && mayExecute.toSorted().join() !== known.mayExecute.toSorted().join(),
        `may be executed by ${mayExecute.join(', ')}`,
      ],
    ]
    return wrong.filter(([given]) => given).map(([, sentence]) => `${name} ${sentence}`)
  })

const privileges = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']

/** What a role may do with each table, by whichever grant; tables it may do nothing with are left out. */
export async function tableRightsOf(db: Db, role: string): Promise<Record<string, string>> {
  const { rows } = await sql<{ name: string; rights: string }>`
    select n.nspname || '.' || c.relname as name, string_agg(p.name, ' ' order by p.at) as rights
      from pg_class c join pg_namespace n on n.oid = c.relnamespace, unnest(${privileges}::text[]) with ordinality as p(name, at)
     where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and ${ourSchemas}
       and (has_table_privilege(${role}, c.oid, p.name)
         or p.name in ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES') and has_any_column_privilege(${role}, c.oid, p.name))
     group by 1`.execute(db)
  return Object.fromEntries(rows.map(({ name, rights }) => [name, rights]))
}

export interface DatabaseRole {
  name: string
  login: boolean
  /** Superuser, BYPASSRLS, CREATEROLE, CREATEDB, REPLICATION. */
  powers: string[]
  inherits: boolean
  memberOf: string[]
  /** Objects of this database that belong to it, other than functions. */
  owns: number
  /** Schemas in which it may create objects. */
  createsIn: string[]
}

export async function readRoles(db: Db): Promise<DatabaseRole[]> {
  const { rows } = await sql<DatabaseRole>`
    select r.rolname as name, r.rolcanlogin as login, r.rolinherit as inherits,
           to_jsonb(array_remove(array[case when r.rolsuper then 'superuser' end, case when r.rolbypassrls then 'bypassrls' end,
             case when r.rolcreaterole then 'createrole' end, case when r.rolcreatedb then 'createdb' end,
             case when r.rolreplication then 'replication' end], null)) as powers,
           (select coalesce(jsonb_agg(m.roleid::regrole::text order by m.roleid::regrole::text), '[]') from pg_auth_members m where m.member = r.oid) as "memberOf",
           (select count(*)::integer from pg_shdepend d where d.refobjid = r.oid and d.deptype = 'o' and d.classid <> 'pg_proc'::regclass
               and d.dbid in (0, (select oid from pg_database where datname = current_database()))) as owns,
           (select coalesce(jsonb_agg(n.nspname order by n.nspname), '[]') from pg_namespace n
             where ${ourSchemas} and has_schema_privilege(r.oid, n.oid, 'CREATE')) as "createsIn"
      from pg_roles r where r.rolname like 'lotsenwerk%' order by 1`.execute(db)
  return rows
}
