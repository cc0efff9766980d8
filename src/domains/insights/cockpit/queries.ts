import { type RawBuilder, sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { localDay, startOfDay } from '#kernel/local-day.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { sortKey } from '#kernel/sort-key.ts'
import { pressureOf, type Programme } from '#foundation/programmes/index.ts'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, encodeCursor } from '#platform/http/cursor.ts'
import { daysUntil } from './deadline.ts'
import { type Filter, type Order, withoutGuide } from './filter.ts'
import { type OwnNeed, ownNeeds, silentDays, waitingDays } from './needs.ts'
import type { Outsider, Row } from './row.ts'

/** What a question to the roads of one programme needs to know: the day, and who lacks what by other modules' word. */
export interface Look {
  programme: Programme
  now: Temporal.Instant
  /** Roads by the key of a need that another module told. */
  needs?: ReadonlyMap<string, readonly string[]> | undefined
}

type Condition = RawBuilder<boolean>

const isOpen: Condition = sql`e.current_step is not null`

/** The least number of days needed that is no longer on track, by the programmes' own rule. */
function tightFrom(daysLeft: number): number {
  const isOnTrack = (daysNeeded: number): boolean =>
    pressureOf({ state: 'active', currentStep: 'any', daysNeeded }, daysLeft) === 'onTrack'
  let [on, off] = [-1, daysLeft + 1]
  while (off - on > 1) {
    const middle = Math.floor((on + off) / 2)
    if (isOnTrack(middle)) on = middle
    else off = middle
  }
  return off
}

/** Of open roads, as `pressureOf` says it of each. */
export function pressureIs(pressure: NonNullable<Filter['pressure']>, daysLeft: number | null): Condition {
  if (daysLeft === null || (pressure === 'late') !== daysLeft < 0) return sql`false`
  switch (pressure) {
    case 'late':
      return isOpen
    case 'endangered':
      return sql`(${isOpen} and e.days_needed > ${daysLeft})`
    case 'tight':
      return sql`(${isOpen} and e.days_needed between ${tightFrom(daysLeft)} and ${daysLeft})`
    case 'onTrack':
      return sql`(${isOpen} and e.days_needed < ${tightFrom(daysLeft)})`
  }
}

const waitsFor = (party: string, before: string): Condition =>
  sql`(e.waiting_for = ${party} and e.waiting_since < ${before}::timestamptz)`

/** Of open roads. */
export function lacks(need: OwnNeed, { programme, now }: Look): Condition {
  const today = localDay(now)
  const before = startOfDay(today.subtract({ days: waitingDays })).toString()
  switch (need) {
    case 'waitsForOrganization':
      return waitsFor('organization', before)
    case 'waitsForContractor':
      return waitsFor('contractor', before)
    case 'waitsForUs':
      return waitsFor('cooperative', before)
    case 'notAdmitted': {
      const place = programme.steps.findIndex(({ key }) => key === 'admission') + 1
      return place === 0 ? sql`false` : sql`substr(e.road, ${place}, 1) in ('o', 'p')`
    }
    case 'withoutContact':
      return sql`coalesce(e.last_contact_on, (e.began_at at time zone 'Europe/Berlin')::date) < ${today.subtract({ days: silentDays }).toString()}::date`
  }
}

function needIs(key: string, look: Look): Condition {
  if (Object.hasOwn(ownNeeds, key)) return sql`(${isOpen} and ${lacks(key as OwnNeed, look)})`
  const ids = look.needs?.get(key)
  return ids ? sql`e.id = any (${ids}::uuid[])` : sql`false`
}

function phaseIs(phase: string | undefined, state: Filter['state']): Condition | undefined {
  if (phase === 'all') return undefined
  if (phase === 'completed') return sql`e.current_step is null`
  if (phase === undefined || phase === 'open') return state === 'withdrawn' ? undefined : isOpen
  return sql`e.phase = ${phase}`
}

function guideIs(guideId: string | undefined): Condition | undefined {
  if (guideId === undefined) return undefined
  return guideId === withoutGuide ? sql`e.guide_id is null` : sql`e.guide_id = ${guideId}::uuid`
}

const startsAWord = (search: string | undefined): Condition | undefined => {
  const words = sortKey(search ?? '')
  return words ? sql`(' ' || o.sort_key) like ${`% ${words}%`}` : undefined
}

/** Everything that a filter asks of a road. */
function conditionsOf(filter: Filter, look: Look): Condition {
  const { programme, now } = look
  const asked: (Condition | undefined)[] = [
    sql`e.programme_id = ${programme.id}::uuid`,
    // As a constant, so that the indexes of the active ones serve.
    filter.state === 'withdrawn' ? sql`e.state = 'withdrawn'` : sql`e.state = 'active'`,
    phaseIs(filter.phase, filter.state),
    startsAWord(filter.search),
    filter.waitingFor && sql`e.waiting_for = ${filter.waitingFor}`,
    filter.county === undefined ? undefined : sql`o.county = ${filter.county}`,
    guideIs(filter.guideId),
    filter.pressure && pressureIs(filter.pressure, daysUntil(localDay(now), programme.deadline)),
    filter.need === undefined ? undefined : needIs(filter.need, look),
  ]
  return sql.join(
    asked.filter((condition) => condition !== undefined),
    sql` and `,
  )
}

interface Key {
  sort: RawBuilder<unknown>[]
  kinds: ('text' | 'integer' | 'moment' | 'id')[]
  casts: string[]
  of: (row: Row & { sortKey: string; phasePosition: number }) => (string | number)[]
}

const since = ({ waitingSince }: Row): string => waitingSince?.toString() ?? 'infinity'
const bySince = sql`coalesce(e.waiting_since, 'infinity')`

