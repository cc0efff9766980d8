import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { Context } from '#platform/http/context.ts'
import type { Db } from '#platform/db/database.ts'

interface Named {
  title: string
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
}

interface Row {
  offered: number
  returned: number
  next: { title: string; startsAt: string; endsAt: string } | null
  last: { title: string; startsAt: string; endsAt: string } | null
}

export interface RoadDates {
  /** How many wait for a choice, and how many for other times. */
  offered: number
  returned: number
  next: Named | null
  last: Named | null
}

const instants = (row: Row['next']): Named | null =>
  row && { ...row, startsAt: Temporal.Instant.from(row.startsAt), endsAt: Temporal.Instant.from(row.endsAt) }

/** The coming and the last date of a road, and what is open. */
export async function findNextDate({ db, now }: Context, enrollmentId: string): Promise<RoadDates> {
  const moment = sql`${now.toString()}::timestamptz`
  const named = sql`jsonb_build_object('title', a.title, 'startsAt', a.starts_at, 'endsAt', a.ends_at)`
  const { rows } = await sql<Row>`
    with a as materialized (select * from appointments.appointment x where x.enrollment_id = ${enrollmentId}::uuid)
    select (select count(*)::integer from a where a.state = 'proposed') as offered,
           (select count(*)::integer from a where a.state = 'declined') as returned,
           (select ${named} from a where a.state = 'confirmed' and a.ends_at > ${moment} order by a.starts_at limit 1) as next,
           (select ${named} from a where a.state in ('confirmed', 'held') and a.ends_at <= ${moment} order by a.starts_at desc limit 1) as last`.execute(
    db,
  )
  const [row] = rows
  return {
    offered: row?.offered ?? 0,
    returned: row?.returned ?? 0,
    next: instants(row?.next ?? null),
    last: instants(row?.last ?? null),
  }
}

/** Roads that go on, whose visit is not over and for which none is confirmed. */
export async function withoutVisit(db: Db, programmeId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select e.id from programmes.enrollment e join programmes.enrollment_step s on s.enrollment_id = e.id and s.step = 'onSite'
     where e.programme_id = ${programmeId}::uuid and e.state = 'active' and s.state in ('open', 'inProgress')
       and not exists (select from appointments.appointment a where a.enrollment_id = e.id and a.step = 'onSite' and a.state in ('confirmed', 'held'))
     order by e.id`.execute(db)
  return rows.map(({ id }) => id)
}
