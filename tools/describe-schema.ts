// The schema as text, by our own catalog query: pg_dump of 15 and of 18 never agree. Written to db/schema.sql, compared by a test on both databases.
import type pg from 'pg'

/** `trigram` holds nothing but the extension pg_trgm, whose functions differ from version to version. */
const ours = `n.nspname !~ '^(pg_|information_schema|public|trigram)'`

const sections: [string, string][] = [
  [
    'schemas',
    `select format('schema %s%s', n.nspname, (select string_agg(format(' %s to %s', lower(g.privilege_type), coalesce(nullif(g.grantee, 0)::regrole::text, 'PUBLIC')), ',' order by g.grantee::regrole::text, g.privilege_type)
              from aclexplode(n.nspacl) g where g.grantee <> n.nspowner)) as line
       from pg_namespace n where ${ours}`,
  ],
  [
    'tables',
    `select format('table %s -- %s', c.oid::regclass, obj_description(c.oid)) || case when c.relrowsecurity and c.relforcerowsecurity then '' else ' WITHOUT FORCED ROW SECURITY' end as line
       from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and ${ours}`,
  ],
  [
    'columns',
    `select format('column %s.%s %s%s%s', c.oid::regclass, a.attname, format_type(a.atttypid, a.atttypmod),
              case when a.attnotnull then ' not null' else '' end, coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')) as line
       from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
       left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and ${ours}`,
  ],
  [
    'constraints',
    `select format('constraint %s on %s %s', k.conname, k.conrelid::regclass, pg_get_constraintdef(k.oid)) as line
       from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      where k.contype <> 'n' and ${ours}`,
  ],
  [
    'indexes',
    `select pg_get_indexdef(i.indexrelid) as line from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace where ${ours}`,
  ],
  [
    'policies',
    `select format('policy %s on %I.%I %s for %s to %s using (%s) check (%s)', p.policyname, p.schemaname, p.tablename, lower(p.permissive), p.cmd, array_to_string(p.roles, ', '), p.qual, p.with_check) as line
       from pg_policies p`,
  ],
  [
    'grants',
    `select format('grant %s on %s to %s', string_agg(g.privilege_type, ', ' order by g.privilege_type), c.oid::regclass, g.grantee::regrole) as line
       from pg_class c join pg_namespace n on n.oid = c.relnamespace cross join lateral aclexplode(c.relacl) g
      where c.relkind in ('r', 'p') and g.grantee <> c.relowner and ${ours} group by c.oid, g.grantee`,
  ],
  [
    'functions',
    `select format('function %s returns %s owner %s %s%s%s body %s execute %s', p.oid::regprocedure, pg_get_function_result(p.oid), p.proowner::regrole,
              case p.provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end, case when p.prosecdef then ' definer' else '' end, coalesce(' ' || array_to_string(p.proconfig, ' '), ''), left(md5(p.prosrc), 8),
              (select string_agg(case when g.grantee = 0 then 'PUBLIC' else g.grantee::regrole::text end, ', ' order by g.grantee::regrole::text)
                 from aclexplode(p.proacl) g where g.grantee <> p.proowner)) as line
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${ours}`,
  ],
  [
    'triggers',
    `select pg_get_triggerdef(t.oid) as line from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
      where not t.tgisinternal and ${ours}`,
  ],
  [
    'views',
    // PostgreSQL before 16 names the relation at each column also where there is only one.
    `select format('view %s as %s', c.oid::regclass, case when pg_get_viewdef(c.oid) ~ '(JOIN|UNION)' then pg_get_viewdef(c.oid)
         else regexp_replace(pg_get_viewdef(c.oid), '\\m[a-z]\\.', '', 'g') end) as line from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('v', 'm') and ${ours}`,
  ],
]

export async function describeSchema(pool: Pick<pg.ClientBase, 'query'>): Promise<string> {
  const parts: string[] = []
  for (const [name, query] of sections) {
    const { rows } = await pool.query<{ line: string }>(query)
    parts.push(`-- ${name}`, ...rows.map(({ line }) => line.replaceAll(/\s+/g, ' ')).toSorted(), '')
  }
  return parts.join('\n')
}
