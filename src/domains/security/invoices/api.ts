import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { type Answer, forbidden, json, notFound, type ProblemAnswer, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import { may } from './access.ts'
import { approveInvoice } from './approve-invoice.ts'
import { decideInvoice } from './decide-invoice.ts'
import { detailExample, invoiceExample } from './examples.ts'
import type { InvoiceDetail } from './invoice.ts'
import { detailJson, invoiceJson } from './json.ts'
import { matchLine } from './match-line.ts'
import { prepareInvoice } from './reading/prepare-invoice.ts'
import { findInvoice, listInvoices } from './queries.ts'
import { invoiceLimit } from './reading/document-of.ts'
import { receiveInvoice, type Received } from './receive-invoice.ts'
import { approvalIn, invoiceDetailOut, invoiceList, invoiceQuery, lineChange, newInvoice, reasonIn } from './schemas.ts'

const tag = 'Invoices'
const readers = "Who leads the programme, and the contractor's office: its own"
const leaders = 'Who leads the programme'
const one = z.object({ id: idSchema })
const reply = { status: 200, description: 'The invoice', schema: invoiceDetailOut, example: detailExample } as const
const notLed = { 403: 'Only who leads the programme' }
const none = 'Diese Rechnung gibt es nicht, oder sie gehört einem anderen Dienstleister.'

/** Why nothing was taken, for programs: a duplicate is 409, everything else 422 with all findings. */
export function refusedJson(done: Exclude<Received, { received: string }>): ProblemAnswer {
  if ('refusal' in done) return { ...unprocessable(done.refusal), more: { findings: done.findings } }
  const { duplicate } = done
  return { kind: 'problem', status: 409, type: 'schon-da', title: duplicate.refused, refusal: duplicate }
}

async function shown({ db }: Context, id: string, status: 200 | 201 = 200): Promise<Answer> {
  const invoice = await findInvoice(db, id)
  return invoice ? json(detailJson(invoice), status) : notFound(none)
}

/** A deed on an invoice, by those who may decide about it. */
async function deciding(
  ctx: Context,
  id: string,
  deed: (invoice: InvoiceDetail) => ReturnType<typeof decideInvoice>,
): Promise<Answer> {
  const invoice = await findInvoice(ctx.db, id)
  if (!invoice) return notFound(none)
  const allowed = may.decide(invoice)
  if (isRefusal(allowed)) return forbidden(allowed)
  const done = await deed(invoice)
  return isRefusal(done) ? unprocessable(done) : shown(ctx, id)
}

const withReason = (
  path: string,
  id: string,
  deed: Parameters<typeof decideInvoice>[2],
  words: { title: string; summary: string; reason: string },
): Operation =>
  operation({
    method: 'post',
    path: `/invoices/{id}/${path}`,
    id,
    title: words.title,
    summary: words.summary,
    who: leaders,
    tag,
    params: one,
    body: reasonIn,
    bodyExample: { reason: words.reason },
    problems: notLed,
    reply,
    work: (ctx, { params, body }) =>
      deciding(ctx, params.id, (invoice) => decideInvoice(ctx, invoice, deed, body.reason)),
  })

/** Invoices of contractors, from their arrival to "richtig". */
export const invoiceOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/invoices',
    id: 'listInvoices',
    title: 'Rechnungen auflisten',
    summary: 'Invoices of contractors, the newest first',
    who: readers,
    tag,
    query: invoiceQuery,
    reply: {
      status: 200,
      description: 'One page of invoices',
      schema: invoiceList,
      example: { items: [invoiceExample], next: null },
    },
    work: async (ctx, { query }) => {
      const found = await listInvoices(ctx.db, query)
      return isRefusal(found) ? unprocessable(found) : json({ items: found.items.map(invoiceJson), next: found.next })
    },
  }),
  operation({
    method: 'post',
    path: '/invoices',
    id: 'addInvoice',
    title: 'eine XRechnung einreichen',
    summary:
      'Hand in an XRechnung (multipart: `file`, `programmeId`): it is read, checked and matched with the orders; what is refused is not kept',
    who: "The contractor's office, and who leads the programme",
    tag,
    guard: may.handIn,
    body: newInvoice,
    bodyExample: {},
    upload: 'XRechnung 3 or EN 16931, as UBL or CII, at most 10 MB',
    bodyLimit: invoiceLimit,
    prepare: prepareInvoice,
    problems: {
      403: 'Neither the office of a contractor nor of the cooperative',
      409: 'This number of this seller is there already',
      413: 'Over 10 MB',
      422: 'Not read, or refused: `findings` says by which rules',
    },
    reply: { ...reply, status: 201, description: 'The invoice with its findings' },
    work: async (ctx, { body }, prepared) => {
      if (isRefusal(prepared)) return unprocessable(prepared)
      const done = await receiveInvoice(ctx, prepared, body)
      return 'received' in done ? shown(ctx, done.received, 201) : refusedJson(done)
    },
  }),
  operation({
    method: 'get',
    path: '/invoices/{id}',
    id: 'getInvoice',
    title: 'eine Rechnung zeigen',
    summary: 'One invoice with its lines, findings, history and files',
    who: readers,
    tag,
    params: one,
    reply,
    work: (ctx, { params }) => shown(ctx, params.id),
  }),
  operation({
    method: 'patch',
    path: '/invoices/{id}/lines/{lineId}',
    id: 'matchInvoiceLine',
    title: 'eine Position einem Auftrag zuordnen',
    summary: 'Say to which order a line belongs',
    who: leaders,
    tag,
    params: one.extend({ lineId: idSchema }),
    body: lineChange,
    bodyExample: { orderReference: 'B-2026-0042' },
    problems: notLed,
    reply,
    work: async (ctx, { params, body }) => {
      const invoice = await findInvoice(ctx.db, params.id)
      const line = invoice?.lines.find(({ id }) => id === params.lineId)
      if (!invoice || !line) return notFound(none)
      return deciding(ctx, invoice.id, () => matchLine(ctx, invoice, line, body.orderReference))
    },
  }),
  operation({
    method: 'post',
    path: '/invoices/{id}/approval',
    id: 'approveInvoice',
    title: 'eine Rechnung für richtig erklären',
    summary:
      'Say that an invoice is right: books accepted → invoiced, of a credit note invoiced → limit; all of it or nothing',
    who: leaders,
    tag,
    params: one,
    body: approvalIn,
    bodyExample: { nothingFollows: [] },
    problems: { ...notLed, 422: 'A line without an order, or more billed than accepted' },
    reply,
    work: (ctx, { params, body }) => deciding(ctx, params.id, (invoice) => approveInvoice(ctx, invoice, body)),
  }),
  withReason('disputes', 'disputeInvoice', 'dispute', {
    title: 'eine Rechnung beanstanden',
    summary: 'Dispute an invoice; the contractor is told, and nothing is booked meanwhile',
    reason: 'Position 2 ist nicht erbracht.',
  }),
  withReason('resolutions', 'resolveInvoiceDispute', 'resolve', {
    title: 'eine Beanstandung für geklärt erklären',
    summary: 'Say that the dispute is over; the invoice can be approved again',
    reason: 'Der Leistungsnachweis liegt jetzt vor.',
  }),
  withReason('rejections', 'rejectInvoice', 'reject', {
    title: 'eine Rechnung zurückweisen',
    summary: 'Reject an invoice for good; it is never booked',
    reason: 'Die Leistung war nicht bestellt.',
  }),
]
