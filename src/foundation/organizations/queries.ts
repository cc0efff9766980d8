import { type RawBuilder, sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { sortKey } from '#kernel/sort-key.ts'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import type { Kind, Organization } from './organization.ts'

const domains = sql<string[]>`
  array(select d.name from organizations.domain d where d.owner_id = o.id order by d.name)`.as('domains')

const dissolvedOn = sql<string | null>`
  (select min(s.from_day) from organizations.succession s where s.predecessor_id = o.id and s.withdrawn_at is null)`

const organizations = (db: Db) =>
  db
    .selectFrom('organizations.organization as o')
    .select([
      'o.id',
      'o.name',
      'o.kind',
      'o.ars',
      'o.ags',
      'o.leitweg_id as leitwegId',
      'o.population',
      'o.county',
      'o.version',
      'o.sort_key',
      domains,
      dissolvedOn.as('dissolvedOn'),
    ])

const dissolved = sql<boolean>`exists (
  select from organizations.succession s
   where s.predecessor_id = o.id and s.withdrawn_at is null and s.from_day <= (select access.today()))`

/** Whether organizations that no longer exist are listed. */
export const dissolvedChoices = ['without', 'with', 'only'] as const
export type DissolvedChoice = (typeof dissolvedChoices)[number]

const conditions: Record<DissolvedChoice, RawBuilder<boolean>> = {
  without: sql`not ${dissolved}`,
  with: sql`true`,
  only: dissolved,
}

export interface OrganizationFilter {
  search?: string | undefined
  kind?: Kind | undefined
  dissolved?: DissolvedChoice | undefined
  limit: number
  cursor?: string | undefined
}

export interface OrganizationList {
  items: Organization[]
  next: string | null
}

/** In German order of names. `search` looks for the beginning of any word of the name, or of a former one. */
export async function listOrganizations(db: Db, filter: OrganizationFilter): Promise<Outcome<OrganizationList>> {
  const after = decodeCursor(filter.cursor, ['text', 'id'])
  if (isRefusal(after)) return after
  let query = organizations(db)
    .orderBy('o.sort_key')
    .orderBy('o.id')
    .limit(filter.limit + 1)
    .where(conditions[filter.dissolved ?? 'without'])
  if (filter.kind) query = query.where('o.kind', '=', filter.kind)
  const search = sortKey(filter.search ?? '')
  if (search) query = query.where(startsAWord(`% ${search}%`))
  if (after) query = query.where(sql<boolean>`(o.sort_key, o.id) > (${after[0]}, ${after[1]}::uuid)`)
  const { items, next } = listPage(await query.execute(), filter.limit, (row) => [row.sort_key, row.id])
  return { items: items.map(asOrganization), next }
}

const startsAWord = (pattern: string) =>
  sql<boolean>`((' ' || o.sort_key) like ${pattern} or exists (
    select from organizations.former_name f where f.owner_id = o.id and (' ' || f.sort_key) like ${pattern}))`

/** All that still exist, to choose one of them. */
export const listNames = (db: Db): Promise<{ id: string; name: string }[]> =>
  db
    .selectFrom('organizations.organization as o')
    .select(['o.id', 'o.name'])
    .where(conditions.without)
    .orderBy('o.sort_key')
    .orderBy('o.id')
    .limit(2000)
    .execute()

export async function findOrganization(db: Db, id: string): Promise<Organization | undefined> {
  if (!isId(id)) return undefined
  const row = await organizations(db).where('o.id', '=', id).executeTakeFirst()
  return row && asOrganization(row)
}

/** How many there are of each kind. */
export async function countByKind(db: Db, choice: DissolvedChoice = 'without'): Promise<Map<Kind, number>> {
  const rows = await db
    .selectFrom('organizations.organization as o')
    .select(['o.kind', sql<number>`count(*)::integer`.as('count')])
    .where(conditions[choice])
    .groupBy('o.kind')
    .execute()
  return new Map(rows.map(({ kind, count }) => [kind as Kind, count]))
}

/** How many people have a role there today, as far as the actor may see them. */
export async function countPeople(db: Db, organizationId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct g.person_id)::integer as count from identity.role_grant g
     where g.organization_id = ${organizationId}::uuid and g.from_day <= access.today()
       and (g.until_day is null or g.until_day >= access.today())`.execute(db)
  return rows[0]?.count ?? 0
}

const asOrganization = ({
  sort_key: _,
  kind,
  ...row
}: Omit<Organization, 'kind'> & { kind: string; sort_key: string }): Organization => ({
  ...row,
  kind: kind as Kind,
})
