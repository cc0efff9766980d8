import { sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import type { Db } from '#platform/db/database.ts'
import type { Temporal } from 'temporal-polyfill'
import type { Event } from '../event/event.ts'
import { allRegistrations } from '../places/queries.ts'
import type { Registration } from '../places/registration.ts'
import { type CheckIn, type Mark, type Tally, tally } from './attendance.ts'

/** Everything recorded of an event, as far as the reader sees it. */
export async function listMarks(db: Db, eventId: string): Promise<Mark[]> {
  const { rows } = await sql<Mark>`
    select a.date_id as "dateId", a.registration_id as "registrationId", a.state, a.task_done as "taskDone", a.how, a.recorded_at as "recordedAt"
      from guidance.attendance a where a.event_id = ${eventId}::uuid order by a.registration_id, a.date_id limit 50000`.execute(
    db,
  )
  return rows
}

/** One person with a seat, what was recorded of them on each date, and how they stand. */
export interface Attendee {
  place: Registration
  marks: ReadonlyMap<string, Mark>
  tally: Tally
}

/** Everybody with a seat, in the order of their names. */
export async function listAttendees(db: Db, event: Event, now: Temporal.Instant): Promise<Attendee[]> {
  const places = (await allRegistrations(db, event.id)).filter(({ state }) => state === 'confirmed')
  const byPlace = Map.groupBy(await listMarks(db, event.id), ({ registrationId }) => registrationId)
  return places
    .toSorted((one, other) => one.name.localeCompare(other.name, 'de') || (one.id < other.id ? -1 : 1))
    .map((place) => {
      const marks = byPlace.get(place.id) ?? []
      return {
        place,
        marks: new Map(marks.map((mark) => [mark.dateId, mark])),
        tally: tally(event.dates, marks, { passPercent: event.passPercent, now }),
      }
    })
}

/** The code of a date, for its organizer; also one whose time is over. */
export async function findCheckIn(db: Db, dateId: string): Promise<CheckIn | undefined> {
  if (!isId(dateId)) return undefined
  const { rows } = await sql<CheckIn>`
    select c.code, c.closes_at as "closesAt" from guidance.check_in c where c.date_id = ${dateId}::uuid`.execute(db)
  return rows[0]
}

/** Which event a date belongs to; undefined where it is not visible. */
export async function findEventOfDate(db: Db, dateId: string): Promise<string | undefined> {
  if (!isId(dateId)) return undefined
  const { rows } = await sql<{ id: string }>`
    select d.event_id as id from guidance.event_date d where d.id = ${dateId}::uuid`.execute(db)
  return rows[0]?.id
}

/** Which organizations were there on a date, and who recorded it: for the road of the programme. */
export async function organizationsPresent(db: Db, dateId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct a.participant_organization_id as id from guidance.attendance a
     where a.date_id = ${dateId}::uuid and a.state = 'present' and a.participant_organization_id is not null order by 1`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}
