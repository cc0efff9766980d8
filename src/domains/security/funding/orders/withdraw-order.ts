import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import { book, type Booking } from '../entries/book.ts'
import type { Origin } from '../entries/entry.ts'
import { moneyOf } from './commission-order.ts'
import type { ServiceOrder } from './order.ts'

/** Frees what is planned or committed of an order. What was delivered stays: that is for the acceptance to decide. */
export async function withdrawOrder(
  ctx: Context,
  order: ServiceOrder,
  { reason, origin = 'order' }: { reason: string; origin?: Origin },
): Promise<Outcome<true>> {
  const states = (['planned', 'committed'] as const).filter((state) => order[state] > 0)
  if (states.length === 0)
    return refuse(
      `Von „${order.title}“ (${order.reference}) ist nichts mehr geplant oder beauftragt. Geändert ist nichts.`,
    )
  const bookings = states.map((state): Booking => ({
    ...moneyOf(order),
    from: state,
    to: 'limit',
    amountCents: order[state],
    reason,
    origin,
  }))
  const booked = await book(ctx, bookings)
  if (isRefusal(booked)) return booked
  await record(ctx, 'order.withdrawn', {
    organizationId: order.organizationId,
    subjectId: order.id,
    data: { reference: order.reference, title: order.title },
  })
  return true
}
