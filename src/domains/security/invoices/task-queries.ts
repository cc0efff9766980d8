import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'

/** What waits for somebody because of invoices. */
export interface Due {
  kind: 'check' | 'pay' | 'dispute'
  /** Of the invoice; where a payment waits, of the programme. */
  id: string
  programmeId: string
  programmeName: string
  number: string
  contractorName: string
  cents: number
  many: number
  dueOn: string | null
}

/** Invoices to be checked, payments to be released by a second person, and disputes that the contractor clears; the most urgent first. */
export const dueInvoices = (personId: string): RawBuilder<Due> => sql<Due>`
    with found as (
      select 'check' as kind, i.id, i.programme_id, i.number, i.contractor_id, i.payable_cents as cents, 1 as many, i.due_on
        from invoices.invoice i where i.state = 'received' and i.programme_id = any ((select access.scope_programmes_led())::uuid[])
      union all
      select 'dispute', i.id, i.programme_id, i.number, i.contractor_id, i.payable_cents, 1, i.due_on
        from invoices.invoice i where i.state = 'disputed' and i.contractor_id = any ((select access.scope_contractors())::uuid[])
      union all
      select 'pay', h.programme_id, h.programme_id, '', null::uuid, sum(h.amount_cents - h.credited_cents)::bigint, count(*)::integer, min(i.due_on)
        from invoices.share h join invoices.invoice i on i.id = h.invoice_id
       where h.settled_at is null and h.type_code = '380' and h.amount_cents > h.credited_cents and h.booked_by <> ${personId}::uuid
         and h.programme_id = any ((select access.scope_programmes_led())::uuid[])
       group by h.programme_id)
    select f.kind, f.id, f.programme_id as "programmeId", p.name as "programmeName", f.number, coalesce(c.name, '') as "contractorName",
           f.cents, f.many, f.due_on::text as "dueOn"
      from found f join programmes.programme p on p.id = f.programme_id left join organizations.organization c on c.id = f.contractor_id
     order by f.due_on nulls last, f.id limit 200`

/** Roads of a programme on which something is accepted and no invoice about it has come. */
export async function roadsWithoutInvoice(db: Db, programmeId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct o.enrollment_id as id from funding.service_order o
     where o.programme_id = ${programmeId}::uuid and o.accepted_cents > 0
       and not exists (select from invoices.line l join invoices.invoice i on i.id = l.invoice_id
                        where l.service_order_id = o.id and i.state in ('received', 'disputed'))
     order by 1`.execute(db)
  return rows.map(({ id }) => id)
}
