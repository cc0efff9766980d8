import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { startOfDay } from '#kernel/local-day.ts'
import type { Db } from '#platform/db/database.ts'
import { byNeed, type MunicipalityLine, type Statistics } from './statistics.ts'

/** From the first to the last day, both of them included. */
export interface Period {
  from: Temporal.PlainDate
  until: Temporal.PlainDate
}

/** Of the events of an organizer that begin in the period: who registered, who sat, who came. */
export async function readStatistics(db: Db, organizerId: string, { from, until }: Period): Promise<Statistics> {
  const held = sql`
    select e.id from guidance.event e where e.organizer_id = ${organizerId}::uuid and e.published_at is not null and e.cancelled_at is null
       and e.starts_at >= ${startOfDay(from).toString()}::timestamptz and e.starts_at < ${startOfDay(until.add({ days: 1 })).toString()}::timestamptz`
  const { rows: lines } = await sql<MunicipalityLine>`
    with held as materialized (${held}),
    came as (select a.participant_organization_id as id, count(*)::integer as dates from guidance.attendance a join held on held.id = a.event_id
              where a.state = 'present' or a.task_done group by 1),
    passed as (select c.participant_organization_id as id, count(*)::integer as number from guidance.certificate c join held on held.id = c.event_id
                where c.replaced_by is null and c.revoked_at is null group by 1),
    asked as (select r.participant_organization_id as id,
                     count(distinct (r.event_id, coalesce(r.person_id::text, r.guest_email, r.guest_name)))::integer as registrations,
                     (count(*) filter (where r.state = 'confirmed'))::integer as seats
                from guidance.registration r join held on held.id = r.event_id where r.participant_organization_id is not null group by 1)
    select o.id, o.name, o.population, asked.registrations, asked.seats, coalesce(came.dates, 0) as "datesAttended",
           coalesce(passed.number, 0) as certificates
      from asked join organizations.organization o on o.id = asked.id
      left join came on came.id = o.id left join passed on passed.id = o.id
     order by o.sort_key, o.id`.execute(db)
  const { rows: counts } = await sql<{ events: number; never: number }>`
    with held as materialized (${held})
    select (select count(*)::integer from held) as events,
           (select count(*)::integer from organizations.organization o
             where o.kind in ('county', 'independentCity', 'unitaryMunicipality', 'associationMunicipality')
               and not exists (select from organizations.succession s
                                where s.predecessor_id = o.id and s.withdrawn_at is null and s.from_day <= (select access.today()))
               and not exists (select from guidance.registration r join held on held.id = r.event_id
                                where r.participant_organization_id = o.id)) as never`.execute(db)
  return { lines: byNeed(lines), events: counts[0]?.events ?? 0, neverRegistered: counts[0]?.never ?? 0 }
}
