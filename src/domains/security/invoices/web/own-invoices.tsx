import { isRefusal, type Outcome, type Refusal } from '#kernel/outcome.ts'
import { type Answer, forbidden, notFound, page, redirect, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import type { Incoming } from '#platform/http/request.ts'
import { withQuery } from '#platform/http/route.ts'
import { Empty } from '#ui/empty/empty.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { may } from '../access.ts'
import type { Invoice } from '../invoice.ts'
import { listShares } from '../payments/queries.ts'
import { prepareInvoice } from '../reading/prepare-invoice.ts'
import { findInvoice, listInvoices } from '../queries.ts'
import { invoiceLimit } from '../reading/document-of.ts'
import { type PreparedInvoice, receiveInvoice } from '../receive-invoice.ts'
import { invoiceRoutes as routes } from '../routes.ts'
import { InvoiceTable } from './invoice-table.tsx'
import { InvoiceView } from './invoice-view.tsx'
import { RefusedUpload } from './refused-upload.tsx'
import { UploadForm } from './upload-form.tsx'

const title = 'Rechnungen'

/** The contractor's office: what it handed in, and how far it is. */
export const ownInvoicePages: PageRoute[] = [
  show(routes.own, (ctx, request) => listPage(ctx, request, undefined), { guard: may.seeOwn }),
  submit(
    routes.own,
    async (ctx, request, prepared: Outcome<PreparedInvoice>) => {
      if (isRefusal(prepared)) return listPage(ctx, request, prepared)
      const done = await receiveInvoice(ctx, prepared, {})
      if ('received' in done)
        return redirect(
          routes.ownInvoice.href({ invoice: done.received }),
          'Ihre Rechnung ist eingegangen. Jetzt prüft sie der Verbund.',
        )
      return listPage(ctx, request, 'refusal' in done ? done.refusal : done.duplicate)
    },
    { bodyLimit: invoiceLimit, guard: may.seeOwn, prepare: prepareInvoice },
  ),
  show(
    routes.ownInvoice,
    async (ctx, { params }) => {
      const allowed = may.seeOwn(ctx.actor)
      if (isRefusal(allowed)) return forbidden(allowed)
      const invoice = await findInvoice(ctx.db, params['invoice'] ?? '')
      if (!invoice) return notFound('Diese Rechnung gibt es nicht, oder sie gehört einem anderen Dienstleister.')
      const shares = await listShares(ctx.db, { invoiceId: invoice.id, limit: 200 })
      if (isRefusal(shares)) return unprocessable(shares)
      return page({
        title: `${title}: ${invoice.number}`,
        crumbs: [{ label: title, href: routes.own.href() }, { label: invoice.number }],
        view: () => <InvoiceView invoice={invoice} shares={shares.items} now={ctx.now} typed={{}} />,
      })
    },
    { guard: may.seeOwn },
  ),
]

async function listPage(ctx: Context, { query }: Incoming, refusal: Refusal | undefined): Promise<Answer> {
  const contractorId = ctx.actor.actingFor?.id
  const found = await listInvoices(ctx.db, { contractorId, limit: 50, cursor: query['cursor'] })
  if (isRefusal(found)) return unprocessable(found)
  return page({
    title,
    status: refusal ? 422 : 200,
    refusal,
    crumbs: [{ label: title }],
    view: () => <OwnInvoices invoices={found.items} next={found.next} refusal={refusal} />,
  })
}

const OwnInvoices = ({
  invoices,
  next,
  refusal,
}: {
  invoices: readonly Invoice[]
  next: string | null
  refusal: Refusal | undefined
}) => (
  <>
    <PageHead
      title={title}
      lead="Ihre Rechnungen an den Verbund. Jede wird gelesen, mit Ihren Aufträgen verglichen und von zwei Personen freigegeben."
    />
    <div class="lw-stack lw-stack--xl">
      <RefusedUpload refusal={refusal} />
      <UploadForm action={routes.own.href()} refusal={refusal} />
      {invoices.length === 0 ? (
        <Empty level={2} title="Noch keine Rechnung">
          Nennen Sie in der Rechnung unsere Auftragsnummer: einmal für alle Positionen (BT-13) oder je Position
          (BT-132).
        </Empty>
      ) : (
        <InvoiceTable invoices={invoices} href={({ id }) => routes.ownInvoice.href({ invoice: id })} />
      )}
      {next && <Pager next={{ href: withQuery(routes.own.href(), { cursor: next }) }} />}
    </div>
  </>
)
