import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import { book } from '../entries/book.ts'
import type { ServiceOrder } from './order.ts'

/** The cooperative commissions the contractor: what was planned is committed. */
export async function commissionOrder(ctx: Context, order: ServiceOrder): Promise<Outcome<true>> {
  if (order.contractorId === null)
    return refuse('Diesem Auftrag fehlt der Dienstleister. Beauftragt ist nichts.', [
      { path: 'contractorId', message: 'Bitte zuerst den Dienstleister eintragen.' },
    ])
  if (order.planned === 0)
    return refuse(`„${order.title}“ (${order.reference}) ist nicht mehr geplant. Beauftragt ist nichts Neues.`)
  const booked = await book(ctx, [
    {
      ...moneyOf(order),
      from: 'planned',
      to: 'committed',
      amountCents: order.planned,
      reason: 'Beauftragt',
      origin: 'order',
    },
  ])
  if (isRefusal(booked)) return booked
  await record(ctx, 'order.commissioned', {
    organizationId: order.organizationId,
    subjectId: order.id,
    data: { reference: order.reference, title: order.title },
  })
  return true
}

/** Where the money of an order is booked. */
export const moneyOf = ({ id, enrollmentId, organizationId, programmeId }: ServiceOrder) => ({
  orderId: id,
  enrollmentId,
  organizationId,
  programmeId,
})
