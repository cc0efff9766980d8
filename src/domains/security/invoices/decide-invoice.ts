import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { type AuditEvent, record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import { type Invoice, type InvoiceEvent, type InvoiceState, stateInWords } from './invoice.ts'
import { noteEvent } from './note-event.ts'
import { tellOfInvoice } from './tell-of-invoice.ts'

/** Holds an invoice until the end of the transaction; refuses when it is by now in another state than the deed is for. */
export async function holdInvoice(
  { db }: Context,
  { id, number, typeCode }: Pick<Invoice, 'id' | 'number' | 'typeCode'>,
  states: readonly InvoiceState[],
): Promise<Outcome<InvoiceState>> {
  const held = await db
    .selectFrom('invoices.invoice')
    .select('state')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  const state = held?.state as InvoiceState | undefined
  if (state && states.includes(state)) return state
  return refuse(
    state
      ? `Die Rechnung ${number} ist ${stateInWords({ state, typeCode })}. Geändert ist nichts.`
      : `Die Rechnung ${number} gibt es nicht mehr. Geändert ist nichts.`,
  )
}

/** Writes the new state in the own name. */
export async function writeState(
  { db, actor, now }: Context,
  ids: readonly string[],
  state: InvoiceState,
): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('invoices.invoice')
    .set(({ eb }) => ({
      state,
      decided_by: actor.personId,
      decided_at: now.toString(),
      version: eb('version', '+', 1),
    }))
    .where('id', 'in', [...ids])
    .execute()
}

interface Step {
  from: readonly InvoiceState[]
  to: InvoiceState
  what: Extract<InvoiceEvent, 'disputed' | 'resolved' | 'rejected'>
  event: AuditEvent
}

const steps = {
  dispute: { from: ['received'], to: 'disputed', what: 'disputed', event: 'invoice.disputed' },
  resolve: { from: ['disputed'], to: 'received', what: 'resolved', event: 'invoice.resolved' },
  reject: { from: ['received', 'disputed'], to: 'rejected', what: 'rejected', event: 'invoice.rejected' },
} as const satisfies Record<string, Step>

/**
 * Disputes an invoice, says that the matter is settled, or rejects it for good; each with a reason, which the contractor reads. Nothing is
 * booked while it is disputed.
 */
export async function decideInvoice(
  ctx: Context,
  invoice: Invoice,
  deed: keyof typeof steps,
  reason: string,
): Promise<Outcome<true>> {
  const { from, to, what, event } = steps[deed]
  const held = await holdInvoice(ctx, invoice, from)
  if (isRefusal(held)) return held
  await writeState(ctx, [invoice.id], to)
  await noteEvent(ctx, invoice, what, reason)
  await record(ctx, event, {
    organizationId: invoice.organizationId,
    subjectId: invoice.id,
    data: { number: invoice.number },
  })
  await tellOfInvoice(ctx, invoice, what)
  return true
}
