import { sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import type { SpentState } from '../accounts/account.ts'
import type { ServiceOrder } from './order.ts'

const orders = (db: Db) =>
  db
    .selectFrom('funding.service_order as s')
    .innerJoin('organizations.organization as o', 'o.id', 's.organization_id')
    .leftJoin('organizations.organization as c', 'c.id', 's.contractor_id')
    .select([
      's.id',
      's.organization_id as organizationId',
      'o.name as organizationName',
      's.programme_id as programmeId',
      's.enrollment_id as enrollmentId',
      's.contractor_id as contractorId',
      'c.name as contractorName',
      's.reference',
      's.title',
      's.stage_number as stageNumber',
      sql<string | null>`s.due_on::text`.as('dueOn'),
      's.planned_cents as planned',
      's.committed_cents as committed',
      's.delivered_cents as delivered',
      's.accepted_cents as accepted',
      's.invoiced_cents as invoiced',
      's.settled_cents as settled',
      's.placed_at as placedAt',
      's.committed_at as committedAt',
      's.version',
    ])

export interface OrderFilter {
  programmeId?: string | undefined
  organizationId?: string | undefined
  enrollmentId?: string | undefined
  contractorId?: string | undefined
  /** Only those that hold something in this state. */
  holding?: SpentState | undefined
  /** Only what is due until this local day and not wholly delivered. */
  dueUntil?: string | undefined
  limit: number
  cursor?: string | undefined
}

/** Orders that the actor sees, in order of their placing. */
export async function listOrders(
  db: Db,
  { programmeId, organizationId, enrollmentId, contractorId, holding, dueUntil, limit, cursor }: OrderFilter,
): Promise<Outcome<{ items: ServiceOrder[]; next: string | null }>> {
  const after = decodeCursor(cursor, ['id'])
  if (isRefusal(after)) return after
  let query = orders(db)
    .orderBy('s.id')
    .limit(limit + 1)
  if (programmeId) query = query.where('s.programme_id', '=', programmeId)
  if (organizationId) query = query.where('s.organization_id', '=', organizationId)
  if (enrollmentId) query = query.where('s.enrollment_id', '=', enrollmentId)
  if (contractorId) query = query.where('s.contractor_id', '=', contractorId)
  if (holding) query = query.where(`s.${holding}_cents`, '>', 0)
  if (dueUntil)
    query = query
      .where(sql<boolean>`s.due_on <= ${dueUntil}::date`)
      .where(sql<boolean>`s.planned_cents + s.committed_cents > 0`)
  if (after) query = query.where('s.id', '>', String(after[0]))
  return listPage(await query.execute(), limit, ({ id }) => [id])
}

export const findOrder = async (db: Db, id: string): Promise<ServiceOrder | undefined> =>
  isId(id) ? orders(db).where('s.id', '=', id).executeTakeFirst() : undefined

export const findOrders = async (db: Db, ids: readonly string[]): Promise<ServiceOrder[]> =>
  orders(db)
    .where('s.id', 'in', [...ids])
    .orderBy('s.id')
    .execute()

/** By what contractors write on their invoices. */
export const findOrdersByReference = async (
  db: Db,
  programmeId: string,
  references: readonly string[],
): Promise<ServiceOrder[]> =>
  references.length === 0
    ? []
    : orders(db)
        .where('s.programme_id', '=', programmeId)
        .where('s.reference', 'in', [...references])
        .orderBy('s.id')
        .execute()
