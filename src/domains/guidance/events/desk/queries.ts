import { sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import type { Db } from '#platform/db/database.ts'
import type { Decision } from '../places/registration.ts'
import type { Seat } from './capacity-preview.ts'
import type { GroupMail } from './group-mail.ts'
import type { Invitation } from './invitation.ts'

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

/** Who was recorded as present at a date; undefined where nobody recorded anything there. */
export async function presentAt(db: Db, eventId: string, dateId: string): Promise<ReadonlySet<string> | undefined> {
  if (!isId(dateId)) return undefined
  const { rows } = await sql<{ id: string; present: boolean }>`
    select a.registration_id as id, a.state = 'present' or a.task_done as present from guidance.attendance a
     where a.event_id = ${eventId}::uuid and a.date_id = ${dateId}::uuid`.execute(db)
  return rows.length === 0 ? undefined : new Set(rows.filter(({ present }) => present).map(({ id }) => id))
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

/** What was written to groups of an event, the latest first. */
export async function listGroupMails(db: Db, eventId: string): Promise<GroupMail[]> {
  const { rows } = await sql<GroupMail>`
    select m.id, m.audience, m.subject, m.text, m.sent_at as "sentAt", m.recipients, p.name as "sentBy"
      from guidance.group_mail m left join identity.person p on p.id = m.sent_by
     where m.event_id = ${eventId}::uuid order by m.id desc limit 100`.execute(db)
  return rows
}

/** The invitation links of an event, without their secrets. */
export async function listInvitations(db: Db, eventId: string): Promise<Invitation[]> {
  const { rows } = await sql<Invitation>`
    select i.secret_hash as id, i.participant_organization_id as "organizationId", o.name as organization, i.uses_left as "usesLeft",
           i.expires_at as "expiresAt", i.revoked_at as "revokedAt", i.created_at as "createdAt"
      from guidance.invitations(${eventId}::uuid) i
      left join organizations.organization o on o.id = i.participant_organization_id order by i.created_at desc`.execute(
    db,
  )
  return rows
}
