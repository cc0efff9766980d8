import { germanMoney } from '#kernel/money.ts'
import { fileRoutes } from '#foundation/files/index.ts'
import { Description } from '#ui/description/description.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import type { InvoiceDetail } from '../invoice.ts'
import type { Cents, InvoiceDocument, Party } from '../reading/invoice-document.ts'
import { germanDate, kindOf } from './words.ts'

const amount = (cents: Cents): string => (cents === null ? '–' : germanMoney(cents))
const percent = (rate: number): string => `${(rate / 100).toLocaleString('de-DE')}\u00a0%`
const address = ({ name, street, postcode, city }: Party): string =>
  [name, street, [postcode, city].filter(Boolean).join(' ')].filter(Boolean).join(', ')

/** What the invoice says, readable for people: the same facts as in the file. */
export const DocumentPanel = ({ invoice }: { invoice: InvoiceDetail }) => {
  const { document } = invoice
  return (
    <Panel id="rechnungsinhalt" title="Was in der Rechnung steht">
      <div class="lw-stack lw-stack--l">
        <Description items={headOf(invoice).map(([term, details]) => ({ term, details }))} />
        <Sums document={document} />
        {document.notes.concat(document.terms || []).map((note) => (
          <p class="lw-measure">{note}</p>
        ))}
        <Files invoice={invoice} />
      </div>
    </Panel>
  )
}

const headOf = (invoice: InvoiceDetail): [string, string][] => {
  const { document } = invoice
  const span =
    document.periodFrom || document.periodTo
      ? `${germanDate(document.periodFrom)} bis ${germanDate(document.periodTo)}`
      : germanDate(document.deliveredOn)
  const all: [string, string][] = [
    ['Art', kindOf(invoice)],
    ['Rechnungsdatum', germanDate(invoice.issuedOn)],
    ['Fällig', germanDate(invoice.dueOn)],
    ['Leistung', span],
    ['Von', address(document.seller)],
    ['Steuernummer', document.seller.vatId || document.seller.taxNumber],
    ['An', address(document.buyer)],
    ['Leitweg-ID', document.buyerReference],
    ['Auftragsnummer', document.orderReference],
    ['Bezieht sich auf', document.preceding.map(({ number }) => number).join(', ')],
    ['Zahlung an', [invoice.recipient, invoice.iban].filter(Boolean).join(', ')],
  ]
  return all.filter(([, details]) => details !== '' && details !== '–')
}

const Sums = ({ document: { totals, taxes } }: { document: InvoiceDocument }) => (
  <Description
    items={[
      { term: 'Netto', details: amount(totals.net) },
      ...taxes.map((tax) => ({
        term: `Umsatzsteuer ${percent(tax.rate)}`,
        details: `${amount(tax.amount)} auf ${amount(tax.basis)}${tax.exemption ? ` (${tax.exemption})` : ''}`,
      })),
      { term: 'Brutto', details: amount(totals.gross) },
      ...(totals.allowances ? [{ term: 'Darin Abzüge', details: amount(totals.allowances) }] : []),
      ...(totals.prepaid ? [{ term: 'Schon gezahlt', details: amount(totals.prepaid) }] : []),
      { term: 'Zu zahlen', details: amount(totals.payable) },
    ]}
  />
)

const Files = ({ invoice: { files, document } }: { invoice: InvoiceDetail }) => {
  const elsewhere = document.attachments.filter((one) => one.address !== '')
  return (
    <>
      <ul class="lw-stack lw-stack--xs">
        {files.map(({ id, name, mediaType }) => (
          <li>
            <a class="lw-link" href={fileRoutes.download.href({ id })} download>
              {mediaType === 'application/xml' ? `Die Rechnung als XML (${name})` : `Anlage ${name}`}
            </a>
          </li>
        ))}
      </ul>
      {elsewhere.length > 0 && (
        <p class="lw-measure">
          Auf weitere Anlagen wird nur verwiesen, sie werden nicht abgerufen:{' '}
          {elsewhere.map((one) => one.address).join(', ')}
        </p>
      )}
    </>
  )
}

/** The lines as they stand in the document, where no more is known of them. */
export const PlainLines = ({ invoice }: { invoice: InvoiceDetail }) => (
  <Panel id="positionen" title="Positionen">
    <Table
      caption="In der Reihenfolge der Rechnung"
      captionHidden
      stack
      rows={invoice.lines}
      columns={[
        { header: 'Nr.', rowHeader: true, cell: ({ position }) => String(position) },
        { header: 'Leistung', cell: ({ text }) => text },
        { header: 'Auftragsnummer', cell: ({ orderReference }) => orderReference || '–' },
        { header: 'Netto', numeric: true, cell: ({ netCents }) => germanMoney(netCents) },
        { header: 'Zu zahlen', numeric: true, cell: ({ amountCents }) => germanMoney(amountCents) },
        {
          header: 'Auftrag',
          cell: ({ order }) => (order ? `${order.reference}, ${order.organizationName}` : 'noch keiner'),
        },
      ]}
    />
  </Panel>
)