/** What each order compares, down to the id, so that no two rows are equal; the first and last two have their index. */
const keys: Record<Order, Key> = {
  pressure: {
    sort: [sql`(- e.days_needed)`, bySince, sql`e.id`],
    kinds: ['integer', 'moment', 'id'],
    casts: ['integer', 'timestamptz', 'uuid'],
    of: (row) => [-row.daysNeeded, since(row), row.id],
  },
  waiting: {
    sort: [bySince, sql`e.id`],
    kinds: ['moment', 'id'],
    casts: ['timestamptz', 'uuid'],
    of: (row) => [since(row), row.id],
  },
  name: {
    sort: [sql`o.sort_key`, sql`e.id`],
    kinds: ['text', 'id'],
    casts: ['text', 'uuid'],
    of: (row) => [row.sortKey, row.id],
  },
  phase: {
    sort: [sql`coalesce(ph.position, 1000)`, sql`o.sort_key`, sql`e.id`],
    kinds: ['integer', 'text', 'id'],
    casts: ['integer', 'text', 'uuid'],
    of: (row) => [row.phasePosition, row.sortKey, row.id],
  },
  contact: {
    sort: [sql`coalesce(e.last_contact_on, '-infinity')`, sql`e.id`],
    kinds: ['moment', 'id'],
    casts: ['date', 'uuid'],
    of: (row) => [row.lastContactOn ?? '-infinity', row.id],
  },
}

export interface Part {
  limit: number
  cursor?: string | undefined
}

/** One part of the table. Whether the actor may is asked before; row-level security shows nobody else anything. */
export async function listRows(
  db: Db,
  filter: Filter,
  look: Look,
  { limit, cursor }: Part,
): Promise<Outcome<{ items: Row[]; next: string | null }>> {
  const { sort, kinds, casts, of } = keys[filter.order ?? 'pressure']
  const after = decodeCursor(cursor, kinds)
  if (isRefusal(after)) return after
  const [direction, beyond] = filter.isReversed ? [sql`desc`, sql`<`] : [sql`asc`, sql`>`]
  const behind = after
    ? sql` and (${sql.join(sort)}) ${beyond} (${sql.join(after.map((value, at) => sql`${value}::${sql.raw(casts[at] ?? 'text')}`))})`
    : sql``
  const { rows } = await sql<Row & { sortKey: string; phasePosition: number }>`
    select e.id, e.organization_id as "organizationId", o.name, o.kind, o.county, e.state, e.road, e.current_step as "currentStep",
           e.phase, e.waiting_for as "waitingFor", e.waiting_since as "waitingSince", e.missing, e.days_needed as "daysNeeded",
           e.completed_at as "completedAt", e.guide_id as "guideId", g.name as "guideName",
           e.last_contact_on::text as "lastContactOn", o.sort_key as "sortKey", coalesce(ph.position, 1000) as "phasePosition"
      from programmes.enrollment e
      join organizations.organization o on o.id = e.organization_id
      left join programmes.phase ph on ph.programme_id = e.programme_id and ph.key = e.phase
      left join identity.person g on g.id = e.guide_id
     where ${conditionsOf(filter, look)}${behind}
     order by ${sql.join(sort.map((each) => sql`${each} ${direction}`))}
     limit ${limit + 1}`.execute(db)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map(({ sortKey: _, phasePosition: __, ...row }) => row),
    next: rows.length > limit && last ? encodeCursor(of(last)) : null,
  }
}

/** How many rows there are in all parts together. */
export async function countRows(db: Db, filter: Filter, look: Look): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from programmes.enrollment e
      join organizations.organization o on o.id = e.organization_id
     where ${conditionsOf(filter, look)}`.execute(db)
  return rows[0]?.count ?? 0
}

/** Municipalities that could take part, do not, and still exist. */
export const outside = ({ id, openTo }: Pick<Programme, 'id' | 'openTo'>): Condition => sql`
  o.kind = any (${openTo}::text[])
  and not exists (select from programmes.enrollment e where e.organization_id = o.id and e.programme_id = ${id}::uuid)
  and not exists (select from organizations.succession s
                   where s.predecessor_id = o.id and s.withdrawn_at is null and s.from_day <= (select access.today()))`

const outsidersAsked = ({ search, county }: Filter, programme: Programme): Condition =>
  sql.join(
    [
      outside(programme),
      startsAWord(search),
      county === undefined ? undefined : sql<boolean>`o.county = ${county}`,
    ].filter((condition) => condition !== undefined),
    sql` and `,
  )

/** In German order of names. */
export async function listOutsiders(
  db: Db,
  filter: Filter,
  { programme }: Look,
  { limit, cursor }: Part,
): Promise<Outcome<{ items: Outsider[]; next: string | null }>> {
  const after = decodeCursor(cursor, ['text', 'id'])
  if (isRefusal(after)) return after
  const behind = after ? sql` and (o.sort_key, o.id) > (${after[0]}, ${after[1]}::uuid)` : sql``
  const { rows } = await sql<Outsider & { sortKey: string }>`
    select o.id as "organizationId", o.name, o.kind, o.county, o.population, o.sort_key as "sortKey"
      from organizations.organization o where ${outsidersAsked(filter, programme)}${behind}
     order by o.sort_key, o.id limit ${limit + 1}`.execute(db)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map(({ sortKey: _, ...row }) => row),
    next: rows.length > limit && last ? encodeCursor([last.sortKey, last.organizationId]) : null,
  }
}

export async function countOutsiders(db: Db, filter: Filter, { programme }: Look): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from organizations.organization o where ${outsidersAsked(filter, programme)}`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}
