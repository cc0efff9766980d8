import { germanMoney } from '#kernel/money.ts'
import { Table } from '#ui/table/table.tsx'
import type { Invoice } from '../invoice.ts'
import { StateTag } from './state-tag.tsx'
import { germanDate, kindOf } from './words.ts'

/** Invoices, the newest first. */
export const InvoiceTable = ({
  invoices,
  href,
}: {
  invoices: readonly Invoice[]
  href: (invoice: Invoice) => string
}) => (
  <Table
    caption="Die neueste zuerst"
    captionHidden
    stack
    rows={invoices}
    columns={[
      {
        header: 'Nummer',
        rowHeader: true,
        cell: (one) => (
          <a class="lw-link" href={href(one)}>
            {one.number}
          </a>
        ),
      },
      { header: 'Art', cell: kindOf },
      { header: 'Dienstleister', cell: ({ contractorName }) => contractorName },
      { header: 'Vom', cell: ({ issuedOn }) => germanDate(issuedOn) },
      { header: 'Fällig', cell: ({ dueOn }) => germanDate(dueOn) },
      { header: 'Betrag', numeric: true, cell: ({ payable }) => germanMoney(payable) },
      {
        header: 'Zuordnung',
        cell: ({ lineCount, unmatched }) =>
          unmatched === 0 ? 'vollständig' : `${unmatched} von ${lineCount} ohne Auftrag`,
      },
      { header: 'Stand', cell: (one) => <StateTag invoice={one} /> },
    ]}
  />
)
