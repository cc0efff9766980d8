import { sql } from 'kysely'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context, PublicContext } from '#platform/http/context.ts'
import type { Event } from '../event/event.ts'
import type { Registration } from './registration.ts'
import { wakeTeller } from './wake-teller.ts'

interface Row {
  outcome: 'done' | 'already' | 'unknown' | 'begun'
  event_id: string | null
}

const refused: Record<Exclude<Row['outcome'], 'done'>, string> = {
  already: 'Hier ist schon niemand mehr angemeldet. Geändert ist nichts.',
  unknown: 'Diese Anmeldung gibt es nicht.',
  begun: 'Die Veranstaltung hat begonnen. Bitte geben Sie der Veranstalterin Bescheid, wenn jemand fehlt.',
}

/** Gives a place back; a seat goes to whoever is next, in the same transaction. Whoever left starts anew at the end. */
export async function leave(ctx: Context, event: Event, place: Registration, reason: string): Promise<Outcome<true>> {
  const { rows } = await sql<Row>`
    select * from guidance.leave(null, ${place.id}::uuid, ${reason}, ${ctx.now.toString()}::timestamptz)`.execute(
    ctx.db,
  )
  const outcome = rows[0]?.outcome ?? 'unknown'
  if (outcome !== 'done') return refuse(refused[outcome])
  await record(ctx, 'registration.cancelled', {
    organizationId: place.organizationId ?? event.organizerId,
    subjectId: place.personId ?? event.id,
    data: { title: event.title, eventId: event.id },
    needs: [],
  })
  await wakeTeller(ctx, event.id)
  return true
}

/** The same by the link in a guest's mail. */
export async function leaveByLink(ctx: PublicContext, secretHash: string, reason: string): Promise<Outcome<true>> {
  const { rows } = await sql<Row>`
    select * from guidance.leave(${secretHash}, null, ${reason}, ${ctx.now.toString()}::timestamptz)`.execute(ctx.db)
  const [row] = rows
  if (!row || row.outcome !== 'done' || row.event_id === null)
    return refuse(refused[row && row.outcome !== 'done' ? row.outcome : 'unknown'])
  await wakeTeller(ctx, row.event_id)
  return true
}
