import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import type { Invoice, InvoiceEvent } from './invoice.ts'

type Noted = Pick<Invoice, 'id' | 'organizationId' | 'programmeId' | 'contractorId'>

/** What happened to invoices, as rows that stay. */
export async function noteEvents(
  { db, actor, now }: Context,
  invoices: readonly Noted[],
  what: InvoiceEvent,
  text = '',
): Promise<void> {
  if (invoices.length === 0) return
  await db
    .insertInto('invoices.event')
    .values(
      invoices.map(({ id, organizationId, programmeId, contractorId }) => ({
        id: newId(),
        organization_id: organizationId,
        programme_id: programmeId,
        contractor_id: contractorId,
        invoice_id: id,
        what,
        at: now.toString(),
        person_id: actor.personId,
        text,
      })),
    )
    .execute()
}

export const noteEvent = (ctx: Context, invoice: Noted, what: InvoiceEvent, text = ''): Promise<void> =>
  noteEvents(ctx, [invoice], what, text)
