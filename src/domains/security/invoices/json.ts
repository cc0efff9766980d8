import type { Invoice, InvoiceDetail, Line, Share } from './invoice.ts'
import { openCents } from './invoice.ts'
import type { PaymentRun } from './payments/payment-run.ts'

// Field by field: a column that nobody names never leaves.

export const invoiceJson = (invoice: Invoice) => ({
  id: invoice.id,
  programmeId: invoice.programmeId,
  contractor: { id: invoice.contractorId, name: invoice.contractorName },
  number: invoice.number,
  typeCode: invoice.typeCode,
  issuedOn: invoice.issuedOn,
  dueOn: invoice.dueOn,
  buyerReference: invoice.buyerReference,
  netCents: invoice.net,
  taxCents: invoice.tax,
  grossCents: invoice.gross,
  prepaidCents: invoice.prepaid,
  payableCents: invoice.payable,
  state: invoice.state,
  uploadedAt: invoice.uploadedAt.toString(),
  decidedAt: invoice.decidedAt?.toString() ?? null,
  lineCount: invoice.lineCount,
  unmatched: invoice.unmatched,
})

const lineJson = ({ id, position, text, orderReference, netCents, amountCents, order }: Line) => ({
  id,
  position,
  text,
  orderReference,
  matched: order !== null,
  netCents,
  amountCents,
  order: order && {
    id: order.id,
    reference: order.reference,
    organizationId: order.organizationId,
    acceptedCents: order.accepted,
  },
})

export const detailJson = (invoice: InvoiceDetail) => ({
  ...invoiceJson(invoice),
  lines: invoice.lines.map(lineJson),
  findings: invoice.findings.map(({ rule, path, severity, text }) => ({ rule, path, severity, text })),
  history: invoice.history.map(({ what, at, by, text }) => ({ what, at: at.toString(), by, text })),
  files: invoice.files.map(({ id, name, mediaType, size }) => ({ id, name, mediaType, size })),
})

export const shareJson = (share: Share) => ({
  id: share.id,
  programmeId: share.programmeId,
  organization: { id: share.organizationId, name: share.organizationName },
  invoiceId: share.invoiceId,
  number: share.number,
  typeCode: share.typeCode,
  issuedOn: share.issuedOn,
  orderId: share.orderId,
  orderReference: share.orderReference,
  amountCents: share.amountCents,
  creditedCents: share.creditedCents,
  openCents: share.settledAt === null && share.typeCode === '380' ? openCents(share) : 0,
  differenceCents: share.differenceCents,
  bookedAt: share.bookedAt.toString(),
  settledAt: share.settledAt?.toString() ?? null,
  paymentRunId: share.paymentRunId,
})

export const runJson = ({ id, programmeId, number, totalCents, madeAt, madeBy, payments }: PaymentRun) => ({
  id,
  programmeId,
  number,
  totalCents,
  madeAt: madeAt.toString(),
  madeBy,
  payments: payments.map((payment) => ({
    invoiceId: payment.invoiceId,
    recipient: payment.recipient,
    iban: payment.iban,
    amountCents: payment.amountCents,
    number: payment.number,
    reference: payment.reference,
  })),
})
