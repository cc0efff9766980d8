import { euro, germanMoney } from '#kernel/money.ts'
import { Check, Form, Submit } from '#ui/form/form.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Refused } from '#ui/refused/refused.tsx'
import { Table } from '#ui/table/table.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { isBookable } from '../checking/check-terms.ts'
import type { InvoiceDetail } from '../invoice.ts'
import { matchingFaults, overFaults, type Weighed, weigh } from '../matching.ts'
import { invoiceRoutes as routes } from '../routes.ts'

/** What the invoice makes of each order against what is accepted, and the button that books it. */
export function ApprovePanel({ invoice }: { invoice: InvoiceDetail }) {
  const weighed = weigh(invoice.lines.filter(({ amountCents }) => amountCents > 0))
  const isCredit = invoice.typeCode === '381'
  const hindrance = hindranceOf(invoice, weighed)
  return (
    <Panel id="richtigkeit" title="Sachlich und rechnerisch richtig">
      <div class="lw-stack">
        {weighed.length > 0 && <Weighing weighed={weighed} isCredit={isCredit} />}
        {hindrance ? (
          <Refused title="Gebucht werden kann noch nicht">{hindrance}</Refused>
        ) : (
          <Form
            action={routes.approve.href({ id: invoice.programmeId, invoice: invoice.id })}
            label="Sachlich und rechnerisch richtig"
          >
            {!isCredit &&
              weighed
                .filter(({ difference }) => difference > 0)
                .map(({ order, difference }) => (
                  <Check
                    name={`nichts-folgt:${order.id}`}
                    label={`${order.reference} (${order.organizationName}): Es folgt keine weitere Rechnung`}
                    hint={`Dann gehen ${euro(difference)}, die darüber hinaus abgenommen sind, ins Budget der Kommune zurück.`}
                  />
                ))}
            <p class="lw-measure">
              {isCredit
                ? `Mit der Gutschrift gehen ${germanMoney(invoice.payable)} in die Budgets zurück.`
                : 'Damit ist die Rechnung gebucht. Zur Zahlung gibt sie danach eine andere Person frei.'}
            </p>
            <Submit>Sachlich und rechnerisch richtig</Submit>
          </Form>
        )}
      </div>
    </Panel>
  )
}

function hindranceOf(invoice: InvoiceDetail, weighed: readonly Weighed[]): string | undefined {
  if (!isBookable(invoice.typeCode))
    return 'Diese Art von Rechnung wird von Hand gebucht. Danach weisen Sie sie hier zurück, damit sie nicht offen bleibt.'
  if (invoice.payable <= 0) return 'Die Rechnung nennt keinen Betrag, der zu zahlen ist. Bitte buchen Sie von Hand.'
  const loose = matchingFaults(invoice.lines)
  if (loose[0]) return loose.map(({ message }) => message).join(' ')
  const over = invoice.typeCode === '381' ? [] : overFaults(weighed)
  return over[0]
    ? `${over.map(({ message }) => message).join(' ')} Bitte beanstanden, oder zuerst abnehmen.`
    : undefined
}

const Weighing = ({ weighed, isCredit }: { weighed: readonly Weighed[]; isCredit: boolean }) => (
  <Table
    caption="Je Auftrag"
    captionHidden
    stack
    rows={weighed}
    columns={[
      { header: 'Auftrag', rowHeader: true, cell: ({ order }) => `${order.reference}, ${order.organizationName}` },
      { header: isCredit ? 'Gutgeschrieben' : 'In Rechnung', numeric: true, cell: ({ billed }) => germanMoney(billed) },
      {
        header: isCredit ? 'Steht in Rechnung' : 'Abgenommen',
        numeric: true,
        cell: ({ order, accepted }) => germanMoney(isCredit ? order.invoiced : accepted),
      },
      { header: 'Vergleich', cell: (one) => <Verdict one={one} isCredit={isCredit} /> },
    ]}
  />
)

function Verdict({ one, isCredit }: { one: Weighed; isCredit: boolean }) {
  const against = isCredit ? one.order.invoiced : one.accepted
  if (one.billed > against) return <Tag state="late">{isCredit ? 'höher als in Rechnung' : 'höher als abgenommen'}</Tag>
  if (isCredit || one.billed === against) return <Tag state="ok">passt</Tag>
  return <Tag state="soon">{`${euro(against - one.billed)} niedriger`}</Tag>
}
