import { sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import type { Account } from './account.ts'

const accounts = (db: Db) =>
  db
    .selectFrom('funding.account as a')
    .innerJoin('organizations.organization as o', 'o.id', 'a.organization_id')
    .innerJoin('programmes.programme as p', 'p.id', 'a.programme_id')
    .innerJoin('programmes.enrollment as e', 'e.id', 'a.enrollment_id')
    .select([
      'a.enrollment_id as enrollmentId',
      'a.organization_id as organizationId',
      'o.name as organizationName',
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
  limit: number
  cursor?: string | undefined
}

/** Accounts that the actor sees, in German order of the names. */
export async function listAccounts(
  db: Db,
  { programmeId, organizationId, limit, cursor }: AccountFilter,
): Promise<Outcome<{ items: Account[]; next: string | null }>> {
  const after = decodeCursor(cursor, ['text', 'id'])
  if (isRefusal(after)) return after
  let query = accounts(db)
    .orderBy('o.sort_key')
    .orderBy('a.enrollment_id')
    .limit(limit + 1)
  if (programmeId) query = query.where('a.programme_id', '=', programmeId)
  if (organizationId) query = query.where('a.organization_id', '=', organizationId)
  if (after)
    query = query.where(sql<boolean>`(o.sort_key, a.enrollment_id) > (${String(after[0])}, ${String(after[1])}::uuid)`)
  return listPage(await query.execute(), limit, ({ sortKey, enrollmentId }) => [sortKey, enrollmentId])
}

/** The account of a road, if the actor sees it and its programme has money in it. */
export const findAccount = async (db: Db, enrollmentId: string): Promise<Account | undefined> =>
  isId(enrollmentId) ? accounts(db).where('a.enrollment_id', '=', enrollmentId).executeTakeFirst() : undefined
