import { sql } from 'kysely'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import { organizers } from '../access.ts'
import type { Event } from '../event/event.ts'
import { wakeTeller } from './wake-teller.ts'

export interface Capacity {
  capacity: number | null
  /** Where fewer are left than are taken: everybody keeps the seat, and nobody moves up until some have left. */
  keepSeats: boolean
}

/** More seats go to the list at once; with fewer, those who came last wait again, first in line, or keep their seats. */
export async function setCapacity(
  ctx: Context,
  event: Event,
  { capacity, keepSeats }: Capacity,
): Promise<Outcome<true>> {
  const { rows } = await sql<{ outcome: string }>`
    select guidance.set_capacity(${event.id}::uuid, ${capacity}::integer, ${keepSeats}, ${ctx.now.toString()}::timestamptz) as outcome`.execute(
    ctx.db,
  )
  if (rows[0]?.outcome === 'unknown') return refuse('Diese Veranstaltung gibt es nicht mehr.')
  await record(ctx, 'event.capacityChanged', {
    organizationId: event.organizerId,
    subjectId: event.id,
    data: { title: event.title, from: event.capacity ?? 'unbegrenzt', to: capacity ?? 'unbegrenzt', keepSeats },
    needs: organizers,
  })
  await wakeTeller(ctx, event.id)
  return true
}
