import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { recordEach } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import { book } from '../entries/book.ts'
import type { ServiceOrder } from './order.ts'

/** The cooperative commissions the contractor: what was planned is committed. */
export const commissionOrder = (ctx: Context, order: ServiceOrder): Promise<Outcome<true>> =>
  commissionOrders(ctx, [order])

/** The same for several, all of them or none. */
export async function commissionOrders(ctx: Context, orders: readonly ServiceOrder[]): Promise<Outcome<true>> {
  const without = orders.find(({ contractorId }) => contractorId === null)
  if (without)
    return refuse(
      `Dem Auftrag „${without.title}“ (${without.reference}) fehlt der Dienstleister. Beauftragt ist nichts.`,
      [{ path: 'contractorId', message: 'Bitte zuerst den Dienstleister eintragen.' }],
    )
  const gone = orders.find(({ planned }) => planned === 0)
  if (gone) return refuse(`„${gone.title}“ (${gone.reference}) ist nicht mehr geplant. Beauftragt ist nichts Neues.`)
  const booked = await book(
    ctx,
    orders.map((order) => ({
      ...moneyOf(order),
      from: 'planned',
      to: 'committed',
      amountCents: order.planned,
      reason: 'Beauftragt',
      origin: 'order',
    })),
  )
  if (isRefusal(booked)) return booked
  await recordEach(
    ctx,
    'order.commissioned',
    orders.map(({ organizationId, id, reference, title }) => ({
      organizationId,
      subjectId: id,
      data: { reference, title },
    })),
  )
  return true
}

/** Where the money of an order is booked. */
export const moneyOf = ({ id, enrollmentId, organizationId, programmeId }: ServiceOrder) => ({
  orderId: id,
  enrollmentId,
  organizationId,
  programmeId,
})
