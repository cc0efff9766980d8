import { sql } from 'kysely'
import { localDay } from '#kernel/local-day.ts'
import { isRefusal, type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { loadRoads, type Programme } from '#foundation/programmes/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { findGuests, type Guest, toldKickoff } from './kickoff-roads.ts'
import { type NewKickoff, slotOf } from './schemas.ts'
import { checkSlots } from './slot-rules.ts'
import { tellKickoff } from './tell-kickoff.ts'

/** One date for many municipalities: an appointment for each, and the day at its step. */
export async function planKickoff(ctx: Context, programme: Programme, wish: NewKickoff): Promise<Outcome<string>> {
  const slot = slotOf(wish.time)
  const checked = checkSlots([slot], 'Angelegt ist noch nichts', { now: ctx.now, path: 'time' })
  if (isRefusal(checked)) return checked
  if (!programme.steps.some(({ key }) => key === 'kickoff'))
    return refuse(`„${programme.name}“ hat keinen Auftakt. Angelegt ist nichts.`)
  const guests = await findGuests(ctx.db, programme.id, wish.enrollmentIds)
  if (guests.length < new Set(wish.enrollmentIds).size)
    return refuse('Eine der Kommunen nimmt an diesem Programm nicht oder nicht mehr teil. Angelegt ist nichts.', [
      { path: 'enrollmentIds', message: 'Bitte wählen Sie Kommunen, die teilnehmen.' },
    ])
  const early = guests.find(({ canBegin }) => !canBegin)
  if (early)
    return refuse(`${early.organizationName} ist noch nicht zugelassen. Angelegt ist nichts.`, [
      { path: 'enrollmentIds', message: `${early.organizationName} ist noch nicht an der Reihe.` },
    ])
  const kickoffId = newId()
  await insertAll(ctx, { kickoffId, programmeId: programme.id, guests }, wish)
  const day = localDay(slot.startsAt).toString()
  await loadRoads(ctx, programme, guests.filter(({ state }) => state === 'open').map((guest) => toldKickoff(guest, { state: 'open', onDay: day, now: ctx.now })), 'deed') // prettier-ignore
  await tellKickoff(ctx, { kickoffId, guests, title: wish.title, slot })
  await record(ctx, 'kickoff.planned', { organizationId: null, subjectId: kickoffId, data: { invited: guests.length } })
  return kickoffId
}

async function insertAll(
  { db, actor, now }: Context,
  { kickoffId, programmeId, guests }: { kickoffId: string; programmeId: string; guests: readonly Guest[] },
  { title, note, time }: NewKickoff,
): Promise<void> {
  const { startsAt, endsAt, place, videoUrl } = slotOf(time)
  const [start, end] = [startsAt.toString(), endsAt.toString()]
  const rows = guests.map(({ enrollmentId, organizationId }) => ({ id: newId(), enrollmentId, organizationId }))
  await sql`insert into appointments.appointment (id, enrollment_id, organization_id, programme_id, step, title, note, state, starts_at, ends_at,
      away_from, away_until, place, video_url, sequence, kickoff_id, proposed_by, proposed_at, changed_at)
    select r.id, r."enrollmentId", r."organizationId", ${programmeId}::uuid, 'kickoff', ${title}::text, ${note}::text, 'confirmed', ${start}::timestamptz,
           ${end}::timestamptz, ${start}::timestamptz, ${end}::timestamptz, ${place}::text, ${videoUrl}::text, 0, ${kickoffId}::uuid,
           ${actor.personId}::uuid, ${now.toString()}::timestamptz, ${now.toString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "enrollmentId" uuid, "organizationId" uuid)`.execute(
    db,
  )
}
