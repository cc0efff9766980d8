import { type RawBuilder, sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { isId } from '#kernel/id.ts'
import { startOfDay } from '#kernel/local-day.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import type { Appointment, AppointmentState, Participant, RoadPoint, Side, Slot } from './appointment.ts'
import type { Clash } from './slot-rules.ts'

interface TextSlot {
  startsAt: string
  endsAt: string
  place: string
  videoUrl: string
}

/** The proposals of the round that counts, of the side that offers now. */
export const liveProposals = sql`p.appointment_id = a.id and p.round = a.round and a.state in ('proposed', 'declined')
  and p.side = case a.state when 'proposed' then 'programme' else 'organization' end`

const proposals = sql<readonly (TextSlot & { id: string; side: Side })[]>`coalesce((
  select jsonb_agg(jsonb_build_object('id', p.id, 'side', p.side, 'startsAt', p.starts_at, 'endsAt', p.ends_at, 'place', p.place,
           'videoUrl', p.video_url) order by p.starts_at, p.position)
    from appointments.proposal p where ${liveProposals}), '[]')`

const participants = sql<readonly Participant[]>`coalesce((
  select jsonb_agg(jsonb_build_object('id', t.person_id, 'name', coalesce(i.name, 'Ehemalige Person'), 'email', coalesce(i.email, ''),
           'attended', t.attended, 'roles', coalesce((select jsonb_agg(distinct g.role) from identity.role_grant g
             where g.person_id = t.person_id and g.organization_id = a.organization_id and g.from_day <= access.today()
               and (g.until_day is null or g.until_day >= access.today())), '[]')) order by i.name, t.person_id)
    from appointments.participant t left join identity.person i on i.id = t.person_id where t.appointment_id = a.id), '[]')`

const roadPoint = sql<RoadPoint | null>`(
  select jsonb_build_object('state', s.state, 'acts', d.acts, 'waitingFor', s.waiting_for, 'canBegin', not exists (
           select from programmes.enrollment_step n where n.enrollment_id = s.enrollment_id and n.step = any (d.needs)
              and n.state not in ('done', 'notNeeded')))
    from programmes.enrollment_step s join programmes.step d on d.programme_id = s.programme_id and d.key = s.step
   where s.enrollment_id = a.enrollment_id and s.step = a.step)`

const appointments = (db: Db) =>
  db
    .selectFrom('appointments.appointment as a')
    .innerJoin('organizations.organization as o', 'o.id', 'a.organization_id')
    .innerJoin('programmes.programme as g', 'g.id', 'a.programme_id')
    .innerJoin('programmes.enrollment as e', 'e.id', 'a.enrollment_id')
    .leftJoin('identity.person as v', 'v.id', 'a.assessor_id')
    .select([
      'a.id',
      'a.enrollment_id as enrollmentId',
      'a.organization_id as organizationId',
      'o.name as organizationName',
      'a.programme_id as programmeId',
      'g.name as programmeName',
      'e.state as enrollmentState',
      'a.step',
      'a.title',
      'a.note',
      'a.assessor_id as assessorId',
      'v.name as assessorName',
      'v.email as assessorEmail',
      'a.minutes_before as minutesBefore',
      'a.minutes_after as minutesAfter',
      'a.state',
      'a.round',
      'a.starts_at as startsAt',
      'a.ends_at as endsAt',
      'a.place',
      'a.video_url as videoUrl',
      'a.sequence',
      'a.reason',
      'a.kickoff_id as kickoffId',
      'a.attended',
      'a.proposed_by as proposedBy',
      'a.version',
      'a.changed_at as changedAt',
      proposals.as('proposals'),
      participants.as('participants'),
      roadPoint.as('road'),
      sql<boolean>`a.programme_id = any ((select access.scope_programmes_led())::uuid[])`.as('isLed'),
      sql<boolean>`a.programme_id = any ((select access.scope_programmes())::uuid[])`.as('isSeen'),
    ])

type Row = Awaited<ReturnType<ReturnType<typeof appointments>['execute']>>[number]

const slotOf = ({ startsAt, endsAt, ...where }: TextSlot): Slot => ({
  ...where,
  startsAt: Temporal.Instant.from(startsAt),
  endsAt: Temporal.Instant.from(endsAt),
})

function fromRow(row: Row): Appointment {
  const {
    assessorId,
    assessorName,
    assessorEmail,
    startsAt,
    endsAt,
    place,
    videoUrl,
    proposals: offered,
    ...rest
  } = row
  return {
    ...(rest as unknown as Appointment),
    assessor:
      assessorId === null
        ? null
        : { id: assessorId, name: assessorName ?? 'Ehemalige Person', email: assessorEmail ?? '' },
    chosen: startsAt === null || endsAt === null ? null : { startsAt, endsAt, place, videoUrl },
    proposals: offered.map(({ id, side, ...slot }) => ({ id, side, ...slotOf(slot) })),
  }
}

/** One appointment; undefined when it is not there or not visible, or on another road than the one named. */
export async function findAppointment(db: Db, id: string, enrollmentId?: string): Promise<Appointment | undefined> {
  if (!isId(id) || (enrollmentId !== undefined && !isId(enrollmentId))) return undefined
  let query = appointments(db).where('a.id', '=', id)
  if (enrollmentId !== undefined) query = query.where('a.enrollment_id', '=', enrollmentId)
  const row = await query.executeTakeFirst()
  return row && fromRow(row)
}

export interface AppointmentFilter {
  programmeId?: string | undefined
  organizationId?: string | undefined
  enrollmentId?: string | undefined
  from?: Temporal.PlainDate | undefined
  until?: Temporal.PlainDate | undefined
  state?: AppointmentState | undefined
  limit: number
  cursor?: string | undefined
}

/** Those the actor may see, the newest first. */
export async function listAppointments(
  db: Db,
  { programmeId, organizationId, enrollmentId, from, until, state, limit, cursor }: AppointmentFilter,
): Promise<Outcome<{ items: Appointment[]; next: string | null }>> {
  const after = decodeCursor(cursor, ['id'])
  if (isRefusal(after)) return after
  let query = appointments(db)
    .orderBy('a.id', 'desc')
    .limit(limit + 1)
  if (programmeId) query = query.where('a.programme_id', '=', programmeId)
  if (organizationId) query = query.where('a.organization_id', '=', organizationId)
  if (enrollmentId) query = query.where('a.enrollment_id', '=', enrollmentId)
  if (state) query = query.where('a.state', '=', state)
  if (from) query = query.where(touches(sql`>= ${startOfDay(from).toString()}::timestamptz`))
  if (until) query = query.where(touches(sql`< ${startOfDay(until.add({ days: 1 })).toString()}::timestamptz`))
  if (after) query = query.where('a.id', '<', String(after[0]))
  const page = listPage(await query.execute(), limit, ({ id }) => [id])
  return { items: page.items.map(fromRow), next: page.next }
}

/** What was chosen, or, where nothing is, one of what is offered. */
const touches = (comparison: RawBuilder<unknown>) =>
  sql<boolean>`(a.starts_at ${comparison} or (a.state in ('proposed', 'declined') and exists (
    select from appointments.proposal p where ${liveProposals} and p.starts_at ${comparison})))`

/** Everything confirmed of one person from a day on, the earliest first: the days of an assessor. */
export async function listVisits(
  db: Db,
  { assessorId, from, until, limit }: { assessorId: string; from: Temporal.PlainDate; until: Temporal.PlainDate; limit: number }, // prettier-ignore
): Promise<Appointment[]> {
  const rows = await appointments(db)
    .where('a.assessor_id', '=', assessorId)
    .where('a.state', 'in', ['confirmed', 'held'])
    .where('a.starts_at', '>=', startOfDay(from))
    .where('a.starts_at', '<', startOfDay(until.add({ days: 1 })))
    .orderBy('a.starts_at')
    .orderBy('a.id')
    .limit(limit)
    .execute()
  return rows.map(fromRow)
}

export interface ClashQuestion {
  /** Of an appointment that exists, its own people and municipality count. */
  appointmentId?: string | undefined
  assessorId?: string | undefined
  organizationId?: string | undefined
  /** With the way there and back. */
  times: readonly { from: Temporal.Instant; until: Temporal.Instant }[]
}

/** Other dates at these times. `holding`: nobody else decides about the same assessor until the end of the transaction. */
export async function findClashes(
  db: Db,
  { appointmentId, assessorId, organizationId, times }: ClashQuestion,
  { holding }: { holding: boolean },
): Promise<Clash[]> {
  const asked = times.map(({ from, until }, number) => ({ number, from: from.toString(), until: until.toString() }))
  const { rows } = await sql<
    Omit<Clash, 'startsAt' | 'endsAt'> & { starts_at: Temporal.Instant; ends_at: Temporal.Instant }
  >`
    select * from appointments.clashes(${appointmentId ?? null}::uuid, ${assessorId ?? null}::uuid, ${organizationId ?? null}::uuid,
      ${JSON.stringify(asked)}::jsonb, ${holding})`.execute(db)
  return rows.map(({ starts_at: startsAt, ends_at: endsAt, ...rest }) => ({ ...rest, startsAt, endsAt }))
}
