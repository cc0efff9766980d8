import { type Outcome, type Refusal, isRefusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { type PreparedFile, storeFile } from '#foundation/files/index.ts'
import { findOrdersByReference, type ServiceOrder } from '#domains/security/funding/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { checkInvoice } from './checking/check-invoice.ts'
import { isRefusing, noted } from './checking/findings.ts'
import { type Destination, findDestinations } from './destinations.ts'
import { sellerKey } from './invoice.ts'
import { lineAmounts } from './reading/line-amounts.ts'
import { noteEvent } from './note-event.ts'
import type { Finding, InvoiceDocument, ReadInvoice } from './reading/invoice-document.ts'
import { tellOfInvoice } from './tell-of-invoice.ts'

/** An invoice that was read, with its contents in the store; nothing of it is kept yet. */
export interface PreparedInvoice extends ReadInvoice {
  file: PreparedFile
  attachments: PreparedFile[]
}

export interface Handing {
  /** Only where it is not clear from BT-10 and the order references. */
  programmeId?: string | undefined
}

export type Received = { received: string } | { duplicate: Refusal } | { refusal: Refusal; findings: Finding[] }

/**
 * Takes an invoice that was read: checks it, finds its orders and keeps it, or keeps nothing at all. The same number of the same seller is one
 * invoice, however many send it at once.
 */
export async function receiveInvoice(
  ctx: Context,
  prepared: PreparedInvoice,
  { programmeId }: Handing,
): Promise<Received> {
  const { document } = prepared
  const place = await placeFor(ctx, document, programmeId)
  if (isRefusal(place)) return { refusal: place, findings: [] }
  const { destination, orders } = place
  const findings = [...checkInvoice(prepared, destination.leitwegId), ...checkSeller(document, destination, orders)]
  if (findings.some(isRefusing)) return { refusal: refusedBy(findings), findings }
  const contractorId = orders[0]?.contractorId ?? destination.contractorId
  if (contractorId === null) return { refusal: noContractor, findings }
  const id = await insertInvoice(ctx, prepared, { destination, contractorId, findings })
  if (id === undefined) return { duplicate: duplicateOf(document) }
  const owner = { id, organizationId: destination.organizationId, programmeId: destination.programmeId, contractorId }
  await insertLines(ctx, owner, document, orders)
  await noteEvent(ctx, owner, 'received')
  for (const file of [prepared.file, ...prepared.attachments]) {
    const stored = await storeFile(ctx, { organizationId: contractorId, type: 'invoice', id }, file)
    if (isRefusal(stored)) return { refusal: stored, findings }
  }
  await record(ctx, 'invoice.received', {
    organizationId: destination.organizationId,
    subjectId: id,
    data: { number: document.number, cents: document.totals.payable ?? 0 },
  })
  await tellOfInvoice(ctx, { id }, 'received')
  return { received: id }
}

const noContractor = refuse(
  'Es ist nicht klar, zu welchem Dienstleister diese Rechnung gehört. Gespeichert ist nichts.',
  [{ path: 'file', message: 'Bitte im Programm den Dienstleister eintragen, oder die Aufträge ihm zuordnen.' }],
)

const duplicateOf = ({ number, seller }: InvoiceDocument): Refusal =>
  refuse(`Die Rechnung ${number} von ${seller.name} ist schon eingegangen. Gespeichert ist nichts Neues.`, [
    { path: 'file', message: 'Jede Rechnung kommt einmal. Eine andere braucht eine andere Nummer.' },
  ])

/** What refuses, each with its business term. */
const refusedBy = (findings: readonly Finding[]): Refusal => {
  const errors = findings.filter(isRefusing).map(({ path, text }) => ({ path, message: text }))
  return refuse(
    `Die Rechnung ist nicht angenommen: ${errors.length === 1 ? 'Es gibt einen Grund.' : `Es gibt ${errors.length} Gründe.`} Gespeichert ist nichts. Bitte berichtigen Sie die Rechnung und reichen Sie sie neu ein.`,
    errors,
  )
}

interface Place {
  destination: Destination
  /** Orders that the invoice names, of one contractor. */
  orders: ServiceOrder[]
}

const referencesOf = ({ lines, orderReference }: InvoiceDocument): string[] => [
  ...new Set([...lines.map((line) => line.orderReference), orderReference].filter((one) => one !== '')),
]

/** The programme: the one that is named, else the one whose orders the invoice names, else the only one that is billed under BT-10. */
async function placeFor(
  { db }: Context,
  document: InvoiceDocument,
  programmeId: string | undefined,
): Promise<Outcome<Place>> {
  const all = await findDestinations(db, programmeId)
  if (all.length === 0)
    return refuse('Es gibt kein Programm, in dem Sie Rechnungen einreichen können. Gespeichert ist nichts.', [
      { path: 'programmeId', message: 'Bitte sprechen Sie die Programmleitung an.' },
    ])
  const addressed = all.filter(({ leitwegId }) => leitwegId === document.buyerReference)
  const candidates = addressed.length > 0 ? addressed : all
  const places: Place[] = []
  for (const destination of candidates) {
    const found = await findOrdersByReference(db, destination.programmeId, referencesOf(document))
    places.push({ destination, orders: ofOneContractor(found) })
  }
  const [best, second] = places.toSorted((one, other) => other.orders.length - one.orders.length)
  if (best && (second === undefined || best.orders.length > second.orders.length)) return best
  return refuse('Es ist nicht klar, zu welchem Programm diese Rechnung gehört. Gespeichert ist nichts.', [
    { path: 'programmeId', message: 'Bitte sagen Sie, zu welchem Programm die Rechnung gehört.' },
  ])
}

/** An invoice is of one contractor: orders of another are left for a person to look at. */
const ofOneContractor = (orders: readonly ServiceOrder[]): ServiceOrder[] => {
  const contractorId = orders.find((order) => order.contractorId !== null)?.contractorId
  return contractorId ? orders.filter((order) => order.contractorId === contractorId) : []
}

/** Who writes the invoice should be who did the work; a bank or a new name of the firm may be right as well. */
function checkSeller(
  { seller, payee }: InvoiceDocument,
  { contractorName }: Destination,
  [order]: readonly ServiceOrder[],
): Finding[] {
  const expected = order?.contractorName ?? contractorName
  if (expected === null || seller.name === '' || seller.name === expected || payee === expected) return []
  return [
    noted(
      'LW-BT-27',
      'BT-27',
      `Rechnungssteller ist „${seller.name}“, der Dienstleister heißt im Portal „${expected}“. Bitte vergleichen Sie.`,
    ),
  ]
}

interface Placed {
  destination: Destination
  contractorId: string
  findings: readonly Finding[]
}

/** Undefined when the same invoice is there already. */
async function insertInvoice(
  { db, actor, now }: Context,
  { document, file }: PreparedInvoice,
  { destination, contractorId, findings }: Placed,
): Promise<string | undefined> {
  const id = newId()
  const { totals } = document
  const done = await db
    .insertInto('invoices.invoice')
    .values({
      id,
      organization_id: destination.organizationId,
      programme_id: destination.programmeId,
      contractor_id: contractorId,
      seller_key: sellerKey(document),
      number: document.number,
      type_code: document.typeCode,
      issued_on: document.issuedOn,
      due_on: document.dueOn || null,
      buyer_reference: document.buyerReference,
      net_cents: totals.net ?? 0,
      tax_cents: totals.tax ?? 0,
      gross_cents: totals.gross ?? 0,
      prepaid_cents: totals.prepaid ?? 0,
      payable_cents: totals.payable ?? 0,
      iban: document.iban,
      recipient: document.payee || document.seller.name,
      document: JSON.stringify(document),
      findings: JSON.stringify(findings),
      file_sha256: file.sha256,
      uploaded_by: actor.personId,
      uploaded_at: now.toString(),
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'seller_key', 'number']).doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows ? id : undefined
}

interface Owner {
  id: string
  organizationId: string
  programmeId: string
  contractorId: string
}

async function insertLines(
  { db }: Context,
  { id, organizationId, programmeId, contractorId }: Owner,
  document: InvoiceDocument,
  orders: readonly ServiceOrder[],
): Promise<void> {
  const amounts = lineAmounts(document)
  const byReference = new Map(orders.map((order) => [order.reference, order.id]))
  const rows = document.lines.map((line, place) => {
    const reference = line.orderReference || document.orderReference
    return {
      id: newId(),
      organization_id: organizationId,
      programme_id: programmeId,
      contractor_id: contractorId,
      invoice_id: id,
      position: place + 1,
      order_reference: reference,
      text: line.name,
      net_cents: line.net ?? 0,
      amount_cents: amounts[place] ?? 0,
      service_order_id: byReference.get(reference) ?? null,
    }
  })
  // PostgreSQL takes 65,535 values in one statement.
  for (let at = 0; at < rows.length; at += 2000)
    await db
      .insertInto('invoices.line')
      .values(rows.slice(at, at + 2000))
      .execute()
}
