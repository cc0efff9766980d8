import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { Db } from '#platform/db/database.ts'
import { type Delivery, mostDeliveries } from './delivery.ts'

/** All reports on an order that the actor sees, the oldest first. */
export async function deliveriesOf(db: Db, orderId: string): Promise<Delivery[]> {
  const { rows } = await sql<Omit<Delivery, 'reportedAt' | 'withdrawnAt'> & { at: string; back: string | null }>`
    select d.id, d.service_order_id as "orderId", d.organization_id as "organizationId", d.programme_id as "programmeId", d.contractor_id as "contractorId",
           c.name as "contractorName", d.number, d.amount_cents as "amountCents", d.delivered_on::text as "deliveredOn", d.note,
           to_json(d.reported_at) as at, to_json(d.withdrawn_at) as back, d.withdrawal_reason as "withdrawalReason",
           coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'kind', p.kind, 'fileId', f.id, 'name', p.name, 'sha256', p.sha256)
                       order by p.id)
                       from deliveries.proof p left join files.file f on f.id = p.file_id where p.delivery_id = d.id), '[]') as proofs
      from deliveries.delivery d join organizations.organization c on c.id = d.contractor_id
     where d.service_order_id = ${orderId}::uuid order by d.number limit ${mostDeliveries}`.execute(db)
  return rows.map(({ at, back, ...row }) => ({
    ...row,
    reportedAt: Temporal.Instant.from(at),
    withdrawnAt: back === null ? null : Temporal.Instant.from(back),
  }))
}
