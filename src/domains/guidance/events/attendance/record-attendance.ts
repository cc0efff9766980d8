import { sql } from 'kysely'
import { localDay } from '#kernel/local-day.ts'
import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import { organizers } from '../access.ts'
import { dayInWords, type Event, type EventDate } from '../event/event.ts'
import { type AttendanceState, mayRecord } from './attendance.ts'
import { wakeKickoff } from './wake-kickoff.ts'

export interface Entry {
  registrationId: string
  state: AttendanceState
  taskDone?: boolean | undefined
}

/** Who was there on one date. What is said again changes nothing; what is said otherwise corrects. Returns how many rows changed. */
export async function recordAttendance(
  ctx: Context,
  event: Event,
  dateId: string,
  entries: readonly Entry[],
): Promise<Outcome<number>> {
  const date = dateToRecord(ctx, event, dateId)
  if (isRefusal(date)) return date
  const wrong = await whyNotThese(ctx, event, entries)
  if (wrong) return wrong
  const changed = await write(ctx, event, date, entries)
  if (changed === 0) return 0
  await record(ctx, 'event.attendanceRecorded', {
    organizationId: event.organizerId,
    subjectId: event.id,
    data: { title: event.title, day: localDay(date.startsAt).toString(), changed },
    needs: organizers,
  })
  await wakeKickoff(ctx, event, { dateId })
  return changed
}

/** The date, where something can be recorded of it now. */
export function dateToRecord({ now }: Pick<Context, 'now'>, event: Event, dateId: string): Outcome<EventDate> {
  const date = event.dates.find(({ id }) => id === dateId)
  if (!date) return refuse('Diesen Termin gibt es hier nicht.')
  if (event.cancelledAt) return refuse('Die Veranstaltung ist abgesagt. Erfasst ist nichts.')
  if (date.cancelledAt) return refuse('Dieser Termin ist abgesagt und zählt nicht mit. Erfasst ist nichts.')
  if (!mayRecord(date, now))
    return refuse(`Die Anwesenheit lässt sich ab dem Tag des Termins erfassen: ${dayInWords(localDay(date.startsAt))}.`)
  return date
}

async function whyNotThese({ db }: Context, { id }: Event, entries: readonly Entry[]) {
  const ids = [...new Set(entries.map(({ registrationId }) => registrationId))]
  if (ids.length !== entries.length) return refuse('Jede Person steht einmal in der Liste. Erfasst ist nichts.')
  if (entries.some(({ state, taskDone }) => taskDone && state !== 'excused'))
    return refuse('Eine Ersatzaufgabe hat nur, wer entschuldigt ist. Erfasst ist nichts.')
  const { rows } = await sql<{ found: number }>`
    select count(*)::integer as found from guidance.registration r
     where r.event_id = ${id}::uuid and r.state = 'confirmed' and r.id = any (${ids}::uuid[])`.execute(db)
  return rows[0]?.found === ids.length
    ? undefined
    : refuse(
        'Erfasst ist nichts: Eine der Personen hat in dieser Veranstaltung keinen bestätigten Platz. Bitte laden Sie die Liste neu.',
      )
}

async function write(
  { db, now, actor }: Context,
  { id, organizerId }: Event,
  date: EventDate,
  entries: readonly Entry[],
): Promise<number> {
  const rows = entries.map(({ registrationId, state, taskDone = false }) => ({ registrationId, state, taskDone }))
  const { rows: written } = await sql<{ id: string }>`
    insert into guidance.attendance as a
           (date_id, registration_id, event_id, organization_id, participant_organization_id, state, task_done, how, recorded_at, recorded_by)
    select ${date.id}::uuid, r.id, ${id}::uuid, ${organizerId}::uuid, r.participant_organization_id, t.state, t."taskDone", 'list',
           ${now.toString()}::timestamptz, ${actor.personId}::uuid
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t("registrationId" uuid, state text, "taskDone" boolean)
      join guidance.registration r on r.id = t."registrationId"
    on conflict (date_id, registration_id) do update
       set state = excluded.state, task_done = excluded.task_done, how = excluded.how, recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by
     where (a.state, a.task_done) is distinct from (excluded.state, excluded.task_done)
    returning a.registration_id as id`.execute(db)
  return written.length
}
