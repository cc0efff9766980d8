import { type RawBuilder, sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { localZone, startOfDay } from '#kernel/local-day.ts'
import type { Db } from '#platform/db/database.ts'

/** A date of an event as a calendar shows it; instants as JSON has them. */
export interface EventDay {
  id: string
  eventId: string
  title: string
  topic: string
  place: string
  isOnline: boolean
  videoUrl: string | null
  startsAt: string
  endsAt: string
  /** Until when the reader may take the seat; null where it is theirs, or where nobody is asked. */
  offerUntil: string | null
  isCancelled: boolean
  changedAt: string
  /** How many begin on the same local day. */
  ofDay: number
}

interface Asked {
  /** Null: everybody's calendar. */
  personId: string | null
  /** Whose own dates are told elsewhere. */
  exceptFor?: string | null
  from: Temporal.PlainDate
  until: Temporal.PlainDate
}

const days = ({ personId, exceptFor = null, from, until }: Asked): RawBuilder<unknown> => sql`
  from guidance.event_date d join guidance.event e on e.id = d.event_id
  left join guidance.registration r on r.event_id = e.id and r.person_id = ${personId ?? exceptFor}::uuid and r.state in ('confirmed', 'offered')
  left join guidance.video_link l on l.date_id = d.id
 where d.starts_at < ${startOfDay(until.add({ days: 1 })).toString()}::timestamptz and d.ends_at > ${startOfDay(from).toString()}::timestamptz
   and e.published_at is not null
   and ${whose(personId, exceptFor)}`

function whose(personId: string | null, exceptFor: string | null): RawBuilder<boolean> {
  const own = sql<boolean>`(r.id is not null or coalesce(e.contact_id, e.created_by) = ${personId ?? exceptFor}::uuid)`
  if (personId !== null) return own
  return exceptFor === null ? sql`true` : sql`not ${own}`
}

/** What one has a seat in, was offered, or runs; for everybody what is published. */
export const eventDays = ({
  limit,
  perDay = limit,
  ...asked
}: Asked & { limit: number; perDay?: number | undefined }): RawBuilder<EventDay> => sql<EventDay>`
  select n.* from (select d.id, e.id as "eventId", e.title, d.topic, d.place, d.is_online as "isOnline", l.url as "videoUrl", d.starts_at as "startsAt", d.ends_at as "endsAt",
         case when r.state = 'offered' then r.offer_until end as "offerUntil",
         d.cancelled_at is not null or e.cancelled_at is not null as "isCancelled", greatest(e.changed_at, r.changed_at) as "changedAt",
         count(*) over (partition by (d.starts_at at time zone ${localZone})::date)::integer as "ofDay",
         row_number() over (partition by (d.starts_at at time zone ${localZone})::date order by d.starts_at, d.id) as nth
  ${days(asked)}) n where n.nth <= ${perDay} order by n."startsAt", n.id limit ${limit}`

/** Another text as soon as one of them is. */
export async function markEventDays(db: Db, asked: Asked): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    select concat(count(*), ' ', sum(hashtextextended(concat(d.id, d.cancelled_at, e.version, e.sequence, e.changed_at, r.changed_at, r.state, l.url), 71))) as mark
    ${days(asked)}`.execute(db)
  return rows[0]?.mark ?? ''
}

/** Something an event wants from whoever asks. */
export interface EventDuty {
  kind: 'answer' | 'approve'
  id: string
  eventId: string
  title: string
  /** An instant as JSON has it; null without a deadline. */
  until: string | null
  waiting: number
}

interface Whose {
  personId: string
  /** The organizer acted for, by those who run events. */
  organizerId: string | null
  now: Temporal.Instant
  limit: number
}

/** Offers to answer, and registrations that wait for the organizer's word; what ends first comes first. */
export const eventDuties = ({ personId, organizerId, now, limit }: Whose): RawBuilder<EventDuty & { total: number }> =>
  sql<EventDuty & { total: number }>`
    with found as (
      select 'answer' as kind, r.id, e.id as event_id, e.title, r.offer_until as until, 1 as waiting
        from guidance.registration r join guidance.event e on e.id = r.event_id
       where r.person_id = ${personId}::uuid and r.state = 'offered' and r.offer_until > ${now.toString()}::timestamptz
      union all
      select 'approve', e.id, e.id, e.title, e.begins_at, count(*)::integer
        from guidance.event e join guidance.registration r on r.event_id = e.id
       where ${organizerId}::uuid is not null and e.organizer_id = ${organizerId}::uuid and r.state = 'waiting' and r.approved_at is null
         and e.begins_at > ${now.toString()}::timestamptz and e.cancelled_at is null
       group by e.id)
    select f.kind, f.id, f.event_id as "eventId", f.title, f.until, f.waiting, count(*) over ()::integer as total
      from found f order by f.until nulls last, f.id limit ${limit}`
