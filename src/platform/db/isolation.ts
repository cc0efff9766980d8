import type pg from 'pg'

interface Findings {
  login: string
  superuser: boolean
  bypass: boolean
  createrole: boolean
  ownerReachable: boolean
  appOwns: boolean
  appBypass: boolean
  openTables: string | null
}

const question = `
  select session_user::text as login, l.rolsuper as superuser, l.rolbypassrls as bypass, l.rolcreaterole as createrole,
         pg_has_role(session_user, 'lotsenwerk_owner', 'MEMBER') as "ownerReachable",
         exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                  where pg_has_role('lotsenwerk_app', c.relowner, 'USAGE') and c.relkind in ('r', 'p')
                    and n.nspname not in ('pg_catalog', 'information_schema')) as "appOwns",
         (select a.rolsuper or a.rolbypassrls from pg_roles a where a.rolname = 'lotsenwerk_app') as "appBypass",
         (select string_agg(c.oid::regclass::text, ', ') from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema)'
             and not (c.relrowsecurity and c.relforcerowsecurity)) as "openTables"
    from pg_roles l where l.rolname = session_user`

/**
 * Why row-level security would not hold with this connection, as German sentences; empty when it holds.
 * `trusted`: embedded, demo or test clock, where the login may be anybody (access.md, Mechanism 1).
 */
export async function isolationGaps(pool: pg.Pool, trusted: boolean): Promise<string[]> {
  const found = (await pool.query<Findings>(question)).rows[0]
  if (!found) return ['Die Rollen der Datenbank lassen sich nicht lesen.']
  const gaps: [boolean, string][] = [
    [!trusted && found.superuser, `Die Anmeldung „${found.login}“ ist Superuser der Datenbank.`],
    [!trusted && found.bypass, `Die Anmeldung „${found.login}“ darf die Zeilenrechte umgehen (BYPASSRLS).`],
    [!trusted && found.createrole, `Die Anmeldung „${found.login}“ darf Rollen anlegen (CREATEROLE).`],
    [!trusted && found.ownerReachable, `Die Anmeldung „${found.login}“ kann die Rolle lotsenwerk_owner annehmen.`],
    [found.appOwns || found.appBypass, 'Die Rolle lotsenwerk_app besitzt Tabellen oder darf Zeilenrechte umgehen.'],
    [found.openTables !== null, `Ohne erzwungene Zeilenrechte: ${found.openTables}.`],
  ]
  return gaps.filter(([given]) => given).map(([, sentence]) => sentence)
}

/** Whether this login could become anybody, so that each unit of work has to step down to the serving role first. */
export async function mayStepDown(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ rolsuper: boolean }>('select rolsuper from pg_roles where rolname = session_user')
  return rows[0]?.rolsuper ?? false
}
