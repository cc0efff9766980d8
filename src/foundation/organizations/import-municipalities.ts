import { sql } from 'kysely'
import type { Outcome } from '#kernel/outcome.ts'
import { sortKey } from '#kernel/sort-key.ts'
import { record } from '#foundation/audit/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Db } from '#platform/db/database.ts'
import type { PublicContext } from '#platform/http/context.ts'
import type { FieldChange } from './history/change.ts'
import { noteChanges } from './history/note-change.ts'
import { Faults } from './municipality-list/faults.ts'
import type { MunicipalityRow } from './municipality-list/read-municipality-list.ts'
import { type FactValue, sameValue } from './organization.ts'
import type { ImportReport } from './import-report.ts'

/**
 * Brings the organizations of a list in, recognised by their ARS alone (names are not unique, keys are never matched by prefix).
 * What is the same stays untouched, so the same list twice changes nothing; what the list does not say stays as it is.
 * A key that belongs to an organization that no longer exists is reported, and that organization left as it is.
 */
export async function importMunicipalities(
  ctx: PublicContext,
  rows: MunicipalityRow[],
): Promise<Outcome<ImportReport>> {
  const taken = await takenKeys(ctx.db, rows)
  if (taken.any) return taken.refusal()
  const dissolved = await dissolvedKeys(ctx.db, rows)
  const gone = new Set(dissolved.map(({ ars }) => ars))
  const touched = await bringIn(
    ctx,
    rows.filter(({ ars }) => !gone.has(ars)),
  )
  await noteTouched(ctx, touched)
  const added = touched.filter(({ before }) => before === null).length
  const counts = { total: rows.length, added, changed: touched.length - added, unchanged: rows.length - touched.length }
  if (touched.length > 0)
    await record(ctx, 'organizations.imported', { organizationId: null, subjectId: null, data: counts })
  return { ...counts, byKind: countKinds(rows), dissolved }
}

type Imported = Record<'name' | 'kind' | 'ars' | 'ags' | 'population' | 'county', FactValue>

interface Touched {
  id: string
  /** Null when it is new. */
  before: Imported | null
  after: Imported
}

async function bringIn(ctx: PublicContext, rows: MunicipalityRow[]): Promise<Touched[]> {
  const data = rows.map((row) => ({
    id: newId(),
    name: row.name,
    kind: row.kind,
    ars: row.ars,
    ags: row.ags,
    population: row.population,
    county: row.county,
    sort_key: sortKey(row.name),
  }))
  // One statement compares and writes, always in the same order: two imports at once wait for each other instead of failing.
  const { rows: touched } = await sql<Touched>`
    with earlier as (
      select o.id, jsonb_build_object('name', o.name, 'kind', o.kind, 'ars', o.ars, 'ags', o.ags, 'population', o.population, 'county', o.county) as facts
        from organizations.organization o where o.ars = any (${rows.map(({ ars }) => ars)}::text[])),
    touched as (
      insert into organizations.organization as o (id, name, kind, ars, ags, population, county, sort_key, created_at, changed_at)
      select id, name, kind, ars, ags, population, county, sort_key, ${ctx.now.toString()}::timestamptz, ${ctx.now.toString()}::timestamptz
        from jsonb_to_recordset(${JSON.stringify(data)}::jsonb)
          as f(id uuid, name text, kind text, ars text, ags text, population integer, county text, sort_key text)
       order by ars
      on conflict (ars) do update set
        name = excluded.name, kind = excluded.kind, ags = coalesce(excluded.ags, o.ags),
        population = coalesce(excluded.population, o.population), county = coalesce(excluded.county, o.county),
        sort_key = excluded.sort_key, version = o.version + 1, changed_at = excluded.changed_at
      where (o.name, o.kind, o.ags, o.population, o.county) is distinct from
            (excluded.name, excluded.kind, coalesce(excluded.ags, o.ags), coalesce(excluded.population, o.population), coalesce(excluded.county, o.county))
      returning o.id, o.version,
        jsonb_build_object('name', o.name, 'kind', o.kind, 'ars', o.ars, 'ags', o.ags, 'population', o.population, 'county', o.county) as facts)
    select t.id, case when t.version = 1 then null else e.facts end as before, t.facts as after
      from touched t left join earlier e on e.id = t.id`.execute(ctx.db)
  return touched
}

async function noteTouched(ctx: PublicContext, touched: Touched[]): Promise<void> {
  const changes = touched.map(({ id, before, after }) => ({ organizationId: id, fields: differences(before, after) }))
  // A statement has at most 65,535 values; a list has up to 20,000 rows.
  for (let from = 0; from < changes.length; from += 2000)
    await noteChanges(ctx, 'imported', changes.slice(from, from + 2000))
}

const differences = (before: Imported | null, after: Imported): FieldChange[] =>
  Object.entries(after).flatMap(([field, value]): FieldChange[] => {
    if (!before) return value === null ? [] : [{ field, after: value }]
    const old = before[field as keyof Imported]
    return sameValue(old, value) ? [] : [{ field, before: old, after: value }]
  })

/** Lines whose ARS belongs to a predecessor that no longer exists today. */
async function dissolvedKeys(db: Db, rows: MunicipalityRow[]): Promise<ImportReport['dissolved']> {
  const keys = rows.map(({ line, ars }) => ({ line, ars }))
  const { rows: found } = await sql<ImportReport['dissolved'][number]>`
    select f.line, f.ars, o.id, o.name, min(s.from_day) as "dissolvedOn",
           jsonb_agg(jsonb_build_object('id', n.id, 'name', n.name) order by n.sort_key) as successors
      from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as f(line integer, ars text)
      join organizations.organization o on o.ars = f.ars
      join organizations.succession s on s.predecessor_id = o.id and s.withdrawn_at is null and s.from_day <= access.today()
      join organizations.organization n on n.id = s.successor_id
     group by f.line, f.ars, o.id, o.name
     order by f.line`.execute(db)
  return found
}

/** The AGS of a line that another organization has: it must lose it first, or the two are one under a new ARS. */
async function takenKeys(db: Db, rows: MunicipalityRow[]): Promise<Faults> {
  const keys = rows.flatMap(({ line, ars, ags }) => (ags === null ? [] : [{ line, ars, ags }]))
  const { rows: taken } = await sql<{ line: number; ags: string; name: string }>`
    select f.line, o.ags, o.name
      from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as f(line integer, ars text, ags text)
      join organizations.organization o on o.ags = f.ags and o.ars is distinct from f.ars
     order by f.line`.execute(db)
  const faults = new Faults()
  for (const { line, ags, name } of taken) faults.add(line, 'ags', `steht der Schlüssel ${ags}, den schon ${name} hat`)
  return faults
}

function countKinds(rows: MunicipalityRow[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { kind } of rows) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}
