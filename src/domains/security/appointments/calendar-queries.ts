import { type RawBuilder, sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { startOfDay } from '#kernel/local-day.ts'
import type { Db } from '#platform/db/database.ts'
import type { AppointmentState } from './appointment.ts'

/** A date as a calendar shows it. */
export interface CalendarDate {
  id: string
  enrollmentId: string
  organizationName: string
  title: string
  note: string
  place: string
  videoUrl: string
  state: AppointmentState
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  changedAt: Temporal.Instant
}

interface Asked {
  own: { personId: string } | { organizationId: string | null }
  from: Temporal.PlainDate
  until: Temporal.PlainDate
}

/** Dates of one person (as assessor or participant) or of one organization that touch these days, the earliest first. */
export async function listCalendarDates(
  db: Db,
  { limit, ...asked }: Asked & { limit: number },
): Promise<CalendarDate[]> {
  const { rows } = await sql<CalendarDate>`
    select a.id, a.enrollment_id as "enrollmentId", o.name as "organizationName", a.title, a.note, a.place, a.video_url as "videoUrl", a.state,
           a.starts_at as "startsAt", a.ends_at as "endsAt", a.changed_at as "changedAt"
      from appointments.appointment a join organizations.organization o on o.id = a.organization_id
     where ${matches(asked)} order by a.starts_at, a.id limit ${limit}`.execute(db)
  return rows
}

/** Another text as soon as one of them is. */
export async function markCalendarDates(db: Db, asked: Asked): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    select concat(count(*), ' ', sum(hashtextextended(concat(a.id, a.version, a.changed_at, o.name), 53))) as mark
      from appointments.appointment a join organizations.organization o on o.id = a.organization_id where ${matches(asked)}`.execute(
    db,
  )
  return rows[0]?.mark ?? ''
}

const matches = ({ own, from, until }: Asked): RawBuilder<unknown> => sql`
  a.starts_at < ${startOfDay(until.add({ days: 1 })).toString()}::timestamptz and a.ends_at > ${startOfDay(from).toString()}::timestamptz
  and a.sequence >= 0 and ${
    'personId' in own
      ? sql`(a.assessor_id = ${own.personId}::uuid or exists (
          select from appointments.participant t where t.appointment_id = a.id and t.person_id = ${own.personId}::uuid))`
      : sql`a.organization_id = ${own.organizationId}::uuid`
  }`
