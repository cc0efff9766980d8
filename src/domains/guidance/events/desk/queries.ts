import { sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import type { Db } from '#platform/db/database.ts'
import type { Decision } from '../places/registration.ts'
import type { Seat } from './capacity-preview.ts'

/** Everybody who sits, was offered a seat, or waits, as far as the rules of seats look at them. */
export async function listSeats(db: Db, eventId: string): Promise<Seat[]> {
  const { rows } = await sql<Seat>`
    select r.id, coalesce(nullif(r.guest_name, ''), p.name, 'Ehemalige Person') as name, r.participant_organization_id as "organizationId",
           o.name as organization, o.population, r.state, r.approved_at is not null as "isApproved", r.position, r.priority, r.turn,
           r.seated_at as "seatedAt"
      from guidance.registration r
      left join organizations.organization o on o.id = r.participant_organization_id
      left join identity.person p on p.id = r.person_id
     where r.event_id = ${eventId}::uuid and r.state in ('confirmed', 'offered', 'waiting') limit 5000`.execute(db)
  return rows
}

/** How many registrations of each event wait to be approved. */
export async function countToApprove(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; number: number }>`
    select r.event_id as id, count(*)::integer as number from guidance.registration r
     where r.event_id = any (${[...ids]}::uuid[]) and r.state = 'waiting' and r.approved_at is null group by r.event_id`.execute(
    db,
  )
  return new Map(rows.map(({ id, number }) => [id, number]))
}

/** Of one date: who has a seat and was not there. */
export async function absentAt(db: Db, eventId: string, dateId: string): Promise<ReadonlySet<string>> {
  if (!isId(dateId)) return new Set()
  const { rows } = await sql<{ id: string }>`
    select a.registration_id as id from guidance.attendance a
     where a.event_id = ${eventId}::uuid and a.date_id = ${dateId}::uuid and a.state in ('absent', 'excused')`.execute(
    db,
  )
  return new Set(rows.map(({ id }) => id))
}

export interface LatestDecision extends Decision {
  /** Whom it was about; null where about the event as a whole. */
  holder: string | null
}

/** What was decided in an event, the latest first. */
export async function latestDecisions(db: Db, eventId: string, limit: number): Promise<LatestDecision[]> {
  const { rows } = await sql<LatestDecision>`
    select d.seq, d.registration_id as "registrationId", d.what, d.reasons, d.data, d.at, p.name as by,
           case when d.registration_id is not null then coalesce(nullif(r.guest_name, ''), h.name, 'Ehemalige Person') end as holder
      from guidance.decision d
      left join identity.person p on p.id = d.person_id
      left join guidance.registration r on r.id = d.registration_id
      left join identity.person h on h.id = r.person_id
     where d.event_id = ${eventId}::uuid order by d.seq desc limit ${limit}`.execute(db)
  return rows
}
