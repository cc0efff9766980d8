import { sql } from 'kysely'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import { organizers } from '../access.ts'
import { wakeTeller } from '../places/wake-teller.ts'
import { writeSpan } from './dates.ts'
import { type Event, spanOf } from './event.ts'

/** Called off: every place ends, everybody is told, and calendars forget it. */
export async function cancelEvent(ctx: Context, event: Event, reason: string): Promise<Outcome<true>> {
  if (!event.publishedAt) return refuse('Ein Entwurf wird nicht abgesagt, sondern entfernt.')
  const { rows } = await sql<{
    outcome: string
  }>`select guidance.cancel_event(${event.id}::uuid, ${reason}, ${ctx.now.toString()}::timestamptz) as outcome`.execute(
    ctx.db,
  )
  if (rows[0]?.outcome !== 'done') return refuse('Die Veranstaltung ist schon abgesagt. Geändert ist nichts.')
  await record(ctx, 'event.cancelled', {
    organizationId: event.organizerId,
    subjectId: event.id,
    data: { title: event.title, reason },
    needs: organizers,
  })
  await wakeTeller(ctx, event.id)
  return true
}

/** One of several dates is called off; the places stay. */
export async function cancelDate(ctx: Context, event: Event, dateId: string, reason: string): Promise<Outcome<true>> {
  const date = event.dates.find(({ id }) => id === dateId)
  if (!date) return refuse('Diesen Termin gibt es hier nicht.')
  if (date.cancelledAt) return refuse('Dieser Termin ist schon abgesagt. Geändert ist nichts.')
  const left = event.dates.filter((one) => one.id !== dateId && !one.cancelledAt)
  if (left.length === 0) return refuse('Das ist der letzte Termin. Bitte sagen Sie die ganze Veranstaltung ab.')
  const at = ctx.now.toString()
  await sql`update guidance.event_date d set cancelled_at = ${at}::timestamptz where d.id = ${dateId}::uuid`.execute(
    ctx.db,
  )
  await sql`update guidance.event e set sequence = e.sequence + 1, version = e.version + 1, changed_at = ${at}::timestamptz
    where e.id = ${event.id}::uuid`.execute(ctx.db)
  await writeSpan(ctx.db, event.id, spanOf(event.kind, left))
  await record(ctx, 'event.dateCancelled', {
    organizationId: event.organizerId,
    subjectId: event.id,
    data: { title: event.title, startsAt: date.startsAt.toString(), reason },
    needs: organizers,
  })
  if (event.publishedAt)
    await sql`select guidance.announce(${event.id}::uuid, 'dateCancelled',
      ${JSON.stringify({ dateId, startsAt: date.startsAt.toString(), endsAt: date.endsAt.toString(), reason })}::jsonb, ${at}::timestamptz)`.execute(
      ctx.db,
    )
  await wakeTeller(ctx, event.id)
  return true
}

/** A draft that nobody has seen goes without a trace but in the audit trail. */
export async function removeDraft(ctx: Context, event: Event): Promise<Outcome<true>> {
  if (event.publishedAt) return refuse('Veröffentlichtes wird abgesagt, nicht entfernt.')
  const { rows } = await sql<{ next: boolean }>`
    select exists (select from guidance.event n where n.id <> ${event.id}::uuid
      and ${event.id}::uuid in (n.previous_id, n.line_id, n.prerequisite_id)) as next`.execute(ctx.db)
  if (rows[0]?.next) return refuse('Auf diesem Entwurf bauen andere Veranstaltungen auf. Entfernt ist nichts.')
  await sql`delete from guidance.event e where e.id = ${event.id}::uuid`.execute(ctx.db)
  await record(ctx, 'event.removed', {
    organizationId: event.organizerId,
    subjectId: event.id,
    data: { title: event.title },
    needs: organizers,
  })
  return true
}
