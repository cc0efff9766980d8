import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import type { WaitingOrder, WaitingState } from './lack.ts'
import type { Holder, SentReminder } from './reminder.ts'

interface Row extends Omit<WaitingOrder, 'inflows' | 'isSigned'> {
  inflows: { state: WaitingState; amountCents: number; at: string }[]
}

/** Orders of a programme of which not all is settled, with when their money came where it waits. One query, whatever their number. */
export async function listWaitingOrders(db: Db, programmeId: string): Promise<Omit<WaitingOrder, 'isSigned'>[]> {
  const { rows } = await sql<Row>`
    select s.id, s.reference, s.title, s.organization_id as "organizationId", o.name as "organizationName", o.county,
           s.enrollment_id as "enrollmentId", s.contractor_id as "contractorId", c.name as "contractorName",
           s.planned_cents as planned, s.committed_cents as committed, s.delivered_cents as delivered, s.accepted_cents as accepted,
           s.invoiced_cents as invoiced,
           (select jsonb_agg(jsonb_build_object('state', n.to_state, 'amountCents', n.amount_cents, 'at', n.at) order by n.at desc, n.number desc)
              from funding.entry n where n.service_order_id = s.id and n.to_state not in ('grant', 'limit', 'settled')) as inflows
      from funding.service_order s join organizations.organization o on o.id = s.organization_id
      left join organizations.organization c on c.id = s.contractor_id
     where s.programme_id = ${programmeId}::uuid
       and s.planned_cents + s.committed_cents + s.delivered_cents + s.accepted_cents + s.invoiced_cents > 0
     order by o.sort_key, s.id`.execute(db)
  return rows.map(({ inflows, ...row }) => ({
    ...row,
    inflows: (inflows ?? []).map(({ at, ...inflow }) => ({ ...inflow, at: Temporal.Instant.from(at) })),
  }))
}

/** What the accounts of a programme hold together, and for how many municipalities anything is released. */
export async function sumAccounts(
  db: Db,
  programmeId: string,
): Promise<Record<WaitingState | 'released' | 'remaining' | 'settled' | 'municipalities', number>> {
  const { rows } = await sql<Record<WaitingState | 'released' | 'remaining' | 'settled' | 'municipalities', number>>`
    select count(*) filter (where a.released_cents > 0)::int as municipalities, coalesce(sum(a.released_cents), 0)::bigint as released, coalesce(sum(a.limit_cents), 0)::bigint as remaining,
           coalesce(sum(a.planned_cents), 0)::bigint as planned, coalesce(sum(a.committed_cents), 0)::bigint as committed,
           coalesce(sum(a.delivered_cents), 0)::bigint as delivered, coalesce(sum(a.accepted_cents), 0)::bigint as accepted,
           coalesce(sum(a.invoiced_cents), 0)::bigint as invoiced, coalesce(sum(a.settled_cents), 0)::bigint as settled
      from funding.account a where a.programme_id = ${programmeId}::uuid`.execute(db)
  const [row] = rows
  if (!row) throw new Error('an aggregate has one row')
  return row
}

/** Who holds the roles that act, at these organizations, today; of the cooperative only those who lead the programme. */
export async function listHolders(
  db: Db,
  programmeId: string,
  wanted: readonly { organizationId: string; roles: readonly string[] }[],
): Promise<Holder[]> {
  const { rows } = await sql<Holder>`
    select w."organizationId", p.id as "personId", p.name, p.email, array_agg(distinct g.role) as roles
      from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w("organizationId" uuid, roles text[])
      join identity.role_grant g on g.organization_id = w."organizationId" and g.role = any (w.roles)
       and g.from_day <= (select access.today()) and (g.until_day is null or g.until_day >= (select access.today()))
      join identity.person p on p.id = g.person_id
     where g.role <> 'programmeManager'
        or not exists (select from programmes.staff s where s.programme_id = ${programmeId}::uuid and s.function = 'manager'
                          and s.from_day <= (select access.today()) and (s.until_day is null or s.until_day >= (select access.today())))
        or exists (select from programmes.staff s where s.programme_id = ${programmeId}::uuid and s.function = 'manager' and s.person_id = p.id
                      and s.from_day <= (select access.today()) and (s.until_day is null or s.until_day >= (select access.today())))
     group by w."organizationId", p.id, p.name, p.email, p.sort_key order by p.sort_key, p.id`.execute(db)
  return rows
}

const reminders = (db: Db) =>
  db
    .selectFrom('proofs.reminder as r')
    .innerJoin('organizations.organization as o', 'o.id', 'r.organization_id')
    .leftJoin('identity.person as p', 'p.id', 'r.person_id')
    .leftJoin('identity.person as w', 'w.id', 'r.sent_by')
    .select([
      'r.id',
      'r.organization_id as organizationId',
      'o.name as organizationName',
      'r.person_id as personId',
      'p.name as personName',
      sql<string>`r.on_day::text`.as('day'),
      'r.turn',
      'r.amount_cents as amountCents',
      sql<number>`jsonb_array_length(r.lacks)`.as('items'),
      'r.sent_at as sentAt',
      'w.name as sentBy',
    ])

/** The last first. */
export async function listReminders(
  db: Db,
  programmeId: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Outcome<{ items: SentReminder[]; next: string | null }>> {
  const after = decodeCursor(cursor, ['id'])
  if (isRefusal(after)) return after
  let query = reminders(db)
    .where('r.programme_id', '=', programmeId)
    .orderBy('r.id', 'desc')
    .limit(limit + 1)
  if (after) query = query.where('r.id', '<', String(after[0]))
  return listPage((await query.execute()) as SentReminder[], limit, ({ id }) => [id])
}

/** The last reminder of each person and organization. */
export const lastReminders = async (db: Db, programmeId: string): Promise<SentReminder[]> =>
  reminders(db)
    .where('r.programme_id', '=', programmeId)
    .distinctOn(['r.organization_id', 'r.person_id'])
    .orderBy('r.organization_id')
    .orderBy('r.person_id')
    .orderBy('r.sent_at', 'desc')
    .orderBy('r.turn', 'desc')
    .execute()
