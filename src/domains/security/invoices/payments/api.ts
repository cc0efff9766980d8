import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { findProgramme } from '#foundation/programmes/index.ts'
import { forbidden, json, notFound, unprocessable } from '#platform/http/answer.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import { may } from '../access.ts'
import { runExample, shareExample } from '../examples.ts'
import { runJson, shareJson } from '../json.ts'
import { newRun, runList, runOut, runQuery, shareList, shareQuery } from '../schemas.ts'
import { paymentFile } from '../web/payment-file.ts'
import { findRun, listRuns, listShares } from './queries.ts'
import { settleShares } from './settle-shares.ts'

const tag = 'Invoices'
const leaders = 'Who leads the programme'

/** What orders bear of invoices, and its payment. */
export const paymentOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/invoice-shares',
    id: 'listInvoiceShares',
    title: 'Anteile an Rechnungen auflisten',
    summary: 'What each order bears of approved invoices',
    who: "Who leads the programme; the contractor's office: its own; a municipality: its own",
    tag,
    query: shareQuery,
    reply: {
      status: 200,
      description: 'One page of shares',
      schema: shareList,
      example: { items: [shareExample], next: null },
    },
    work: async (ctx, { query }) => {
      const found = await listShares(ctx.db, query)
      return isRefusal(found) ? unprocessable(found) : json({ items: found.items.map(shareJson), next: found.next })
    },
  }),
  operation({
    method: 'get',
    path: '/payment-runs',
    id: 'listPaymentRuns',
    title: 'Zahlungsläufe auflisten',
    summary: 'What was released for payment, the newest first',
    who: leaders,
    tag,
    query: runQuery,
    reply: {
      status: 200,
      description: 'One page of runs',
      schema: runList,
      example: { items: [runExample], next: null },
    },
    work: async (ctx, { query }) => {
      const found = await listRuns(ctx.db, query)
      return isRefusal(found) ? unprocessable(found) : json({ items: found.items.map(runJson), next: found.next })
    },
  }),
  operation({
    method: 'post',
    path: '/payment-runs',
    id: 'addPaymentRun',
    title: 'Rechnungen zur Zahlung freigeben',
    summary:
      'Release shares for payment: books invoiced → settled and freezes the list; by another person than who approved',
    who: leaders,
    tag,
    body: newRun,
    bodyExample: { programmeId: shareExample.programmeId, shareIds: [shareExample.id] },
    problems: { 403: 'Only who leads the programme', 422: 'By the same person, after the deadline, or paid already' },
    reply: { status: 201, description: 'The run', schema: runOut, example: runExample },
    work: async (ctx, { body }) => {
      const programme = await findProgramme(ctx.db, body.programmeId)
      if (!programme) return notFound('Dieses Programm gibt es nicht.')
      const allowed = may.decide(programme)
      if (isRefusal(allowed)) return forbidden(allowed)
      const done = await settleShares(ctx, programme, body.shareIds)
      if (isRefusal(done)) return unprocessable(done)
      const run = await findRun(ctx.db, done)
      return run ? json(runJson(run), 201) : notFound()
    },
  }),
  operation({
    method: 'get',
    path: '/payment-runs/{id}/payments.csv',
    id: 'getPaymentList',
    title: 'die Zahlungsliste eines Laufs holen',
    summary: 'The list for the cashier: CSV with semicolons and decimal comma; the same run gives the same bytes',
    who: leaders,
    tag,
    params: z.object({ id: idSchema }),
    reply: { status: 200, description: 'CSV', isFile: true },
    work: async (ctx, { params }) => {
      const run = await findRun(ctx.db, params.id)
      return run ? paymentFile(run) : notFound('Diesen Zahlungslauf gibt es nicht.')
    },
  }),
]
