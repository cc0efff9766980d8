import { isRefusal, type Outcome, type Refusal } from '#kernel/outcome.ts'
import { findProgramme, type Programme, programmeRoutes } from '#foundation/programmes/index.ts'
import { type Answer, type Crumb, forbidden, notFound, page, redirect, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import type { Incoming } from '#platform/http/request.ts'
import { may } from '../access.ts'
import { approveInvoice } from '../approve-invoice.ts'
import { decideInvoice } from '../decide-invoice.ts'
import { type InvoiceDetail, invoiceStates } from '../invoice.ts'
import { matchLine } from '../match-line.ts'
import { listShares } from '../payments/queries.ts'
import { prepareInvoice } from '../reading/prepare-invoice.ts'
import { countInvoices, findInvoice, listInvoices } from '../queries.ts'
import { invoiceLimit } from '../reading/document-of.ts'
import { type PreparedInvoice, receiveInvoice } from '../receive-invoice.ts'
import { invoiceRoutes as routes } from '../routes.ts'
import { matchForm, reasonIn } from '../schemas.ts'
import { InvoiceList } from './invoice-list.tsx'
import { InvoiceView } from './invoice-view.tsx'
import type { Typed } from './words.ts'

const title = 'Rechnungen'

/** For those who lead the programme: not there 404, not theirs 403. */
export async function onLedProgramme(
  ctx: Context,
  { params }: Incoming,
  work: (programme: Programme) => Promise<Answer>,
): Promise<Answer> {
  const programme = await findProgramme(ctx.db, params['id'] ?? '')
  if (!programme) return notFound('Dieses Programm gibt es nicht.')
  const allowed = may.decide(programme)
  return isRefusal(allowed) ? forbidden(allowed) : work(programme)
}

const onInvoice = (
  ctx: Context,
  request: Incoming,
  work: (invoice: InvoiceDetail, programme: Programme) => Promise<Answer>,
): Promise<Answer> =>
  onLedProgramme(ctx, request, async (programme) => {
    const invoice = await findInvoice(ctx.db, request.params['invoice'] ?? '')
    return invoice?.programmeId === programme.id
      ? work(invoice, programme)
      : notFound('Diese Rechnung gibt es in diesem Programm nicht.')
  })

const hrefOf = ({ id, programmeId }: InvoiceDetail): string => routes.show.href({ id: programmeId, invoice: id })

export const crumbsOf = ({ id, name }: Programme, ...more: Crumb[]): Crumb[] => [
  { label: 'Programme', href: programmeRoutes.list.href() },
  { label: name, href: programmeRoutes.show.href({ id }) },
  ...more,
]

/** A deed with a reason: disputed, resolved, rejected. */
const withReason = (
  where: (typeof routes)['dispute' | 'resolve' | 'reject'],
  deed: Parameters<typeof decideInvoice>[2],
  { open, said }: { open: string; said: string },
): PageRoute =>
  submit(where, (ctx, request) =>
    onInvoice(ctx, request, async (invoice, programme) => {
      const wanted = parse(reasonIn, { reason: request.form['reason'] ?? '' }, open)
      const done = isRefusal(wanted) ? wanted : await decideInvoice(ctx, invoice, deed, wanted.reason)
      return isRefusal(done)
        ? invoicePage(ctx, programme, invoice, { at: deed, form: request.form, refusal: done })
        : redirect(hrefOf(invoice), said)
    }),
  )

/** Invoices of one programme, for those who lead it. */
export const invoicePages: PageRoute[] = [
  show(routes.list, (ctx, request) =>
    onLedProgramme(ctx, request, (programme) => listPage(ctx, request, programme, undefined)),
  ),
  submit(
    routes.list,
    (ctx, request, prepared: Outcome<PreparedInvoice>) =>
      onLedProgramme(ctx, request, async (programme) => {
        if (isRefusal(prepared)) return listPage(ctx, request, programme, prepared)
        const done = await receiveInvoice(ctx, prepared, { programmeId: programme.id })
        if ('received' in done)
          return redirect(
            routes.show.href({ id: programme.id, invoice: done.received }),
            'Die Rechnung ist eingegangen und gelesen.',
          )
        return listPage(ctx, request, programme, 'refusal' in done ? done.refusal : done.duplicate)
      }),
    { bodyLimit: invoiceLimit, guard: may.handIn, prepare: prepareInvoice },
  ),
  show(routes.show, (ctx, request) =>
    onInvoice(ctx, request, (invoice, programme) => invoicePage(ctx, programme, invoice, {})),
  ),
  submit(routes.match, (ctx, request) =>
    onInvoice(ctx, request, async (invoice, programme) => {
      const { form } = request
      const wanted = parse(
        matchForm,
        { line: form['line'] ?? '', orderReference: form['orderReference'] ?? '' },
        'Die Position ist noch nicht zugeordnet',
      )
      const again = (refusal: Refusal) =>
        invoicePage(ctx, programme, invoice, { at: form['line'] ?? '', form, refusal })
      if (isRefusal(wanted)) return again(wanted)
      const line = invoice.lines.find(({ id }) => id === wanted.line)
      if (!line) return notFound('Diese Position gibt es in der Rechnung nicht.')
      const done = await matchLine(ctx, invoice, line, wanted.orderReference)
      return isRefusal(done)
        ? again(done)
        : redirect(`${hrefOf(invoice)}#positionen`, `Position ${line.position} ist zugeordnet.`)
    }),
  ),
  submit(routes.approve, (ctx, request) =>
    onInvoice(ctx, request, async (invoice, programme) => {
      const nothingFollows = Object.keys(request.form)
        .filter((name) => name.startsWith('nichts-folgt:'))
        .map((name) => name.slice('nichts-folgt:'.length))
      const done = await approveInvoice(ctx, invoice, { nothingFollows })
      return isRefusal(done)
        ? invoicePage(ctx, programme, invoice, { at: 'approve', refusal: done })
        : redirect(
            hrefOf(invoice),
            invoice.typeCode === '381'
              ? 'Die Gutschrift ist gebucht und verrechnet.'
              : 'Die Rechnung ist gebucht. Zur Zahlung gibt sie eine andere Person frei.',
          )
    }),
  ),
  withReason(routes.dispute, 'dispute', {
    open: 'Die Rechnung ist noch nicht beanstandet',
    said: 'Die Rechnung ist beanstandet. Der Dienstleister bekommt Bescheid.',
  }),
  withReason(routes.resolve, 'resolve', {
    open: 'Die Beanstandung ist noch nicht geklärt',
    said: 'Die Beanstandung ist geklärt. Die Rechnung kann gebucht werden.',
  }),
  withReason(routes.reject, 'reject', {
    open: 'Die Rechnung ist noch nicht zurückgewiesen',
    said: 'Die Rechnung ist zurückgewiesen. Der Dienstleister bekommt Bescheid.',
  }),
]

async function listPage(
  ctx: Context,
  { query }: Incoming,
  programme: Programme,
  refusal: Refusal | undefined,
): Promise<Answer> {
  const state = invoiceStates.find((one) => one === query['stand'])
  const found = await listInvoices(ctx.db, { programmeId: programme.id, state, limit: 50, cursor: query['cursor'] })
  if (isRefusal(found)) return unprocessable(found)
  const counts = await countInvoices(ctx.db, programme.id)
  return page({
    title: `${title}: ${programme.name}`,
    status: refusal ? 422 : 200,
    refusal,
    crumbs: crumbsOf(programme, { label: title }),
    view: () => <InvoiceList programme={programme} invoices={found} counts={counts} state={state} refusal={refusal} />,
  })
}

async function invoicePage(ctx: Context, programme: Programme, invoice: InvoiceDetail, typed: Typed): Promise<Answer> {
  const shares = await listShares(ctx.db, { invoiceId: invoice.id, limit: 200 })
  if (isRefusal(shares)) return unprocessable(shares)
  return page({
    title: `${title}: ${invoice.number}`,
    status: typed.refusal ? 422 : 200,
    refusal: typed.refusal,
    crumbs: crumbsOf(
      programme,
      { label: title, href: routes.list.href({ id: programme.id }) },
      { label: invoice.number },
    ),
    view: () => <InvoiceView invoice={invoice} shares={shares.items} now={ctx.now} typed={typed} />,
  })
}
