import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { isId } from '#kernel/id.ts'
import type { StepState, ToldRoad } from '#foundation/programmes/index.ts'
import type { Db } from '#platform/db/database.ts'
import type { Slot } from './appointment.ts'

/** A municipality on the road of the programme, seen from its kick-off. */
export interface Guest {
  enrollmentId: string
  organizationId: string
  organizationName: string
  beganAt: Temporal.Instant
  state: StepState
  note: string
  /** Everything before the kick-off is over. */
  canBegin: boolean
}

const guests = sql`
  select e.id as "enrollmentId", e.organization_id as "organizationId", o.name as "organizationName", e.began_at as "beganAt", s.state, s.note,
         not exists (select from programmes.enrollment_step n where n.enrollment_id = e.id and n.step = any (d.needs)
           and n.state not in ('done', 'notNeeded')) as "canBegin"
    from programmes.enrollment e
    join programmes.enrollment_step s on s.enrollment_id = e.id and s.step = 'kickoff'
    join programmes.step d on d.programme_id = s.programme_id and d.key = s.step
    join organizations.organization o on o.id = e.organization_id`

/** Those of these roads that go on. */
export async function findGuests(db: Db, programmeId: string, enrollmentIds: readonly string[]): Promise<Guest[]> {
  const { rows } = await sql<Guest>`${guests}
    where e.programme_id = ${programmeId}::uuid and e.state = 'active' and e.id = any (${[...enrollmentIds]}::uuid[]) order by o.sort_key, e.id`.execute(
    db,
  )
  return rows
}

/** Who can be invited: admitted, and no kick-off yet. */
export async function listInvitable(db: Db, programmeId: string, limit: number): Promise<Guest[]> {
  const { rows } = await sql<Guest>`${guests}
    where e.programme_id = ${programmeId}::uuid and e.state = 'active' and s.state in ('open', 'inProgress')
      and not exists (select from programmes.enrollment_step n where n.enrollment_id = e.id and n.step = any (d.needs)
        and n.state not in ('done', 'notNeeded'))
      and not exists (select from appointments.appointment a where a.enrollment_id = e.id and a.step = 'kickoff' and a.state = 'confirmed')
    order by o.sort_key, e.id limit ${limit}`.execute(db)
  return rows
}

export interface Kickoff extends Slot {
  id: string
  programmeId: string
  title: string
  guests: readonly (Guest & { appointmentId: string; attended: boolean | null; isCancelled: boolean })[]
}

/** One kick-off with everybody invited; undefined when it is not there or not visible. */
export async function findKickoff(db: Db, programmeId: string, kickoffId: string): Promise<Kickoff | undefined> {
  if (!isId(kickoffId) || !isId(programmeId)) return undefined
  const { rows } = await sql<
    Kickoff['guests'][number] & {
      title: string
      startsAt: Temporal.Instant
      endsAt: Temporal.Instant
      place: string
      videoUrl: string
    }
  >`select g.*, a.id as "appointmentId", a.attended, a.state = 'cancelled' as "isCancelled", a.title, a.starts_at as "startsAt", a.ends_at as "endsAt",
           a.place, a.video_url as "videoUrl"
      from (${guests} where e.programme_id = ${programmeId}::uuid) g join appointments.appointment a on a.enrollment_id = g."enrollmentId"
     where a.kickoff_id = ${kickoffId}::uuid order by g."organizationName", a.id`.execute(db)
  const [first] = rows
  if (!first) return undefined
  const { title, startsAt, endsAt, place, videoUrl } = first
  return { id: kickoffId, programmeId, title, startsAt, endsAt, place, videoUrl, guests: rows }
}

/** What the road is told: the step, the day, and nothing else. */
export const toldKickoff = (
  { organizationId, beganAt, note }: Guest,
  { state, onDay, now }: { state: StepState; onDay: string; now: Temporal.Instant },
): ToldRoad => ({
  organizationId,
  beganAt: beganAt.toString(),
  steps: [{ key: 'kickoff', state, since: now.toString(), onDay, waitingFor: null, missing: '', note }],
})
