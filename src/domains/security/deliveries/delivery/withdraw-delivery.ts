import { Temporal } from 'temporal-polyfill'
import { type Outcome, isRefusal, type Refusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { book, moneyOf, type ServiceOrder } from '#domains/security/funding/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { Acceptance } from '../acceptance/acceptance.ts'
import { acceptancesOf } from '../acceptance/queries.ts'
import { holdOrder } from '../hold-order.ts'
import { tell } from '../tell.ts'
import { tendExecution } from '../tend-steps.ts'
import type { Delivery } from './delivery.ts'
import { deliveriesOf } from './queries.ts'

/** The contractor takes a report back while nothing of it is accepted: its amount is commissioned again. */
export async function withdrawDelivery(
  ctx: Context,
  { id: orderId, enrollmentId }: Pick<ServiceOrder, 'id' | 'enrollmentId'>,
  id: string,
  reason: string,
): Promise<Outcome<true>> {
  const order = await holdOrder(ctx, { id: orderId, enrollmentId })
  const delivery = order && (await deliveriesOf(ctx.db, order.id)).find((one) => one.id === id)
  if (!delivery) return refuse('Diese Meldung gibt es nicht. Geändert ist nichts.')
  if (delivery.withdrawnAt !== null) return refuse('Diese Meldung ist schon zurückgenommen. Geändert ist nichts.')
  const fault = decidedFault(delivery, await acceptancesOf(ctx.db, order.id))
  if (fault) return fault
  const { organizationId } = order
  const { number, amountCents } = delivery
  await ctx.db
    .updateTable('deliveries.delivery')
    .set({ withdrawn_by: ctx.actor.personId, withdrawn_at: ctx.now.toString(), withdrawal_reason: reason })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .execute()
  if (amountCents > 0) {
    const booking = { ...moneyOf(order), amountCents, reason, subjectId: id }
    const booked = await book(ctx, [{ ...booking, from: 'delivered', to: 'committed', origin: 'delivery' }])
    if (isRefusal(booked)) return booked
    await tendExecution(ctx, order)
  }
  const { reference, title } = order
  await record(ctx, 'delivery.withdrawn', { organizationId, subjectId: id, data: { number, reference, title } })
  await tell(ctx, 'deliveryWithdrawn', [order.id])
  return true
}

function decidedFault({ reportedAt }: Delivery, acceptances: readonly Acceptance[]): Refusal | undefined {
  const since = acceptances.filter(({ preparedAt }) => Temporal.Instant.compare(preparedAt, reportedAt) >= 0)
  if (since.some(({ state }) => state === 'signed'))
    return refuse('Die Kommune hat die Abnahme schon unterschrieben. Geändert ist nichts.')
  return since.some(({ state }) => state === 'accepted')
    ? refuse('Davon ist schon etwas abgenommen; die Meldung bleibt. Geändert ist nichts.')
    : undefined
}
