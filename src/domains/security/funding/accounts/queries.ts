import { type RawBuilder, sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { sortKey } from '#kernel/sort-key.ts'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import type { Account, AccountOrder, Balances, SpentState } from './account.ts'

/** Accounts with the names of what they belong to; for the queries of this module. */
export const accounts = (db: Db) =>
  db
    .selectFrom('funding.account as a')
    .innerJoin('organizations.organization as o', 'o.id', 'a.organization_id')
    .innerJoin('programmes.programme as p', 'p.id', 'a.programme_id')
    .innerJoin('programmes.enrollment as e', 'e.id', 'a.enrollment_id')
    .select([
      'a.enrollment_id as enrollmentId',
      'a.organization_id as organizationId',
      'o.name as organizationName',
      'o.kind as organizationKind',
      'o.county',
      'o.sort_key as sortKey',
      'a.programme_id as programmeId',
      'p.name as programmeName',
      'a.released_cents as released',
      'a.limit_cents as remaining',
      'a.planned_cents as planned',
      'a.committed_cents as committed',
      'a.delivered_cents as delivered',
      'a.accepted_cents as accepted',
      'a.invoiced_cents as invoiced',
      'a.settled_cents as settled',
      sql<
        number | null
      >`(select s.amount_cents from programmes.stage s where s.programme_id = a.programme_id and s.number = 1)`.as(
        'stage1',
      ),
      'p.total_cents as total',
      sql<string | null>`p.deadline_on::text`.as('deadline'),
      'a.entries',
      sql<boolean>`e.state = 'withdrawn'`.as('isWithdrawn'),
    ])

export interface AccountFilter {
  programmeId?: string | undefined
  organizationId?: string | undefined
  /** Beginning of words of the name. */
  search?: string | undefined
  kind?: string | undefined
  county?: string | undefined
  /** Only those that hold something in this state. */
  holding?: SpentState | undefined
  /** Released, and nothing of it booked. */
  isUntouched?: boolean | undefined
  /** More than so many cents are free. */
  remainingAbove?: number | undefined
}

export interface AccountPart {
  order?: AccountOrder | undefined
  isReversed?: boolean | undefined
  limit: number
  cursor?: string | undefined
}

const columnOf = (order: Exclude<AccountOrder, 'name'>) =>
  sql.ref(`a.${order === 'remaining' ? 'limit' : order}_cents`) as RawBuilder<number>

const conditions = (filter: AccountFilter): RawBuilder<boolean> => {
  const { programmeId, organizationId, search, kind, county, holding, isUntouched, remainingAbove } = filter
  const words = sortKey(search ?? '')
  const all = [
    programmeId && sql<boolean>`a.programme_id = ${programmeId}::uuid`,
    organizationId && sql<boolean>`a.organization_id = ${organizationId}::uuid`,
    words && sql<boolean>`(' ' || o.sort_key) like ${`% ${words}%`}`,
    kind && sql<boolean>`o.kind = ${kind}`,
    county && sql<boolean>`o.county = ${county}`,
    holding && sql<boolean>`${columnOf(holding)} > 0`,
    isUntouched && sql<boolean>`a.released_cents > 0 and a.limit_cents = a.released_cents`,
    remainingAbove !== undefined && sql<boolean>`a.limit_cents > ${remainingAbove}::bigint`,
  ].filter((one) => typeof one === 'object')
  return all.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(all, sql` and `)})`
}

/** Accounts that the actor sees; in German order of the names, or the most first. */
export async function listAccounts(
  db: Db,
  { order = 'name', isReversed = false, limit, cursor, ...filter }: AccountFilter & AccountPart,
): Promise<Outcome<{ items: Account[]; next: string | null }>> {
  const after = decodeCursor(cursor, order === 'name' ? ['text', 'id'] : ['large', 'text', 'id'])
  if (isRefusal(after)) return after
  const rows = await ordered(accounts(db).where(conditions(filter)), order, isReversed, after)
    .limit(limit + 1)
    .execute()
  return listPage(rows, limit, (row) =>
    order === 'name' ? [row.sortKey, row.enrollmentId] : [row[order], row.sortKey, row.enrollmentId],
  )
}

type Accounts = ReturnType<typeof accounts>

/** By name both ways; by an amount the largest first, equal ones by name. */
function ordered(
  query: Accounts,
  order: AccountOrder,
  isReversed: boolean,
  after: (string | number)[] | null,
): Accounts {
  if (order === 'name') {
    const way = isReversed ? 'desc' : 'asc'
    const sorted = query.orderBy('o.sort_key', way).orderBy('a.enrollment_id', way)
    if (!after) return sorted
    const sign = isReversed ? sql`<` : sql`>`
    return sorted.where(
      sql<boolean>`(o.sort_key, a.enrollment_id) ${sign} (${String(after[0])}, ${String(after[1])}::uuid)`,
    )
  }
  const column = columnOf(order)
  const sorted = query
    .orderBy(column, isReversed ? 'asc' : 'desc')
    .orderBy('o.sort_key')
    .orderBy('a.enrollment_id')
  if (!after) return sorted
  const sign = isReversed ? sql`>` : sql`<`
  return sorted.where(sql<boolean>`(${column} ${sign} ${Number(after[0])}::bigint or (${column} = ${Number(after[0])}::bigint
    and (o.sort_key, a.enrollment_id) > (${String(after[1])}, ${String(after[2])}::uuid)))`)
}

/** What accounts come to together. */
export interface AccountSum extends Balances {
  count: number
  released: number
  remaining: number
}

/** Of all that fit, and what can be chosen from in this programme. */
export async function sumAccounts(
  db: Db,
  filter: AccountFilter & { programmeId: string },
): Promise<{ sum: AccountSum; counties: string[]; kinds: string[]; all: number }> {
  const { rows } = await sql<AccountSum & { counties: string[] | null; kinds: string[] | null; all: number }>`
    with known as (
      select a.*, o.kind, o.county, o.sort_key, ${conditions(filter)} as fits
        from funding.account a join organizations.organization o on o.id = a.organization_id where a.programme_id = ${filter.programmeId}::uuid)
    select count(*) filter (where fits)::integer as count, count(*)::integer as "all",
           ${sql.join(
             (
               ['released', 'limit', 'planned', 'committed', 'delivered', 'accepted', 'invoiced', 'settled'] as const
             ).map(
               (state) =>
                 sql`coalesce(sum(${sql.ref(`${state}_cents`)}) filter (where fits), 0)::bigint as ${sql.ref(state === 'limit' ? 'remaining' : state)}`,
             ),
           )},
           array_agg(distinct county) filter (where county is not null) as counties, array_agg(distinct kind) as kinds
      from known`.execute(db)
  const [row] = rows
  if (!row) throw new Error('a sum gave no row')
  const { counties, kinds, all, ...sum } = row
  return {
    sum,
    counties: (counties ?? []).toSorted((one, other) => one.localeCompare(other, 'de')),
    kinds: kinds ?? [],
    all,
  }
}

/** The account of a road, if the actor sees it and its programme has money in it. */
export const findAccount = async (db: Db, enrollmentId: string): Promise<Account | undefined> =>
  isId(enrollmentId) ? accounts(db).where('a.enrollment_id', '=', enrollmentId).executeTakeFirst() : undefined

/** What stands where of the orders of each stage; null for those that belong to none. */
export const sumsByStage = (db: Db, enrollmentId: string): Promise<(Balances & { stageNumber: number | null })[]> =>
  db
    .selectFrom('funding.service_order')
    .select([
      'stage_number as stageNumber',
      sql<number>`sum(planned_cents)::bigint`.as('planned'),
      sql<number>`sum(committed_cents)::bigint`.as('committed'),
      sql<number>`sum(delivered_cents)::bigint`.as('delivered'),
      sql<number>`sum(accepted_cents)::bigint`.as('accepted'),
      sql<number>`sum(invoiced_cents)::bigint`.as('invoiced'),
      sql<number>`sum(settled_cents)::bigint`.as('settled'),
    ])
    .where('enrollment_id', '=', enrollmentId)
    .groupBy('stage_number')
    .orderBy('stage_number')
    .execute()

/** The roads that go on and of whose budget nothing is planned. */
export async function listUntouched(db: Db, programmeId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('funding.account as a')
    .innerJoin('programmes.enrollment as e', 'e.id', 'a.enrollment_id')
    .select('a.enrollment_id as id')
    .where('a.programme_id', '=', programmeId)
    .where('e.state', '=', 'active')
    .where('e.current_step', 'is not', null)
    .where('a.released_cents', '>', 0)
    .whereRef('a.limit_cents', '=', 'a.released_cents')
    .orderBy('a.enrollment_id')
    .execute()
  return rows.map(({ id }) => id)
}
