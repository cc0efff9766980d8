import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { type FieldError, type Outcome, refuse } from '#kernel/outcome.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import type { DateInput } from '../schemas.ts'
import { type Event, type EventDate, spanOf } from './event.ts'

/** Longer ones are several dates, one for each day. */
const longestHours = 16
/** Nobody plans further ahead; a year typed wrongly is found. */
const furthestDays = 1100

/** Dates as they are to be, each with its id; refused with the place of the fault: `dates.2.endsAt`. */
export function datesOf(
  input: readonly DateInput[],
  known: readonly EventDate[],
  now: Temporal.Instant,
): Outcome<EventDate[]> {
  const wanted = input.map((date) => ({
    ...date,
    startsAt: Temporal.Instant.from(date.startsAt),
    endsAt: Temporal.Instant.from(date.endsAt),
  }))
  const errors = wanted.flatMap((date, at) => faultsOf(date, at, wanted, now))
  const strangers = wanted.flatMap(({ id }, at) =>
    id !== undefined && !known.some((one) => one.id === id)
      ? [{ path: `dates.${at}.id`, message: 'Diesen Termin gibt es hier nicht.' }]
      : [],
  )
  if (errors.length + strangers.length > 0)
    return refuse('Die Termine passen so nicht. Gespeichert ist nichts.', [...errors, ...strangers])
  const ids = matched(wanted, known)
  return wanted
    .map((date, at): EventDate => {
      const before = known.find(({ id }) => id === ids[at])
      const videoUrl = date.videoUrl === undefined ? (before?.videoUrl ?? null) : date.videoUrl || null
      return {
        id: ids[at] ?? newId(),
        startsAt: date.startsAt,
        endsAt: date.endsAt,
        place: date.place,
        topic: date.topic,
        isOnline: date.isOnline ?? (videoUrl !== null && date.place === ''),
        videoUrl,
        cancelledAt: before?.cancelledAt ?? null,
      }
    })
    .toSorted((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt))
}

type Wanted = Omit<DateInput, 'startsAt' | 'endsAt'> & Pick<EventDate, 'startsAt' | 'endsAt'>

function faultsOf(
  { startsAt, endsAt }: Wanted,
  at: number,
  all: readonly Wanted[],
  now: Temporal.Instant,
): FieldError[] {
  const hours = startsAt.until(endsAt).total('hours')
  if (hours <= 0) return [{ path: `dates.${at}.endsAt`, message: 'Das Ende liegt nach dem Beginn.' }]
  if (hours > longestHours)
    return [{ path: `dates.${at}.endsAt`, message: `Ein Termin dauert höchstens ${longestHours} Stunden.` }]
  if (now.until(startsAt).total('hours') > furthestDays * 24)
    return [{ path: `dates.${at}.startsAt`, message: 'Dieser Tag liegt mehr als drei Jahre voraus.' }]
  const overlaps = all
    .slice(0, at)
    .some(
      (one) => Temporal.Instant.compare(one.startsAt, endsAt) < 0 && Temporal.Instant.compare(startsAt, one.endsAt) < 0,
    )
  return overlaps
    ? [{ path: `dates.${at}.startsAt`, message: 'Diese Zeit überschneidet sich mit einem anderen Termin.' }]
    : []
}

/** Which date that is there is meant: by its id, by the same begin, else by its place in the order. */
function matched(wanted: readonly Wanted[], known: readonly EventDate[]): (string | undefined)[] {
  const free = new Map(known.map((date) => [date.id, date]))
  const take = (id: string | undefined): string | undefined => (id !== undefined && free.delete(id) ? id : undefined)
  const ids = wanted.map(({ id }) => take(id))
  const byBegin = wanted.map(({ startsAt }, at) => ids[at] ?? take(sameBegin(free, startsAt)))
  return byBegin.map((id) => id ?? take([...free.keys()][0]))
}

