import { type RawBuilder, sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { isId } from '#kernel/id.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import type { Event, EventDate, EventKind } from './event.ts'

interface Row extends Omit<Event, 'dates'> {
  dates: readonly {
    id: string
    startsAt: string
    endsAt: string
    place: string
    topic: string
    isOnline: boolean
    videoUrl: string | null
    cancelledAt: string | null
  }[]
}

const ruleColumns = sql`
  e.id, e.organizer_id as "organizerId", e.line_id as "lineId", e.run, e.previous_id as "previousId", e.kind, e.title, e.lead, e.outcomes, e.speakers, e.target_group as "targetGroup", e.cost_rule as "costRule", e.accessibility,
  e.contact_id as "contactId", e.capacity, e.seats_taken as "seatsTaken", e.per_organization as "perOrganization",
  e.population_quota as "populationQuota", e.prerequisite_id as "prerequisiteId", e.programme_id as "programmeId",
  e.needs_declaration as "needsDeclaration", e.needs_approval as "needsApproval", e.promotion, e.offer_hours as "offerHours",
  e.offer_stop_hours as "offerStopHours", e.opens_at as "opensAt", e.closes_at as "closesAt", e.pass_percent as "passPercent",
  e.starts_at as "startsAt", e.ends_at as "endsAt", e.begins_at as "beginsAt", e.sequence, e.published_at as "publishedAt",
  e.cancelled_at as "cancelledAt", e.cancel_reason as "cancelReason", e.version, e.changed_at as "changedAt"`

const columns = sql`${ruleColumns}, p.title as "prerequisiteTitle",
  (select n.id from guidance.event n where n.line_id = e.line_id and n.run > e.run and n.published_at is not null and n.cancelled_at is null
    order by n.run limit 1) as "nextId",
  (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'startsAt', d.starts_at, 'endsAt', d.ends_at, 'place', d.place, 'topic', d.topic,
            'isOnline', d.is_online, 'videoUrl', l.url, 'cancelledAt', d.cancelled_at) order by d.starts_at, d.id), '[]')
     from guidance.event_date d left join guidance.video_link l on l.date_id = d.id where d.event_id = e.id) as dates`

const moment = (text: string): Temporal.Instant => Temporal.Instant.from(text)

const dateOf = ({ startsAt, endsAt, cancelledAt, ...rest }: Row['dates'][number]): EventDate => ({
  ...rest,
  startsAt: moment(startsAt),
  endsAt: moment(endsAt),
  cancelledAt: cancelledAt === null ? null : moment(cancelledAt),
})

/** The rules and the state of an event without its dates: all that a registration needs, while hundreds come at once. */
export async function findRules(db: Db, id: string): Promise<Event | undefined> {
  if (!isId(id)) return undefined
  const { rows } =
    await sql<Event>`select ${ruleColumns}, null as "nextId", null as "prerequisiteTitle", '[]'::jsonb as dates
    from guidance.event e where e.id = ${id}::uuid`.execute(db)
  return rows[0]
}

async function read(db: Db, rest: RawBuilder<unknown>): Promise<Event[]> {
  const { rows } = await sql<Row>`
    select ${columns} from guidance.event e left join guidance.event p on p.id = e.prerequisite_id ${rest}`.execute(db)
  return rows.map((row) => ({ ...row, dates: row.dates.map(dateOf) }))
}

/** With its dates; undefined where it is not visible. */
export async function findEvent(db: Db, id: string): Promise<Event | undefined> {
  if (!isId(id)) return undefined
  const [found] = await read(db, sql`where e.id = ${id}::uuid`)
  return found
}

export interface EventFilter {
  kind?: EventKind | undefined
  when: 'coming' | 'past' | 'all'
  lineId?: string | undefined
  /** Drafts only, or published ones only. */
  drafts: boolean
  limit: number
  cursor?: string | undefined
}

/** What is published (or drafts, for their organizer), the next first; past ones the last first. */
export async function listEvents(
  { db, now }: { db: Db; now: Temporal.Instant },
  { kind, when, lineId, drafts, limit, cursor }: EventFilter,
): Promise<Outcome<{ items: Event[]; next: string | null }>> {
  const after = decodeCursor(cursor, ['moment', 'id'])
  if (isRefusal(after)) return after
  const back = when === 'past'
  const end = sql`coalesce(e.ends_at, 'infinity')`
  const start = sql`coalesce(e.starts_at, 'infinity')`
  const conditions = [
    drafts ? sql`e.published_at is null` : sql`e.published_at is not null`,
    ...(kind ? [sql`e.kind = ${kind}`] : []),
    ...(lineId ? [sql`e.line_id = ${lineId}::uuid`] : []),
    ...(when === 'coming' ? [sql`${end} > ${now.toString()}::timestamptz`] : []),
    ...(back ? [sql`${end} <= ${now.toString()}::timestamptz`] : []),
    ...(after
      ? [
          back
            ? sql`(${start}, e.id) < (${String(after[0])}::timestamptz, ${String(after[1])}::uuid)`
            : sql`(${start}, e.id) > (${String(after[0])}::timestamptz, ${String(after[1])}::uuid)`,
        ]
      : []),
  ]
  const order = back ? sql`${start} desc, e.id desc` : sql`${start}, e.id`
  const rows = await read(db, sql`where ${sql.join(conditions, sql` and `)} order by ${order} limit ${limit + 1}`)
  return listPage(rows, limit, ({ startsAt, id }) => [startsAt?.toString() ?? 'infinity', id])
}

export interface SeatCounts {
  confirmed: number
  offered: number
  waiting: number
}

export const noSeats: SeatCounts = { confirmed: 0, offered: 0, waiting: 0 }

/** For everybody: how many, not who. */
export async function countSeats(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, SeatCounts>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<SeatCounts & { event_id: string }>`
    select * from guidance.counts(${[...ids]}::uuid[])`.execute(db)
  return new Map(rows.map(({ event_id, confirmed, offered, waiting }) => [event_id, { confirmed, offered, waiting }]))
}

/** All runs of a course that the reader may see, the first one first. */
export const listRuns = (db: Db, lineId: string): Promise<Event[]> =>
  read(db, sql`where e.line_id = ${lineId}::uuid order by e.run limit 100`)

/** Those of them that are visible, by their ids. */
export async function eventsById(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Event>> {
  if (ids.length === 0) return new Map()
  const found = await read(db, sql`where e.id = any (${[...new Set(ids)]}::uuid[])`)
  return new Map(found.map((event) => [event.id, event]))
}
