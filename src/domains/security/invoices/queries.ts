import { sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import type { HistoryEntry, Invoice, InvoiceDetail, InvoiceState, KeptFile, Line } from './invoice.ts'

const invoices = (db: Db) =>
  db
    .selectFrom('invoices.invoice as i')
    .innerJoin('programmes.programme as p', 'p.id', 'i.programme_id')
    .innerJoin('organizations.organization as c', 'c.id', 'i.contractor_id')
    .leftJoin('identity.person as u', 'u.id', 'i.uploaded_by')
    .leftJoin('identity.person as d', 'd.id', 'i.decided_by')
    .select([
      'i.id',
      'i.organization_id as organizationId',
      'i.programme_id as programmeId',
      'p.name as programmeName',
      'i.contractor_id as contractorId',
      'c.name as contractorName',
      'i.number',
      'i.type_code as typeCode',
      sql<string>`i.issued_on::text`.as('issuedOn'),
      sql<string | null>`i.due_on::text`.as('dueOn'),
      'i.buyer_reference as buyerReference',
      'i.net_cents as net',
      'i.tax_cents as tax',
      'i.gross_cents as gross',
      'i.prepaid_cents as prepaid',
      'i.payable_cents as payable',
      'i.iban',
      'i.recipient',
      'i.state',
      'u.name as uploadedBy',
      'i.uploaded_at as uploadedAt',
      'd.name as decidedBy',
      'i.decided_at as decidedAt',
      'i.version',
      sql<number>`(select count(*)::integer from invoices.line l where l.invoice_id = i.id)`.as('lineCount'),
      sql<number>`(select count(*)::integer from invoices.line l
        where l.invoice_id = i.id and l.service_order_id is null and l.amount_cents <> 0)`.as('unmatched'),
      sql<boolean>`i.programme_id = any ((select access.scope_programmes_led())::uuid[])`.as('isLed'),
    ])

export interface InvoiceFilter {
  programmeId?: string | undefined
  contractorId?: string | undefined
  state?: InvoiceState | undefined
  limit: number
  cursor?: string | undefined
}

/** Invoices that the actor sees, the newest first. */
export async function listInvoices(
  db: Db,
  { programmeId, contractorId, state, limit, cursor }: InvoiceFilter,
): Promise<Outcome<{ items: Invoice[]; next: string | null }>> {
  const after = decodeCursor(cursor, ['id'])
  if (isRefusal(after)) return after
  let query = invoices(db)
    .orderBy('i.id', 'desc')
    .limit(limit + 1)
  if (programmeId) query = query.where('i.programme_id', '=', programmeId)
  if (contractorId) query = query.where('i.contractor_id', '=', contractorId)
  if (state) query = query.where('i.state', '=', state)
  if (after) query = query.where('i.id', '<', String(after[0]))
  return listPage((await query.execute()) as Invoice[], limit, ({ id }) => [id])
}

/** How many there are in each state. */
export async function countInvoices(db: Db, programmeId: string): Promise<Map<InvoiceState, number>> {
  const rows = await db
    .selectFrom('invoices.invoice')
    .select(['state', sql<number>`count(*)::integer`.as('many')])
    .where('programme_id', '=', programmeId)
    .groupBy('state')
    .execute()
  return new Map(rows.map(({ state, many }) => [state as InvoiceState, many]))
}

const lineSelection = (db: Db) =>
  db
    .selectFrom('invoices.line as l')
    .leftJoin('funding.service_order as s', 's.id', 'l.service_order_id')
    .leftJoin('organizations.organization as o', 'o.id', 's.organization_id')
    .leftJoin('identity.person as m', 'm.id', 'l.matched_by')
    .select([
      'l.id',
      'l.position',
      'l.order_reference as orderReference',
      'l.text',
      'l.net_cents as netCents',
      'l.amount_cents as amountCents',
      'm.name as matchedBy',
      's.id as orderId',
      's.reference',
      's.title',
      's.organization_id as organizationId',
      'o.name as organizationName',
      's.enrollment_id as enrollmentId',
      's.accepted_cents as accepted',
      's.invoiced_cents as invoiced',
    ])

/** Lines in the order of the invoice, with how their orders stand now. */
export async function linesOf(db: Db, invoiceId: string): Promise<Line[]> {
  const rows = await lineSelection(db).where('l.invoice_id', '=', invoiceId).orderBy('l.position').execute()
  return rows.map(({ id, position, orderReference, text, netCents, amountCents, matchedBy, orderId, ...order }) => ({
    id,
    position,
    orderReference,
    text,
    netCents,
    amountCents,
    matchedBy,
    order:
      orderId === null
        ? null
        : {
            id: orderId,
            reference: order.reference ?? '',
            title: order.title ?? '',
            organizationId: order.organizationId ?? '',
            organizationName: order.organizationName ?? '',
            enrollmentId: order.enrollmentId ?? '',
            accepted: order.accepted ?? 0,
            invoiced: order.invoiced ?? 0,
          },
  }))
}

const historyOf = async (db: Db, invoiceId: string): Promise<HistoryEntry[]> =>
  (await db
    .selectFrom('invoices.event as e')
    .leftJoin('identity.person as p', 'p.id', 'e.person_id')
    .select(['e.what', 'e.at', 'p.name as by', 'e.text'])
    .where('e.invoice_id', '=', invoiceId)
    .orderBy('e.id')
    .limit(200)
    .execute()) as HistoryEntry[]

const filesOf = async (db: Db, invoiceId: string): Promise<KeptFile[]> =>
  db
    .selectFrom('files.file')
    .select(['id', 'name', 'media_type as mediaType', 'size'])
    .where('owner_id', '=', invoiceId)
    .where('owner_type', '=', 'invoice')
    .orderBy('id')
    .limit(100)
    .execute()

/** One invoice with everything about it; undefined when it is not there or not visible. */
export async function findInvoice(db: Db, id: string): Promise<InvoiceDetail | undefined> {
  if (!isId(id)) return undefined
  const found = await invoices(db).select(['i.document', 'i.findings']).where('i.id', '=', id).executeTakeFirst()
  if (!found) return undefined
  const [lines, history, files] = [await linesOf(db, id), await historyOf(db, id), await filesOf(db, id)]
  return { ...found, lines, history, files } as unknown as InvoiceDetail
}
