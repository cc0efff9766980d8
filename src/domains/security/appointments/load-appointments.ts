import { type RawBuilder, sql } from 'kysely'
import { record } from '#foundation/audit/index.ts'
import type { Programme } from '#foundation/programmes/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { mostProposals } from './appointment.ts'
import type { ToldAppointment } from './told-appointment.ts'

type Road = Pick<Programme, 'id' | 'name'>

/**
 * Writes dates of many municipalities as a workbook tells them, by a few statements: new ones, and those brought in before about which nobody has
 * decided in the portal; all others stay. Nobody is told, nobody in particular comes, and the steps of the roads are not touched: the
 * workbook says itself how far they are.
 */
export async function loadAppointments(ctx: Context, programme: Road, told: readonly ToldAppointment[]): Promise<void> {
  if (told.length === 0) return
  const fresh = told.filter(({ id }) => id === null)
  await addDecided(
    ctx,
    programme,
    fresh.filter(({ state }) => state !== 'proposed'),
  )
  await addOffered(
    ctx,
    programme,
    fresh.filter(({ state }) => state === 'proposed'),
  )
  await changeThose(
    ctx,
    programme,
    told.filter(({ id }) => id !== null),
  )
  await record(ctx, 'appointment.broughtIn', {
    organizationId: null,
    subjectId: programme.id,
    data: { programme: programme.name, appointments: told.length },
  })
}

const rowsOf = (told: readonly ToldAppointment[]) =>
  told.map(({ startsAt, endsAt, ...row }) => ({
    ...row,
    id: row.id ?? newId(),
    startsAt: startsAt.toString(),
    endsAt: endsAt.toString(),
  }))

const recordset = (rows: readonly object[]): RawBuilder<unknown> => sql`
  jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "organizationId" uuid, step text, title text, note text, state text,
    "startsAt" timestamptz, "endsAt" timestamptz, place text, "videoUrl" text)`

const onRoad = ({ id }: Road): RawBuilder<unknown> => sql`
  join programmes.enrollment e on e.organization_id = r."organizationId" and e.programme_id = ${id}::uuid`

/** Held and confirmed ones stand in calendars, cancelled ones never did. */
async function addDecided(
  { db, actor, now }: Context,
  programme: Road,
  told: readonly ToldAppointment[],
): Promise<void> {
  if (told.length === 0) return
  const at = sql`${now.toString()}::timestamptz`
  await sql`insert into appointments.appointment (id, enrollment_id, organization_id, programme_id, step, title, note, state, starts_at, ends_at,
      away_from, away_until, place, video_url, sequence, proposed_by, proposed_at, changed_at, brought_in)
    select r.id, e.id, e.organization_id, e.programme_id, r.step, r.title, r.note, r.state, r."startsAt", r."endsAt", r."startsAt", r."endsAt",
           r.place, r."videoUrl", case r.state when 'cancelled' then -1 else 0 end, ${actor.personId}::uuid, ${at}, ${at}, true
      from ${recordset(rowsOf(told))} ${onRoad(programme)}`.execute(db)
}

/** Times with the same title, step and note are offers for one date, at most as many as a date may have. */
async function addOffered(
  { db, actor, now }: Context,
  programme: Road,
  told: readonly ToldAppointment[],
): Promise<void> {
  if (told.length === 0) return
  const alike = Map.groupBy(rowsOf(told), ({ organizationId, step, title, note }) =>
    JSON.stringify([organizationId, step, title, note]),
  )
  const offers = [...alike.values()].flatMap(inFives).flatMap((slots) => {
    const [first] = slots
    return slots.map((slot, at) => ({ ...slot, appointmentId: first?.id, position: at + 1 }))
  })
  const at = sql`${now.toString()}::timestamptz`
  await sql`insert into appointments.appointment (id, enrollment_id, organization_id, programme_id, step, title, note, state, proposed_by, proposed_at,
      changed_at, brought_in)
    select r.id, e.id, e.organization_id, e.programme_id, r.step, r.title, r.note, r.state, ${actor.personId}::uuid, ${at}, ${at}, true
      from ${recordset(offers.filter(({ position }) => position === 1))} ${onRoad(programme)}`.execute(db)
  await sql`insert into appointments.proposal
      (id, appointment_id, organization_id, programme_id, round, position, side, starts_at, ends_at, place, video_url, proposed_by, proposed_at)
    select r.id, r."appointmentId", a.organization_id, a.programme_id, a.round, r.position, 'programme', r."startsAt", r."endsAt", r.place, r."videoUrl",
           ${actor.personId}::uuid, ${at}
      from jsonb_to_recordset(${JSON.stringify(offers)}::jsonb)
        as r(id uuid, "appointmentId" uuid, position integer, "startsAt" timestamptz, "endsAt" timestamptz, place text, "videoUrl" text)
      join appointments.appointment a on a.id = r."appointmentId"`.execute(db)
}

const inFives = <Row>(rows: readonly Row[]): Row[][] =>
  Array.from({ length: Math.ceil(rows.length / mostProposals) }, (_, at) =>
    rows.slice(at * mostProposals, (at + 1) * mostProposals),
  )

/** Whoever decided meanwhile in the portal has decided. */
async function changeThose({ db, now }: Context, { id }: Road, told: readonly ToldAppointment[]): Promise<void> {
  if (told.length === 0) return
  await sql`update appointments.appointment a
       set state = r.state, note = r.note, starts_at = r."startsAt", ends_at = r."endsAt", away_from = r."startsAt", away_until = r."endsAt",
           place = r.place, video_url = r."videoUrl", sequence = case when r.state = 'cancelled' then a.sequence else greatest(a.sequence, 0) end,
           version = a.version + 1, changed_at = ${now.toString()}::timestamptz
      from ${recordset(rowsOf(told))}
     where a.id = r.id and a.programme_id = ${id}::uuid and a.brought_in`.execute(db)
}
