import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { startOfDay } from '#kernel/local-day.ts'
import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import type { MonthDate } from './month.ts'

interface Days {
  programmeId: string
  from: Temporal.PlainDate
  until: Temporal.PlainDate
}

const columns = sql`a.id, a.enrollment_id as "enrollmentId", o.name as "organizationName", a.title, a.state, a.starts_at as "startsAt", a.ends_at as "endsAt"`

/** The first `most` dates of each local day with how many there are, whatever the month holds. */
export async function listMonth(
  db: Db,
  { programmeId, from, until }: Days,
  most: number,
): Promise<(MonthDate & { total: number })[]> {
  const { rows } = await sql<MonthDate & { total: number }>`
    with days as (
      select a.*, row_number() over d as nth, (count(*) over (partition by (a.starts_at at time zone 'Europe/Berlin')::date))::integer as total
        from appointments.appointment a
       where a.programme_id = ${programmeId}::uuid and a.state in ('confirmed', 'held')
         and a.starts_at >= ${startOfDay(from).toString()}::timestamptz and a.starts_at < ${startOfDay(until.add({ days: 1 })).toString()}::timestamptz
      window d as (partition by (a.starts_at at time zone 'Europe/Berlin')::date order by a.starts_at, a.id))
    select ${columns}, a.total from days a join organizations.organization o on o.id = a.organization_id
     where a.nth <= ${most} order by a.starts_at, a.id`.execute(db)
  return rows
}

/** All dates of one local day, in order. */
export async function listDay(
  db: Db,
  { programmeId, day, limit, cursor }: { programmeId: string; day: Temporal.PlainDate; limit: number; cursor?: string | undefined }, // prettier-ignore
): Promise<Outcome<{ items: MonthDate[]; next: string | null }>> {
  const after = decodeCursor(cursor, ['text', 'id'])
  if (isRefusal(after)) return after
  const since = after && instantOf(String(after[0]))
  if (after && !since) return refuse('Diese Fortsetzung passt nicht zu dieser Liste. Bitte von vorn beginnen.')
  const { rows } = await sql<MonthDate>`
    select ${columns} from appointments.appointment a join organizations.organization o on o.id = a.organization_id
     where a.programme_id = ${programmeId}::uuid and a.state in ('confirmed', 'held')
       and a.starts_at >= ${startOfDay(day).toString()}::timestamptz and a.starts_at < ${startOfDay(day.add({ days: 1 })).toString()}::timestamptz
       and (${since?.toString() ?? null}::timestamptz is null
         or (a.starts_at, a.id) > (${since?.toString() ?? null}::timestamptz, ${after ? String(after[1]) : null}::uuid))
     order by a.starts_at, a.id limit ${limit + 1}`.execute(db)
  return listPage(rows, limit, ({ startsAt, id }) => [startsAt.toString(), id])
}

function instantOf(text: string): Temporal.Instant | undefined {
  try {
    return Temporal.Instant.from(text)
  } catch {
    return undefined
  }
}
