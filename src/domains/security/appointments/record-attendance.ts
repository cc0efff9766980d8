import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { localDay } from '#kernel/local-day.ts'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { loadRoads, type Programme } from '#foundation/programmes/index.ts'
import type { Context } from '#platform/http/context.ts'
import { type Kickoff, toldKickoff } from './kickoff-roads.ts'

/**
 * Who was there, for all invited at once. Whoever was has the step behind it; whoever was not comes to another kick-off, or the programme leader
 * says that it is not needed. May be recorded again: who was there stays so on the road, where something may already rest on it.
 */
export async function recordAttendance(
  ctx: Context,
  programme: Programme,
  kickoff: Kickoff,
  attended: readonly string[],
): Promise<Outcome<true>> {
  if (Temporal.Instant.compare(kickoff.startsAt, ctx.now) > 0)
    return refuse('Der Auftakt hat noch nicht begonnen. Festgehalten ist nichts.')
  const invited = kickoff.guests.filter(({ isCancelled }) => !isCancelled)
  const known = new Set(invited.map(({ enrollmentId }) => enrollmentId))
  if (attended.some((id) => !known.has(id)))
    return refuse('Eine der Kommunen war nicht eingeladen. Festgehalten ist nichts.', [
      { path: 'attended', message: 'Bitte wählen Sie aus den Eingeladenen.' },
    ])
  await sql`update appointments.appointment a
      set state = 'held', attended = a.enrollment_id = any (${[...attended]}::uuid[]), version = a.version + 1, changed_at = ${ctx.now.toString()}::timestamptz
    where a.kickoff_id = ${kickoff.id}::uuid and a.programme_id = ${programme.id}::uuid and a.state <> 'cancelled'`.execute(
    ctx.db,
  )
  const there = invited.filter(
    ({ enrollmentId, state, canBegin }) =>
      attended.includes(enrollmentId) && (state === 'open' || state === 'inProgress') && canBegin,
  )
  const onDay = localDay(kickoff.startsAt).toString()
  await loadRoads(
    ctx,
    programme,
    there.map((guest) => toldKickoff(guest, { state: 'done', onDay, now: ctx.now })),
    'deed',
  )
  await record(ctx, 'kickoff.attendanceRecorded', {
    organizationId: null,
    subjectId: kickoff.id,
    data: { attended: attended.length, invited: invited.length },
  })
  return true
}