const sameBegin = (free: ReadonlyMap<string, EventDate>, startsAt: Temporal.Instant): string | undefined =>
  [...free.values()].find((one) => one.startsAt.equals(startsAt))?.id

/** Writes the dates of an event, and its span; those that are no longer wanted go, unless somebody was recorded there. */
export async function writeDates(
  { db }: Context,
  { id, organizerId, kind }: Pick<Event, 'id' | 'organizerId' | 'kind'>,
  dates: readonly EventDate[],
): Promise<Outcome<true>> {
  const ids = dates.map((date) => date.id)
  const { rows: recorded } = await sql`
    select 1 from guidance.attendance a where a.event_id = ${id}::uuid and a.date_id <> all (${ids}::uuid[]) limit 1`.execute(
    db,
  )
  if (recorded.length > 0)
    return refuse('An einem der Termine ist schon Anwesenheit erfasst. Er bleibt stehen; gespeichert ist nichts.')
  await sql`delete from guidance.event_date d where d.event_id = ${id}::uuid and d.id <> all (${ids}::uuid[])`.execute(
    db,
  )
  const rows = dates.map((date) => ({
    id: date.id,
    startsAt: date.startsAt.toString(),
    endsAt: date.endsAt.toString(),
    place: date.place,
    topic: date.topic,
    isOnline: date.isOnline,
  }))
  await sql`
    insert into guidance.event_date (id, event_id, starts_at, ends_at, place, topic, is_online)
    select d.id, ${id}::uuid, d."startsAt", d."endsAt", d.place, d.topic, d."isOnline"
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as d(id uuid, "startsAt" timestamptz, "endsAt" timestamptz, place text, topic text, "isOnline" boolean)
    on conflict (id) do update set starts_at = excluded.starts_at, ends_at = excluded.ends_at, place = excluded.place, topic = excluded.topic,
      is_online = excluded.is_online,
      reminded_at = case when event_date.starts_at = excluded.starts_at then event_date.reminded_at end`.execute(db)
  await writeLinks(db, { id, organizerId }, dates)
  await writeSpan(db, id, spanOf(kind, dates))
  return true
}

async function writeLinks(
  db: Context['db'],
  { id, organizerId }: Pick<Event, 'id' | 'organizerId'>,
  dates: readonly EventDate[],
): Promise<void> {
  const links = dates.flatMap((date) => (date.videoUrl ? [{ dateId: date.id, url: date.videoUrl }] : []))
  const kept = links.map(({ dateId }) => dateId)
  await sql`delete from guidance.video_link l where l.event_id = ${id}::uuid and l.date_id <> all (${kept}::uuid[])`.execute(
    db,
  )
  if (links.length === 0) return
  await sql`
    insert into guidance.video_link (date_id, event_id, organization_id, url)
    select l."dateId", ${id}::uuid, ${organizerId}::uuid, l.url
      from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as l("dateId" uuid, url text)
    on conflict (date_id) do update set url = excluded.url`.execute(db)
}

export async function writeSpan(
  db: Context['db'],
  id: string,
  { startsAt, endsAt, beginsAt }: Pick<Event, 'startsAt' | 'endsAt' | 'beginsAt'>,
): Promise<void> {
  await db
    .updateTable('guidance.event')
    .set({
      starts_at: startsAt?.toString() ?? null,
      ends_at: endsAt?.toString() ?? null,
      begins_at: beginsAt?.toString() ?? null,
    })
    .where('id', '=', id)
    .execute()
}

/** Whether anybody who has it in the calendar has to be told: times, places or the way in differ. */
export const datesDiffer = (before: readonly EventDate[], after: readonly EventDate[]): boolean =>
  asText(before) !== asText(after)

const asText = (dates: readonly EventDate[]): string =>
  JSON.stringify(
    dates.map(({ id, startsAt, endsAt, place, isOnline, videoUrl, topic }) => [
      id,
      startsAt.toString(),
      endsAt.toString(),
      place,
      isOnline,
      videoUrl,
      topic,
    ]),
  )
