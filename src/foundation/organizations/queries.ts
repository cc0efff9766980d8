import { sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { sortKey } from '#kernel/sort-key.ts'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import { type Kind, type Organization } from './organization.ts'

const columns = [
  'id',
  'name',
  'kind',
  'ars',
  'ags',
  'leitweg_id as leitwegId',
  'population',
  'county',
  'domains',
  'version',
  'sort_key',
] as const

export interface OrganizationFilter {
  search?: string | undefined
  kind?: Kind | undefined
  limit: number
  cursor?: string | undefined
}

export interface OrganizationList {
  items: Organization[]
  next: string | null
}

/** In German order of names. `search` looks for the beginning of any word of the name. */
export async function listOrganizations(db: Db, filter: OrganizationFilter): Promise<Outcome<OrganizationList>> {
  const after = decodeCursor(filter.cursor, ['text', 'id'])
  if (isRefusal(after)) return after
  let query = db
    .selectFrom('organizations.organization')
    .select(columns)
    .orderBy('sort_key')
    .orderBy('id')
    .limit(filter.limit + 1)
  if (filter.kind) query = query.where('kind', '=', filter.kind)
  const search = sortKey(filter.search ?? '')
  if (search) query = query.where(sql<boolean>`(' ' || sort_key) like ${`% ${search}%`}`)
  if (after) query = query.where(sql<boolean>`(sort_key, id) > (${after[0]}, ${after[1]}::uuid)`)
  const { items, next } = listPage(await query.execute(), filter.limit, (row) => [row.sort_key, row.id])
  return { items: items.map(asOrganization), next }
}

export async function findOrganization(db: Db, id: string): Promise<Organization | undefined> {
  if (!isId(id)) return undefined
  const row = await db.selectFrom('organizations.organization').select(columns).where('id', '=', id).executeTakeFirst()
  return row && asOrganization(row)
}

/** How many there are of each kind. */
export async function countByKind(db: Db): Promise<Map<Kind, number>> {
  const rows = await db
    .selectFrom('organizations.organization')
    .select(['kind', sql<number>`count(*)::integer`.as('count')])
    .groupBy('kind')
    .execute()
  return new Map(rows.map(({ kind, count }) => [kind as Kind, count]))
}

const asOrganization = ({
  sort_key: _,
  kind,
  ...row
}: Omit<Organization, 'kind'> & { kind: string; sort_key: string }): Organization => ({
  ...row,
  kind: kind as Kind,
})
