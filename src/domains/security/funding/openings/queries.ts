import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { OpenedAccount, OpenedOrder } from './opening.ts'

/** The accounts of these municipalities in a programme, by municipality. */
export async function accountsToOpen(
  db: Db,
  programmeId: string,
  organizationIds: readonly string[],
): Promise<Map<string, OpenedAccount>> {
  const rows = await db
    .selectFrom('funding.account as a')
    .innerJoin('organizations.organization as o', 'o.id', 'a.organization_id')
    .innerJoin('programmes.enrollment as e', 'e.id', 'a.enrollment_id')
    .select([
      'a.enrollment_id as enrollmentId',
      'a.organization_id as organizationId',
      'o.name as organizationName',
      sql<string | null>`coalesce(o.ars, o.ags)`.as('key'),
      'a.limit_cents as remaining',
      sql<boolean>`e.state = 'withdrawn'`.as('isWithdrawn'),
    ])
    .where('a.programme_id', '=', programmeId)
    .where('a.organization_id', 'in', [...organizationIds])
    .orderBy('a.enrollment_id')
    .execute()
  return new Map(rows.map((row) => [row.organizationId, row]))
}

/** Orders that were brought in before, with what is left of each entry; by their references. */
export async function openedOrders(db: Db, enrollmentIds: readonly string[]): Promise<Map<string, OpenedOrder>> {
  const { rows } = await sql<OpenedOrder>`
    select s.id, s.reference,
           jsonb_build_object('planned', s.planned_cents, 'committed', s.committed_cents, 'delivered', s.delivered_cents,
             'accepted', s.accepted_cents, 'invoiced', s.invoiced_cents, 'settled', s.settled_cents) as held,
           jsonb_agg(jsonb_build_object('id', n.id, 'left', n.amount_cents - coalesce(c.cents, 0)) order by n.number desc) as entries
      from funding.service_order s
      join funding.entry n on n.service_order_id = s.id and n.origin = 'opening' and n.from_state = 'limit'
      left join lateral (select sum(x.amount_cents) as cents from funding.entry x where x.corrects_id = n.id) c on true
     where s.enrollment_id = any (${[...enrollmentIds]}::uuid[])
     group by s.id`.execute(db)
  return new Map(rows.map((row) => [row.reference, row]))
}
