import { isRefusal, type Refusal } from '#kernel/outcome.ts'
import type { Programme } from '#foundation/programmes/index.ts'
import { type Answer, notFound, page, redirect, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import type { Incoming } from '#platform/http/request.ts'
import { paymentFile } from './payment-file.ts'
import { findRun, listRuns, listShares } from '../payments/queries.ts'
import { mostShares, settleShares } from '../payments/settle-shares.ts'
import { invoiceRoutes as routes } from '../routes.ts'
import { crumbsOf, onLedProgramme } from './invoices.tsx'
import { PaymentsView } from './payments-view.tsx'

const title = 'Zahlungen'

/** What waits for its payment, who releases it, and the lists that were taken out. */
export const paymentPages: PageRoute[] = [
  show(routes.payments, (ctx, request) =>
    onLedProgramme(ctx, request, (programme) => paymentsPage(ctx, request, programme, undefined)),
  ),
  submit(routes.payments, (ctx, request) =>
    onLedProgramme(ctx, request, async (programme) => {
      const shareIds = Object.keys(request.form)
        .filter((name) => name.startsWith('anteil:'))
        .map((name) => name.slice('anteil:'.length))
        .filter((id) => /^[0-9a-f-]{36}$/.test(id))
      const done = await settleShares(ctx, programme, shareIds)
      return isRefusal(done)
        ? paymentsPage(ctx, request, programme, done)
        : redirect(
            `${routes.payments.href({ id: programme.id })}#laeufe`,
            'Zur Zahlung freigegeben und abgerechnet. Die Zahlungsliste liegt bereit.',
          )
    }),
  ),
  show(routes.paymentList, (ctx, request) =>
    onLedProgramme(ctx, request, async (programme) => {
      const run = await findRun(ctx.db, request.params['run'] ?? '')
      return run?.programmeId === programme.id ? paymentFile(run) : notFound('Diesen Zahlungslauf gibt es nicht.')
    }),
  ),
]

async function paymentsPage(
  ctx: Context,
  { form, query }: Incoming,
  programme: Programme,
  refusal: Refusal | undefined,
): Promise<Answer> {
  const open = await listShares(ctx.db, { programmeId: programme.id, settled: false, limit: mostShares })
  const runs = await listRuns(ctx.db, { programmeId: programme.id, limit: 20, cursor: query['cursor'] })
  if (isRefusal(open)) return unprocessable(open)
  if (isRefusal(runs)) return unprocessable(runs)
  return page({
    title: `${title}: ${programme.name}`,
    status: refusal ? 422 : 200,
    refusal,
    crumbs: crumbsOf(
      programme,
      { label: 'Rechnungen', href: routes.list.href({ id: programme.id }) },
      { label: title },
    ),
    view: () => (
      <PaymentsView
        programme={programme}
        open={open}
        runs={runs}
        personId={ctx.actor.personId}
        now={ctx.now}
        form={refusal ? form : {}}
        refusal={refusal}
      />
    ),
  })
}
