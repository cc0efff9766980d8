import { germanMoney } from '#kernel/money.ts'
import { Button } from '#ui/button/button.tsx'
import { errorAt, Form, HiddenField, TextField } from '#ui/form/form.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import type { InvoiceDetail, Line } from '../invoice.ts'
import { invoiceRoutes as routes } from '../routes.ts'
import { type Typed, typedIn } from './words.ts'

/** Which order each line belongs to, and where that is changed by hand. */
export const MatchingPanel = ({ invoice, typed }: { invoice: InvoiceDetail; typed: Typed }) => (
  <Panel
    id="positionen"
    title="Positionen und Aufträge"
    note={invoice.unmatched === 0 ? 'alle zugeordnet' : `${invoice.unmatched} ohne Auftrag`}
  >
    <Table
      caption="In der Reihenfolge der Rechnung"
      captionHidden
      stack
      rows={invoice.lines}
      columns={[
        { header: 'Nr.', rowHeader: true, cell: ({ position }) => <span id={`line-${position}`}>{position}</span> },
        { header: 'Leistung', cell: ({ text }) => text },
        { header: 'Zu zahlen', numeric: true, cell: ({ amountCents }) => germanMoney(amountCents) },
        { header: 'Auftrag', cell: (line) => <OrderOf line={line} /> },
        {
          header: 'Abgenommen',
          numeric: true,
          cell: ({ order }) => (order ? germanMoney(order.accepted) : '–'),
        },
        { header: 'Zuordnen', cell: (line) => <MatchForm invoice={invoice} line={line} typed={typed} /> },
      ]}
    />
  </Panel>
)

function OrderOf({ line: { order, orderReference, matchedBy } }: { line: Line }) {
  if (!order) return <>{orderReference === '' ? 'nicht genannt' : `${orderReference}: unbekannt`}</>
  return (
    <>
      {order.reference}, {order.organizationName}
      <br />
      <span class="lw-small lw-muted">
        {order.title}
        {matchedBy ? `, zugeordnet von ${matchedBy}` : ''}
      </span>
    </>
  )
}

function MatchForm({ invoice, line, typed }: { invoice: InvoiceDetail; line: Line; typed: Typed }) {
  const { form, refusal } = typedIn(typed, line.id)
  return (
    <details class="lw-why" open={refusal !== undefined || (line.order === null && line.amountCents !== 0)}>
      <summary>{line.order ? 'Anders' : 'Zuordnen'}</summary>
      <Form
        action={routes.match.href({ id: invoice.programmeId, invoice: invoice.id })}
        label={`Position ${line.position} zuordnen`}
      >
        <HiddenField name="line" value={line.id} />
        <TextField
          name="orderReference"
          id={refusal ? undefined : `auftrag-${line.id}`}
          label="Auftragsnummer"
          short
          value={form['orderReference'] ?? line.order?.reference ?? ''}
          error={errorAt(refusal?.errors, 'orderReference')}
        />
        <Button size="x-small" type="submit">
          Zuordnen
        </Button>
      </Form>
    </details>
  )
}
