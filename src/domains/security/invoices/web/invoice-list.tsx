import type { Programme } from '#foundation/programmes/index.ts'
import type { Refusal } from '#kernel/outcome.ts'
import { withQuery } from '#platform/http/route.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Filters } from '#ui/filters/filters.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { type Invoice, type InvoiceState, invoiceStates, stateNameOf } from '../invoice.ts'
import { invoiceRoutes as routes } from '../routes.ts'
import { InvoiceTable } from './invoice-table.tsx'
import { RefusedUpload } from './refused-upload.tsx'
import { UploadForm } from './upload-form.tsx'

interface ListProps {
  programme: Programme
  invoices: { items: readonly Invoice[]; next: string | null }
  counts: ReadonlyMap<InvoiceState, number>
  state: InvoiceState | undefined
  refusal: Refusal | undefined
}

/** All invoices of a programme, by their state. */
export function InvoiceList({ programme, invoices: { items, next }, counts, state, refusal }: ListProps) {
  const here = routes.list.href({ id: programme.id })
  const all = [...counts.values()].reduce((sum, many) => sum + many, 0)
  const waiting = counts.get('received') ?? 0
  return (
    <>
      <PageHead
        title={`Rechnungen: ${programme.name}`}
        lead={
          waiting === 0
            ? 'Keine Rechnung wartet auf die Prüfung.'
            : `${waiting === 1 ? 'Eine Rechnung wartet' : `${waiting} Rechnungen warten`} auf die Prüfung.`
        }
        actions={
          <ButtonLink href={routes.payments.href({ id: programme.id })} size="x-small">
            Zahlungen
          </ButtonLink>
        }
      />
      <div class="lw-stack lw-stack--xl">
        <RefusedUpload refusal={refusal} />
        {all > 0 && (
          <Filters
            label="Rechnungen filtern"
            items={[
              { label: 'alle', count: all, href: here, current: state === undefined },
              ...invoiceStates
                .filter((one) => counts.has(one))
                .map((one) => ({
                  label: stateNameOf(one),
                  count: counts.get(one),
                  href: withQuery(here, { stand: one }),
                  current: state === one,
                })),
            ]}
          />
        )}
        {items.length === 0 ? (
          <Empty level={2} title={state ? 'Keine Rechnung in diesem Stand' : 'Noch keine Rechnung'}>
            Dienstleister reichen ihre Rechnungen selbst ein. Was auf anderem Weg kam, reichen Sie hier ein.
          </Empty>
        ) : (
          <InvoiceTable invoices={items} href={({ id }) => routes.show.href({ id: programme.id, invoice: id })} />
        )}
        {next && <Pager next={{ href: withQuery(here, { stand: state, cursor: next }) }} />}
        <UploadForm action={here} programmeId={programme.id} refusal={refusal} />
      </div>
    </>
  )
}
