import { type RawBuilder, sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import type { Db } from '#platform/db/database.ts'
import type { Books } from './books.ts'

const stages = sql`coalesce((
  select jsonb_agg(jsonb_build_object('number', s.number, 'title', s.title, 'amountCents', s.amount_cents, 'releasedOn', s.released_on::text,
           'decision', s.decision) order by s.number)
    from programmes.stage s where s.programme_id = p.id), '[]')`

const isOver = (step: string): RawBuilder<boolean> => sql`exists (select from programmes.enrollment_step t
  where t.enrollment_id = a.enrollment_id and t.step = ${step} and t.state = 'done')`

const places = (organizationId: string | null) => sql`coalesce((
  select jsonb_agg(jsonb_build_object('organizationId', a.organization_id, 'name', o.name, 'kind', o.kind, 'county', o.county,
           'isWithdrawn', e.state = 'withdrawn', 'isAdmitted', ${isOver('admission')}, 'isAssessed', ${isOver('report')},
           'hasAccepted', ${isOver('acceptance')}) order by o.sort_key, o.id)
    from funding.account a join organizations.organization o on o.id = a.organization_id join programmes.enrollment e on e.id = a.enrollment_id
   where a.programme_id = p.id and (${organizationId}::uuid is null or a.organization_id = ${organizationId}::uuid)), '[]')`

const orders = (organizationId: string | null) => sql`coalesce((
  select jsonb_agg(jsonb_build_object('id', s.id, 'organizationId', s.organization_id, 'reference', s.reference, 'title', s.title,
           'stageNumber', s.stage_number, 'contractorName', c.name) order by s.reference)
    from funding.service_order s left join organizations.organization c on c.id = s.contractor_id
   where s.programme_id = p.id and (${organizationId}::uuid is null or s.organization_id = ${organizationId}::uuid)), '[]')`

const entries = (organizationId: string | null) => sql`coalesce((
  select jsonb_agg(jsonb_build_object('organizationId', n.organization_id, 'orderId', n.service_order_id, 'from', n.from_state, 'to', n.to_state,
           'amountCents', n.amount_cents, 'stageNumber', n.stage_number, 'reason', n.reason,
           'on', (n.at at time zone 'Europe/Berlin')::date::text) order by n.at, n.enrollment_id, n.number)
    from funding.entry n
   where n.programme_id = p.id and (${organizationId}::uuid is null or n.organization_id = ${organizationId}::uuid)), '[]')`

/**
 * The books of a programme, or of one municipality in it, by one statement: all of it is of the same moment, whatever is booked meanwhile.
 * Undefined when there is no such programme.
 */
export async function readBooks(
  db: Db,
  { programmeId, organizationId = null }: { programmeId: string; organizationId?: string | null },
): Promise<Books | undefined> {
  if (!isId(programmeId)) return undefined
  const { rows } = await sql<Books>`
    select p.id as "programmeId", p.key as "programmeKey", p.name as "programmeName", r.name as "runBy", p.starts_on::text as "startsOn",
           p.deadline_on::text as "deadline", p.total_cents as "totalCents", t.due_months as "dueMonths", t.keep_years as "keepYears",
           ${stages} as stages, ${places(organizationId)} as places, ${orders(organizationId)} as orders, ${entries(organizationId)} as entries
      from programmes.programme p join organizations.organization r on r.id = p.run_by join proofs.terms t on t.programme_id = p.id
     where p.id = ${programmeId}::uuid`.execute(db)
  return rows[0]
}
