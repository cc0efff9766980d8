import type { Temporal } from 'temporal-polyfill'
import { germanMoment } from '#kernel/local-day.ts'
import { germanMoney } from '#kernel/money.ts'
import type { Refusal } from '#kernel/outcome.ts'
import type { Programme } from '#foundation/programmes/index.ts'
import { withQuery } from '#platform/http/route.ts'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { CheckGroup } from '#ui/form/check-group.tsx'
import { errorAt, Form, Submit } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Refused } from '#ui/refused/refused.tsx'
import { Table } from '#ui/table/table.tsx'
import { openCents, type Share } from '../invoice.ts'
import type { PaymentRun } from '../payments/payment-run.ts'
import { invoiceRoutes as routes } from '../routes.ts'

export interface PaymentsProps {
  programme: Programme
  open: { items: readonly Share[]; next: string | null }
  runs: { items: readonly PaymentRun[]; next: string | null }
  personId: string
  now: Temporal.Instant
  form: Record<string, string>
  refusal: Refusal | undefined
}

const nameOf = ({ number, organizationName, orderReference }: Share): string =>
  `${number}: ${organizationName}, ${orderReference}`

/** What waits, and what was paid. */
export function PaymentsView(props: PaymentsProps) {
  const { programme, open, refusal } = props
  const sum = open.items.reduce((all, share) => all + openCents(share), 0)
  return (
    <>
      <PageHead
        title={`Zahlungen: ${programme.name}`}
        lead={
          open.items.length === 0
            ? 'Es wartet keine Rechnung auf ihre Zahlung.'
            : `${germanMoney(sum)} sind sachlich und rechnerisch richtig und warten auf die Freigabe durch eine zweite Person.`
        }
      />
      <div class="lw-stack lw-stack--xl">
        {refusal && (
          <ErrorSummary
            title={refusal.refused}
            errors={(refusal.errors ?? []).filter(({ message }) => message !== refusal.refused)}
            labels={{ shareIds: 'Positionen' }}
          />
        )}
        <OpenPanel {...props} />
        <RunPanel {...props} />
      </div>
    </>
  )
}

function OpenPanel({ programme, open: { items }, personId, form, refusal }: PaymentsProps) {
  const own = items.filter(({ bookedBy }) => bookedBy === personId)
  const others = items.filter(({ bookedBy }) => bookedBy !== personId)
  return (
    <Panel id="offen" title="Zur Zahlung freigeben">
      <div class="lw-stack lw-measure">
        {items.length === 0 && <p class="lw-muted">Nichts offen.</p>}
        {others.length > 0 && (
          <Form action={routes.payments.href({ id: programme.id })} label="Zur Zahlung freigeben">
            <CheckGroup
              name="shareIds"
              legend="Was jetzt gezahlt wird"
              hint="Ausgewähltes ist danach abgerechnet, und die Zahlungsliste bleibt, wie sie ist."
              error={errorAt(refusal?.errors, 'shareIds')}
              options={others.map((share) => ({
                name: `anteil:${share.id}`,
                label: `${nameOf(share)}: ${germanMoney(openCents(share))}`,
                hint: `Richtig laut ${share.bookedByName ?? 'einer anderen Person'}`,
                checked: refusal === undefined || form[`anteil:${share.id}`] !== undefined,
              }))}
            />
            <Submit>Zur Zahlung freigeben</Submit>
          </Form>
        )}
        {own.length > 0 && (
          <Refused title="Das gibt jemand anderes frei">
            {`Sie haben ${own.length === 1 ? 'eine Position' : `${own.length} Positionen`} selbst für richtig erklärt: ${own
              .slice(0, 5)
              .map(nameOf)
              .join('; ')}${own.length > 5 ? ' und weitere' : ''}. Zur Zahlung gibt sie eine zweite Person frei.`}
          </Refused>
        )}
      </div>
    </Panel>
  )
}

const RunPanel = ({ programme, runs: { items, next }, now }: PaymentsProps) => (
  <Panel id="laeufe" title="Zahlungsläufe">
    {items.length === 0 ? (
      <Empty level={3} title="Noch kein Zahlungslauf">
        Jede Freigabe ergibt eine Liste für die Kasse.
      </Empty>
    ) : (
      <Table
        caption="Der neueste zuerst"
        captionHidden
        stack
        rows={items}
        columns={[
          { header: 'Lauf', rowHeader: true, cell: ({ number }) => `Lauf ${number}` },
          {
            header: 'Freigegeben',
            cell: ({ madeAt, madeBy }) => `${germanMoment(madeAt, now)}${madeBy ? `, ${madeBy}` : ''}`,
          },
          { header: 'Zahlungen', numeric: true, cell: ({ payments }) => String(payments.length) },
          { header: 'Summe', numeric: true, cell: ({ totalCents }) => germanMoney(totalCents) },
          {
            header: 'Liste',
            cell: ({ id, number }) => (
              <a class="lw-link" href={routes.paymentList.href({ id: programme.id, run: id })} download>
                Zahlungsliste {number} (CSV)
              </a>
            ),
          },
        ]}
      />
    )}
    {next && <Pager next={{ href: withQuery(routes.payments.href({ id: programme.id }), { cursor: next }) }} />}
  </Panel>
)
