import { type RawBuilder, sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { sortKey } from '#kernel/sort-key.ts'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import type { Assignment, AssignmentState } from './assignment.ts'

const assignments = (db: Db) =>
  db
    .selectFrom('identity.assignment as a')
    .innerJoin('identity.person as p', 'p.id', 'a.person_id')
    .innerJoin('organizations.organization as o', 'o.id', 'a.organization_id')
    .leftJoin('identity.person as m', 'm.id', 'a.assigned_by')
    .select([
      'a.id',
      'a.person_id as personId',
      'p.name as personName',
      'a.organization_id as organizationId',
      'o.name as organizationName',
      sql<string>`a.from_day::text`.as('from'),
      sql<string>`a.until_day::text`.as('until'),
      'a.assigned_by as assignedBy',
      'm.name as assignedByName',
      'a.objection',
    ])

// The same as stateOf.
const over = sql<boolean>`(a.until_day < access.today() or a.until_day < a.from_day)`
const inState: Record<AssignmentState, RawBuilder<boolean>> = {
  objected: sql`a.objection is not null`,
  over: sql`(a.objection is null and ${over})`,
  running: sql`(a.objection is null and not ${over} and a.from_day <= access.today())`,
  planned: sql`(a.objection is null and not ${over} and a.from_day > access.today())`,
}

export interface AssignmentFilter {
  /** The beginning of any word of the assessor's or the municipality's name. */
  search?: string | undefined
  state?: AssignmentState | undefined
  organizationId?: string | undefined
  personId?: string | undefined
  limit: number
  cursor?: string | undefined
}

/** Those the actor may see, ended ones too, the newest first. */
export async function listAssignments(
  db: Db,
  { organizationId, personId, search, state, limit, cursor }: AssignmentFilter,
): Promise<Outcome<{ items: Assignment[]; next: string | null }>> {
  const after = decodeCursor(cursor, ['id'])
  if (isRefusal(after)) return after
  let query = assignments(db)
    .orderBy('a.id', 'desc')
    .limit(limit + 1)
  if (organizationId) query = query.where('a.organization_id', '=', organizationId)
  if (personId) query = query.where('a.person_id', '=', personId)
  if (state) query = query.where(inState[state])
  const words = sortKey(search ?? '')
  if (words)
    query = query.where(
      sql<boolean>`((' ' || p.sort_key) like ${`% ${words}%`} or (' ' || o.sort_key) like ${`% ${words}%`})`,
    )
  if (after) query = query.where('a.id', '<', String(after[0]))
  return listPage(await query.execute(), limit, ({ id }) => [id])
}

export const findAssignment = async (db: Db, id: string): Promise<Assignment | undefined> =>
  isId(id) ? assignments(db).where('a.id', '=', id).executeTakeFirst() : undefined

export interface Assessor {
  id: string
  name: string
  contractor: string
}

/** People with the role of an assessor today or soon, where the actor may see it. */
export const listAssessors = (db: Db, today: string): Promise<Assessor[]> =>
  db
    .selectFrom('identity.role_grant as g')
    .innerJoin('identity.person as p', 'p.id', 'g.person_id')
    .innerJoin('organizations.organization as o', 'o.id', 'g.organization_id')
    .select(['p.id', 'p.name', 'o.name as contractor'])
    .distinct()
    .where('g.role', '=', 'assessor')
    .where('o.kind', '=', 'contractor')
    .where(sql<boolean>`(g.until_day is null or (g.until_day >= ${today}::date and g.until_day >= g.from_day))`)
    .orderBy('p.name')
    .limit(500)
    .execute()

/**
 * Whether this person may be sent there at all (an assessor of a contractor who belongs neither there nor to the cooperative), and
 * whether they are there already in that time.
 */
export async function hindrances(
  db: Db,
  { personId, organizationId, from, until }: Record<'personId' | 'organizationId' | 'from' | 'until', string>,
): Promise<{ unfit: boolean; there: boolean }> {
  const { rows } = await sql<{ unfit: boolean; there: boolean }>`
    select not access.may_be_assigned(${personId}::uuid, ${organizationId}::uuid, ${from}::date) as unfit,
           exists (select from identity.assignment a where a.person_id = ${personId}::uuid and a.organization_id = ${organizationId}::uuid
                    and a.from_day <= ${until}::date and a.until_day >= ${from}::date) as there`.execute(db)
  return rows[0] ?? { unfit: true, there: false }
}

/** Whom to tell in the cooperative about an objection: those who assigned and their colleagues. */
export async function listProgrammeManagers(db: Db): Promise<string[]> {
  const { rows } = await sql<{
    id: string
  }>`select programme_managers as id from identity.programme_managers()`.execute(db)
  return rows.map(({ id }) => id)
}

/** Who is assigned there today, as far as the actor may see it. */
export const assessorsOf = (db: Db, organizationId: string, today: string): Promise<{ id: string; name: string }[]> =>
  db
    .selectFrom('identity.assignment as a')
    .innerJoin('identity.person as p', 'p.id', 'a.person_id')
    .select(['p.id', 'p.name'])
    .distinct()
    .where('a.organization_id', '=', organizationId)
    .where(sql<boolean>`a.from_day <= ${today}::date and a.until_day >= ${today}::date`)
    .orderBy('p.name')
    .limit(50)
    .execute()
