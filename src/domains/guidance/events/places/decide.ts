import { sql } from 'kysely'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { organizers } from '../access.ts'
import type { Event } from '../event/event.ts'
import type { Registration } from './registration.ts'
import { wakeTeller } from './wake-teller.ts'

/** Approves a registration that has to be, or refuses it with a reason. */
export async function approve(
  ctx: Context,
  event: Event,
  place: Registration,
  { approved, reason }: { approved: boolean; reason: string },
): Promise<Outcome<true>> {
  if (!approved && reason === '')
    return refuse('Die Ablehnung ist nicht gespeichert.', [{ path: 'reason', message: 'Bitte nennen Sie den Grund.' }])
  const { rows } = await sql<{ outcome: string }>`
    select * from guidance.approve(${place.id}::uuid, ${approved}, ${reason}, ${ctx.now.toString()}::timestamptz)`.execute(
    ctx.db,
  )
  if (rows[0]?.outcome !== 'done') return refuse('Über diese Anmeldung ist schon entschieden. Geändert ist nichts.')
  await record(ctx, approved ? 'registration.approved' : 'registration.rejected', {
    organizationId: place.organizationId ?? event.organizerId,
    subjectId: place.personId ?? event.id,
    data: { title: event.title, eventId: event.id, reason },
    needs: organizers,
  })
  await wakeTeller(ctx, event.id)
  return true
}

const notSubstituted: Record<string, string> = {
  unknown: 'Diese Anmeldung gibt es nicht.',
  notSeated: 'Vertreten werden kann nur, wer einen bestätigten Platz hat.',
  stranger: 'Vertreten kann jemand aus derselben Organisation.',
  prerequisite: 'Der Vertretung fehlt das Zertifikat, das dieser Kurs voraussetzt.',
  already: 'Die Vertretung hat in diesem Kurs schon einen eigenen Platz.',
}

/** Somebody else of the same organization takes the seat; the list does not move. */
export async function substitute(
  ctx: Context,
  event: Event,
  place: Registration,
  personId: string,
): Promise<Outcome<{ id: string }>> {
  const { rows } = await sql<{ outcome: string; registration_id: string | null }>`
    select * from guidance.substitute(${place.id}::uuid, ${newId()}::uuid, ${personId}::uuid, ${ctx.now.toString()}::timestamptz)`.execute(
    ctx.db,
  )
  const [row] = rows
  if (row?.outcome !== 'done' || row.registration_id === null)
    return refuse(notSubstituted[row?.outcome ?? 'unknown'] ?? 'Die Vertretung ist nicht möglich.')
  await record(ctx, 'registration.substituted', {
    organizationId: place.organizationId ?? event.organizerId,
    subjectId: personId,
    data: { title: event.title, eventId: event.id },
    needs: [],
  })
  await wakeTeller(ctx, event.id)
  return { id: row.registration_id }
}

/** As many places at once as a list can hold. */
const most = 2000

/**
 * Into another run: one place, or everybody who waits or let an offer pass. Their order stays, before whoever waits there already. Returns how
 * many went; those who are registered there already stay where they are.
 */
export async function transfer(
  ctx: Context,
  event: Event,
  target: Event,
  place?: Registration,
): Promise<Outcome<{ moved: number }>> {
  const ids = Array.from({ length: place ? 1 : most }, newId)
  const { rows } = await sql<{ moved: number }>`
    select guidance.transfer(${event.id}::uuid, ${target.id}::uuid, ${place?.id ?? null}::uuid, ${ids}::uuid[], ${ctx.now.toString()}::timestamptz) as moved`.execute(
    ctx.db,
  )
  const moved = rows[0]?.moved ?? -1
  if (moved === -2)
    return refuse(
      'Dieser Durchgang nimmt gerade niemanden auf: Er ist nicht veröffentlicht, abgesagt oder hat begonnen.',
    )
  if (moved < 0) return refuse('In diesen Durchgang können Sie nicht wechseln.')
  if (place && moved === 0) return refuse('Dort gibt es diese Anmeldung schon. Geändert ist nichts.')
  await record(ctx, 'registrations.transferred', {
    organizationId: place?.organizationId ?? event.organizerId,
    subjectId: event.id,
    data: { title: event.title, to: target.title, toRun: target.run, moved },
    needs: [],
  })
  await wakeTeller(ctx, event.id)
  await wakeTeller(ctx, target.id)
  return { moved }
}
