import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { findOrdersByReference } from '#domains/security/funding/index.ts'
import type { Context } from '#platform/http/context.ts'
import { holdInvoice } from './decide-invoice.ts'
import type { InvoiceDetail, Line } from './invoice.ts'
import { noteEvent } from './note-event.ts'

/** Says by hand to which order a line belongs; an empty reference takes that back. */
export async function matchLine(
  ctx: Context,
  invoice: InvoiceDetail,
  line: Line,
  reference: string,
): Promise<Outcome<true>> {
  const held = await holdInvoice(ctx, invoice, ['received', 'disputed'])
  if (isRefusal(held)) return held
  const orderId = reference === '' ? null : await orderFor(ctx, invoice, reference)
  if (isRefusal(orderId)) return orderId
  if (orderId === (line.order?.id ?? null)) return true
  await ctx.db
    .updateTable('invoices.line')
    .set({ service_order_id: orderId, matched_by: ctx.actor.personId })
    .where('id', '=', line.id)
    .execute()
  await noteEvent(
    ctx,
    invoice,
    'matched',
    reference === '' ? `Position ${line.position}: keinem Auftrag` : `Position ${line.position}: ${reference}`,
  )
  await record(ctx, 'invoice.matched', {
    organizationId: invoice.organizationId,
    subjectId: invoice.id,
    data: { number: invoice.number, position: line.position, reference },
  })
  return true
}

async function orderFor(
  { db }: Context,
  { programmeId, contractorId, contractorName }: InvoiceDetail,
  reference: string,
): Promise<Outcome<string>> {
  const [order] = await findOrdersByReference(db, programmeId, [reference])
  const no = (message: string) =>
    refuse('Die Position ist noch nicht zugeordnet. Bitte ändern Sie eine Angabe.', [
      { path: 'orderReference', message },
    ])
  if (!order) return no(`Einen Auftrag ${reference} gibt es in diesem Programm nicht.`)
  // An order begun by hand names nobody yet.
  return order.contractorId === null || order.contractorId === contractorId
    ? order.id
    : no(`Der Auftrag ${reference} ist nicht an ${contractorName} vergeben.`)
}
