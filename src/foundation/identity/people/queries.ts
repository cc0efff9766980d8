import { sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { sortKey } from '#kernel/sort-key.ts'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import type { Role } from '../roles.ts'
import { type Colleague, type Grant, headRoles, isOver } from './grant.ts'

// Row-level security leaves only people and roles the actor may see.

const grants = (db: Db) =>
  db
    .selectFrom('identity.role_grant as g')
    .innerJoin('identity.person as p', 'p.id', 'g.person_id')
    .innerJoin('organizations.organization as o', 'o.id', 'g.organization_id')
    .select([
      'g.id',
      'g.person_id as personId',
      'p.name as personName',
      'p.email',
      'g.organization_id as organizationId',
      'o.name as organizationName',
      'o.kind as organizationKind',
      'g.role',
      sql<string>`g.from_day::text`.as('from'),
      sql<string | null>`g.until_day::text`.as('until'),
      'g.granted_by as grantedBy',
    ])

const asGrant = ({ email: _, role, ...row }: Omit<Grant, 'role'> & { role: string; email: string }): Grant => ({
  ...row,
  role: role as Role,
})

export interface GrantFilter {
  organizationId?: string | undefined
  personId?: string | undefined
  limit: number
  cursor?: string | undefined
}

/** Roles in force, to come and ended, the newest first. */
export async function listGrants(
  db: Db,
  { organizationId, personId, limit, cursor }: GrantFilter,
): Promise<Outcome<{ items: Grant[]; next: string | null }>> {
  const after = decodeCursor(cursor, ['id'])
  if (isRefusal(after)) return after
  let query = grants(db)
    .orderBy('g.id', 'desc')
    .limit(limit + 1)
  if (organizationId) query = query.where('g.organization_id', '=', organizationId)
  if (personId) query = query.where('g.person_id', '=', personId)
  if (after) query = query.where('g.id', '<', String(after[0]))
  const { items, next } = listPage(await query.execute(), limit, ({ id }) => [id])
  return { items: items.map(asGrant), next }
}

export async function findGrant(db: Db, id: string): Promise<Grant | undefined> {
  if (!isId(id)) return undefined
  const row = await grants(db).where('g.id', '=', id).executeTakeFirst()
  return row && asGrant(row)
}

/** What a person is there today or later. */
export const currentGrants = async (
  db: Db,
  { personId, organizationId }: { personId: string; organizationId: string },
  today: string,
): Promise<Grant[]> => (await currentGrantsOf(db, { personIds: [personId], organizationId }, today)).get(personId) ?? []

/** The same of several people. */
export async function currentGrantsOf(
  db: Db,
  { personIds, organizationId }: { personIds: readonly string[]; organizationId: string },
  today: string,
): Promise<Map<string, Grant[]>> {
  const rows = await grants(db)
    .where('g.person_id', 'in', [...personIds])
    .where('g.organization_id', '=', organizationId)
    .where(sql<boolean>`(g.until_day is null or g.until_day >= ${today}::date)`)
    .orderBy('g.from_day')
    .limit(200)
    .execute()
  const current = rows.map(asGrant).filter((grant) => !isOver(grant, today))
  return Map.groupBy(current, ({ personId }) => personId)
}

const mostPeople = 1000

/** Everybody who belongs to the organization today or soon, in German order of names. */
export async function staffOf(db: Db, organizationId: string, today: string): Promise<Colleague[]> {
  const rows = await grants(db)
    .where('g.organization_id', '=', organizationId)
    .where(sql<boolean>`(g.until_day is null or g.until_day >= ${today}::date)`)
    .orderBy('g.id')
    .limit(mostPeople)
    .execute()
  const people = new Map<string, Colleague>()
  for (const row of rows) {
    const grant = asGrant(row)
    if (isOver(grant, today)) continue
    const known = people.get(row.personId) ?? { id: row.personId, name: row.personName, email: row.email, grants: [] }
    known.grants.push(grant)
    people.set(row.personId, known)
  }
  return [...people.values()].toSorted((a, b) => sortKey(a.name).localeCompare(sortKey(b.name)))
}

export interface PersonRow {
  id: string
  name: string
  email: string
}

export const findPerson = async (db: Db, id: string): Promise<PersonRow | undefined> =>
  isId(id)
    ? db.selectFrom('identity.person').select(['id', 'name', 'email']).where('id', '=', id).executeTakeFirst()
    : undefined

export interface PeopleFilter {
  organizationId?: string | undefined
  /** The beginning of any word of the name, any part of the address, or, where no organization is given, the name of one. */
  search?: string | undefined
  role?: Role | undefined
  limit: number
  cursor?: string | undefined
  today: string
  /** Also what begins later. */
  soon?: boolean | undefined
}

const held = (today: string, soon: boolean) =>
  soon
    ? sql<boolean>`(g.until_day is null or (g.until_day >= ${today}::date and g.until_day >= g.from_day))`
    : sql<boolean>`g.from_day <= ${today}::date and (g.until_day is null or g.until_day >= ${today}::date)`

/** Visible people in German order of names, with what they are where one may see it. */
export async function listPeople(
  db: Db,
  { organizationId, search, role, limit, cursor, today, soon = false }: PeopleFilter,
): Promise<Outcome<{ items: Colleague[]; next: string | null }>> {
  const after = decodeCursor(cursor, ['text', 'id'])
  if (isRefusal(after)) return after
  let query = db
    .selectFrom('identity.person as p')
    .select(['p.id', 'p.name', 'p.email', 'p.sort_key'])
    .orderBy('p.sort_key')
    .orderBy('p.id')
    .limit(limit + 1)
  if (after) query = query.where(sql<boolean>`(p.sort_key, p.id) > (${after[0]}, ${after[1]}::uuid)`)
  if (organizationId !== undefined || role !== undefined)
    query = query.where(
      sql<boolean>`exists (select from identity.role_grant g where g.person_id = p.id and ${held(today, soon)}
        and (${organizationId ?? null}::uuid is null or g.organization_id = ${organizationId ?? null}::uuid)
        and (${role ?? null}::text is null or g.role = ${role ?? null}))`,
    )
  const wanted = matching(search, organizationId === undefined ? held(today, soon) : undefined)
  if (wanted) query = query.where(wanted)
  const { items, next } = listPage(await query.execute(), limit, (row) => [row.sort_key, row.id])
  if (items.length === 0) return { items: [], next }
  let functions = grants(db)
    .where(
      'g.person_id',
      'in',
      items.map(({ id }) => id),
    )
    .where(held(today, soon))
    .orderBy('g.id')
    .limit(limit * 40)
  if (organizationId !== undefined && soon) functions = functions.where('g.organization_id', '=', organizationId)
  const byPerson = Map.groupBy((await functions.execute()).map(asGrant), ({ personId }) => personId)
  return {
    items: items.map(({ sort_key: _, ...person }) => ({ ...person, grants: byPerson.get(person.id) ?? [] })),
    next,
  }
}

/** What is typed, folded as the names are; `inForce`: then the names of organizations count as well. */
function matching(search: string | undefined, inForce: ReturnType<typeof held> | undefined) {
  const words = sortKey(search ?? '')
  // Of a page's address anything can come, and the database holds no NUL.
  const address = (search ?? '').replaceAll('\0', '').trim().toLowerCase()
  if (address === '') return undefined
  // Of signs alone nothing is left to look for in names, and an empty pattern would match all.
  const word = words === '' ? null : `% ${words}%`
  const part = `%${address.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const there = inForce
    ? sql`or exists (select from identity.role_grant g join organizations.organization o on o.id = g.organization_id
        where g.person_id = p.id and ${inForce} and (' ' || o.sort_key) like ${word})`
    : sql``
  return sql<boolean>`((' ' || p.sort_key) like ${word} or p.email like ${part} ${there})`
}

/** Whether somebody there gives out roles today. */
export async function isHeaded(db: Db, organizationId: string): Promise<boolean> {
  const { rows } = await sql<{
    headed: boolean
  }>`select ${organizationId}::uuid = any (access.headed_organizations()) as headed`.execute(db)
  return rows[0]?.headed ?? false
}

/** Who holds one of these roles there today, as far as the actor may see it. */
export async function holdersOf(
  db: Db,
  { organizationId, roles, today }: { organizationId: string; roles: readonly string[]; today: string },
): Promise<string[]> {
  if (roles.length === 0) return []
  const rows = await db
    .selectFrom('identity.role_grant as g')
    .select('g.person_id')
    .distinct()
    .where('g.organization_id', '=', organizationId)
    .where('g.role', 'in', [...roles])
    .where(sql<boolean>`g.from_day <= ${today}::date and (g.until_day is null or g.until_day >= ${today}::date)`)
    .limit(200)
    .execute()
  return rows.map(({ person_id }) => person_id)
}

/** Those who answer for the organization: whom to tell about roles there. */
export const headsOf = (db: Db, place: { id: string; kind: string }, today: string): Promise<string[]> =>
  holdersOf(db, { organizationId: place.id, roles: headRoles(place.kind), today })
