import { sql } from 'kysely'
import type { Outcome } from '#kernel/outcome.ts'
import { sortKey } from '#kernel/sort-key.ts'
import { record } from '#foundation/audit/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Db } from '#platform/db/database.ts'
import type { PublicContext } from '#platform/http/context.ts'
import { Faults } from './municipality-list/faults.ts'
import type { MunicipalityRow } from './municipality-list/read-municipality-list.ts'
import type { ImportReport } from './schemas.ts'

/**
 * Brings the organizations of a list in, recognised by their ARS alone (names are not unique, keys are never matched by prefix).
 * What is the same stays untouched, so the same list twice changes nothing; what the list does not say stays as it is.
 */
export async function importMunicipalities(
  ctx: PublicContext,
  rows: MunicipalityRow[],
): Promise<Outcome<ImportReport>> {
  const taken = await takenKeys(ctx.db, rows)
  if (taken.any) return taken.refusal()
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
  const { rows: touched } = await sql<{ added: boolean }>`
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
    returning (version = 1) as added`.execute(ctx.db)
  const added = touched.filter((row) => row.added).length
  const report = { total: rows.length, added, changed: touched.length - added, unchanged: rows.length - touched.length }
  if (touched.length > 0)
    await record(ctx, 'organizations.imported', { organizationId: null, subjectId: null, data: report })
  return { ...report, byKind: countKinds(rows) }
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
