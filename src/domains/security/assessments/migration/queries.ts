import { sql } from 'kysely'
import { type Catalog, listVersions } from '#foundation/catalogs/index.ts'
import type { Db } from '#platform/db/database.ts'
import type { Assessment } from '../assessment.ts'

/** Numbers of the requirements that somebody said or noted something about. */
export async function answeredIn(db: Db, assessmentId: string): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select l.control_id as id
      from (select distinct on (a.control_id) a.control_id, a.answer, a.level, a.note from security.answer a
             where a.assessment_id = ${assessmentId}::uuid order by a.control_id, a.version desc) l
     where l.answer is not null or l.level is not null or l.note <> ''`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** A check that runs on this version of a catalog. */
export async function findRunning(db: Db, organizationId: string, catalogId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('security.assessment')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('catalog_id', '=', catalogId)
    .where('signed_off_at', 'is', null)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return row?.id
}

/** Later versions of a check's catalog, the last imported first: those that share identities with it. */
export async function listNewer(db: Db, { catalogId, catalogTitle, scale }: Assessment): Promise<Catalog[]> {
  const later = (await listVersions(db, { title: catalogTitle })).filter(
    (catalog) => catalog.id > catalogId && catalog.scale === scale,
  )
  if (later.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select distinct n.catalog_id as id from catalogs.control o join catalogs.control n on n.key = o.key
     where o.catalog_id = ${catalogId}::uuid and n.catalog_id = any (${later.map(({ id }) => id)}::uuid[])`.execute(db)
  const sharing = new Set(rows.map(({ id }) => id))
  return later.filter(({ id }) => sharing.has(id))
}

/** Colleagues who answer lists of a check. */
export async function delegatesOf(db: Db, assessmentId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('security.delegation')
    .select('person_id')
    .distinct()
    .where('assessment_id', '=', assessmentId)
    .where('ended_at', 'is', null)
    .execute()
  return rows.map(({ person_id }) => person_id)
}

/** A question as it was in an earlier version of the catalog. */
export interface PastQuestion {
  assessmentId: string
  controlId: string
  title: string
  statement: string
}

/** From the nearest version to the first. */
export async function pastOf(db: Db, assessmentId: string, controlId: string): Promise<PastQuestion[]> {
  const { rows } = await sql<PastQuestion>`
    with recursive past as (
      select a.migrated_from as assessment_id, e ->> 0 as control_id, 1 as step
        from security.assessment a cross join jsonb_array_elements(a.moved_pairs) e
       where a.id = ${assessmentId}::uuid and e ->> 1 = ${controlId}
      union all
      select a.migrated_from, e ->> 0, p.step + 1
        from past p join security.assessment a on a.id = p.assessment_id cross join jsonb_array_elements(a.moved_pairs) e
       where e ->> 1 = p.control_id and p.step < 20)
    select p.assessment_id as "assessmentId", p.control_id as "controlId", c.title, c.statement
      from past p join security.assessment a on a.id = p.assessment_id
      join catalogs.control c on c.catalog_id = a.catalog_id and c.id = p.control_id
     order by p.step`.execute(db)
  return rows
}

/** What was answered in the newer check since the move: what undoing carries back, and what has no place in the old one. */
export async function countSince(db: Db, newerId: string): Promise<{ back: number; left: number }> {
  const { rows } = await sql<{ back: number; left: number }>`
    with given as (
      select a.control_id, bool_or(a.moved_from is null) as since from security.answer a
       where a.assessment_id = ${newerId}::uuid group by a.control_id),
    pairs as (
      select e ->> 1 as id from security.assessment s cross join jsonb_array_elements(s.moved_pairs) e where s.id = ${newerId}::uuid)
    select (count(*) filter (where g.since and p.id is not null))::integer as back,
           (count(*) filter (where p.id is null))::integer as left
      from given g left join pairs p on p.id = g.control_id`.execute(db)
  return rows[0] ?? { back: 0, left: 0 }
}
