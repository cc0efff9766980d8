import { Temporal } from 'temporal-polyfill'
import { localDay } from '#kernel/local-day.ts'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { Acceptance } from './acceptance.ts'

/** The municipality notes when something it had reserved was put right. Twice the same day is once. */
export async function settleReservation(
  ctx: Context,
  acceptance: Acceptance,
  number: number,
  fixedOn: string,
): Promise<Outcome<true>> {
  const reservation = acceptance.reservations.find((one) => one.number === number)
  if (!reservation || (acceptance.state !== 'signed' && acceptance.state !== 'accepted'))
    return refuse('Diesen Vorbehalt gibt es nicht, oder die Abnahme ist nicht unterschrieben. Geändert ist nichts.')
  if (reservation.fixedOn === fixedOn) return true
  if (reservation.fixedOn !== null)
    return refuse('Dieser Vorbehalt ist schon als behoben vermerkt. Geändert ist nichts.')
  if (Temporal.PlainDate.compare(Temporal.PlainDate.from(fixedOn), localDay(ctx.now)) > 0)
    return refuse('Der Tag ist noch nicht gespeichert.', [
      { path: 'fixedOn', message: 'Dieser Tag liegt noch vor uns.' },
    ])
  const written = await ctx.db
    .updateTable('deliveries.reservation')
    .set({ fixed_on: fixedOn, fixed_by: ctx.actor.personId, fixed_at: ctx.now.toString() })
    .where('id', '=', reservation.id)
    .where('fixed_on', 'is', null)
    .executeTakeFirst()
  if (written.numUpdatedRows !== 1n)
    return refuse('Dieser Vorbehalt ist inzwischen als behoben vermerkt. Geändert ist nichts.')
  await record(ctx, 'acceptance.reservationFixed', {
    organizationId: acceptance.organizationId,
    subjectId: acceptance.id,
    data: { number, reference: acceptance.orderReference, title: acceptance.orderTitle },
  })
  return true
}
