import { sql } from 'kysely'
import { localDay } from '#kernel/local-day.ts'
import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { Temporal } from 'temporal-polyfill'
import { record } from '#foundation/audit/index.ts'
import { randomDigits } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { organizers } from '../access.ts'
import type { Event } from '../event/event.ts'
import { type CheckIn, codeEnd } from './attendance.ts'
import { dateToRecord } from './record-attendance.ts'
import { wakeKickoff } from './wake-kickoff.ts'

/** A new code for a date; one that was there before counts no longer. */
export async function openCheckIn(ctx: Context, event: Event, dateId: string): Promise<Outcome<CheckIn>> {
  const date = dateToRecord(ctx, event, dateId)
  if (isRefusal(date)) return date
  if (!event.publishedAt) return refuse('Ein Entwurf hat noch keine Teilnehmenden.')
  const closesAt = codeEnd(date)
  if (Temporal.Instant.compare(ctx.now, closesAt) >= 0)
    return refuse('Der Termin ist vorbei. Wer da war, tragen Sie in der Liste nach.')
  const code = randomDigits(6)
  const [opened, closes] = [ctx.now.toString(), closesAt.toString()]
  await sql`
    insert into guidance.check_in (date_id, event_id, organization_id, code, opened_at, opened_by, closes_at)
    values (${dateId}::uuid, ${event.id}::uuid, ${event.organizerId}::uuid, ${code}, ${opened}::timestamptz, ${ctx.actor.personId}::uuid, ${closes}::timestamptz)
    on conflict (date_id) do update
       set code = excluded.code, opened_at = excluded.opened_at, opened_by = excluded.opened_by, closes_at = excluded.closes_at`.execute(
    ctx.db,
  )
  await record(ctx, 'event.checkInOpened', {
    organizationId: event.organizerId,
    subjectId: event.id,
    data: { title: event.title, day: localDay(date.startsAt).toString() },
    needs: organizers,
  })
  await wakeKickoff(ctx, event, { dateId, dueAt: closesAt })
  return { code, closesAt }
}
