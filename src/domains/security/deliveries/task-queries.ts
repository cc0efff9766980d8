import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'

/** What waits for somebody at an order. */
export interface OrderDuty {
  kind: 'deliver' | 'rework' | 'accept' | 'sign' | 'countersign'
  orderId: string
  enrollmentId: string
  acceptanceId: string | null
  title: string
  reference: string
  organizationName: string
  /** What is due: of the order, or the deadline of its programme. */
  dueOn: string | null
}

interface Whose {
  /** The municipality acted for, by those who speak for it. */
  organizationId: string | null
  /** Only its head signs. */
  signs: boolean
  /** The contractor acted for, by its office. */
  contractorId: string | null
  leads: boolean
}

/** The most urgent first, and how many there are. */
export const orderDuties = (
  { organizationId, signs, contractorId, leads }: Whose,
  limit: number,
): RawBuilder<OrderDuty & { total: number }> => sql<OrderDuty & { total: number }>`
    with newest as (
      select distinct on (a.service_order_id) a.service_order_id, a.id, a.state, a.signed_at from deliveries.acceptance a
       where a.state in ('prepared', 'signed', 'refused', 'accepted') order by a.service_order_id, a.number desc),
    seen as (
      select s.*, n.id as acceptance_id, n.state as decision,
             n.state = 'refused' and not exists (select from deliveries.delivery d where d.service_order_id = s.id and d.withdrawn_at is null
                                                    and d.reported_at > n.signed_at) as awaits_rework
        from funding.service_order s left join newest n on n.service_order_id = s.id
       where s.committed_cents > 0 or s.delivered_cents > 0),
    found as (
      select case when s.committed_cents > 0 then 'deliver' else 'rework' end as kind, s.due_on, s.id from seen s
       where s.contractor_id = ${contractorId}::uuid and (s.committed_cents > 0 or s.delivered_cents > 0 and s.awaits_rework)
      union all
      select case when s.decision = 'prepared' then 'sign' else 'accept' end, p.deadline_on, s.id
        from seen s join programmes.programme p on p.id = s.programme_id
       where s.organization_id = ${organizationId}::uuid and s.delivered_cents > 0
         and (s.decision is null or s.decision = 'accepted' or s.decision = 'refused' and not s.awaits_rework
           or s.decision = 'prepared' and ${signs})
      union all
      select 'countersign', p.deadline_on, s.id from seen s join programmes.programme p on p.id = s.programme_id
       where ${leads} and s.decision = 'signed' and s.programme_id = any ((select access.scope_programmes_led())::uuid[]))
    select f.kind, s.id as "orderId", s.enrollment_id as "enrollmentId", s.acceptance_id as "acceptanceId", s.title, s.reference,
           o.name as "organizationName", f.due_on::text as "dueOn", count(*) over ()::integer as total
      from found f join seen s on s.id = f.id join organizations.organization o on o.id = s.organization_id
     order by f.due_on nulls last, s.id limit ${limit}`

/** Roads of a programme on which something is delivered and not accepted, or commissioned and not delivered. */
export async function roadsInNeed(db: Db, programmeId: string): Promise<{ kind: 'accept' | 'deliver'; id: string }[]> {
  const { rows } = await sql<{ kind: 'accept' | 'deliver'; id: string }>`
    select 'accept' as kind, a.enrollment_id as id from funding.account a
     where a.programme_id = ${programmeId}::uuid and a.delivered_cents > 0
    union all
    select 'deliver', a.enrollment_id from funding.account a
     where a.programme_id = ${programmeId}::uuid and a.committed_cents > 0`.execute(db)
  return rows
}

export interface DueDay {
  id: string
  title: string
  reference: string
  organizationName: string
  dueOn: string
  /** An instant as JSON has it. */
  placedAt: string
}

interface Span {
  organizationId: string | null
  contractorId: string | null
  leads: boolean
  from: { toString(): string }
  until: { toString(): string }
}

/** Due days of what is not wholly delivered. */
export const dueDays = (
  { organizationId, contractorId, leads, from, until }: Span,
  limit: number,
): RawBuilder<DueDay> => sql<DueDay>`
    select s.id, s.title, s.reference, o.name as "organizationName", s.due_on::text as "dueOn",
           coalesce(s.committed_at, s.placed_at) as "placedAt"
      from funding.service_order s join organizations.organization o on o.id = s.organization_id
     where s.due_on between ${from.toString()}::date and ${until.toString()}::date and s.committed_cents > 0
       and (s.organization_id = ${organizationId}::uuid or s.contractor_id = ${contractorId}::uuid
         or ${leads} and s.programme_id = any ((select access.scope_programmes_led())::uuid[]))
     order by s.due_on, s.id limit ${limit}`

/** How far the orders of a road are, in numbers. */
export async function countOrders(
  db: Db,
  enrollmentId: string,
): Promise<{ orders: number; undelivered: number; unaccepted: number; pending: number }> {
  const { rows } = await sql<{ orders: number; undelivered: number; unaccepted: number; pending: number }>`
    select count(*)::integer as orders,
           count(*) filter (where s.planned_cents + s.committed_cents > 0)::integer as undelivered,
           count(*) filter (where s.delivered_cents > 0)::integer as unaccepted,
           (select count(*)::integer from deliveries.acceptance a where a.enrollment_id = ${enrollmentId}::uuid and a.state = 'signed') as pending
      from funding.service_order s
     where s.enrollment_id = ${enrollmentId}::uuid
       and s.planned_cents + s.committed_cents + s.delivered_cents + s.accepted_cents + s.invoiced_cents + s.settled_cents > 0`.execute(
    db,
  )
  return rows[0] ?? { orders: 0, undelivered: 0, unaccepted: 0, pending: 0 }
}
