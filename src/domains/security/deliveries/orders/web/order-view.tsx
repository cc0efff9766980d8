import type { Temporal } from 'temporal-polyfill'
import { germanDate, germanDay, localDay } from '#kernel/local-day.ts'
import { germanMoney } from '#kernel/money.ts'
import type { EnrollmentWithSteps } from '#foundation/programmes/index.ts'
import { moneyInWords, orderTotal, type ServiceOrder, spentStates } from '#domains/security/funding/index.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { Description } from '#ui/description/description.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Facts } from '#ui/facts/facts.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import type { Acceptance } from '../../acceptance/acceptance.ts'
import { AcceptanceRows } from '../../acceptance/web/acceptance-rows.tsx'
import { PreparePanel } from '../../acceptance/web/prepare-panel.tsx'
import { timeLeft } from '../../deadline.ts'
import type { Delivery } from '../../delivery/delivery.ts'
import { DeliverPanel } from '../../delivery/web/deliver-panel.tsx'
import { DeliveryList } from '../../delivery/web/delivery-list.tsx'
import { deliveryRoutes as routes } from '../../routes.ts'
import { OrderTag } from '../../web/order-table.tsx'
import type { Typed } from '../../web/typed.ts'
import { LeadPanels } from './lead-panels.tsx'

export interface OrderProps {
  order: ServiceOrder
  /** Undefined for the contractor, who sees no road. */
  road: EnrollmentWithSteps | undefined
  programmeName: string
  deliveries: readonly Delivery[]
  acceptances: readonly Acceptance[]
  contractors: readonly { id: string; name: string }[]
  now: Temporal.Instant
  typed: Typed
  /** What whoever reads may do here. */
  sides: { leads: boolean; supplies: boolean; prepares: boolean }
}

const labels = {
  amountCents: 'Betrag',
  deliveredOn: 'Erbracht am',
  note: 'Anmerkung',
  kind: 'Art des Nachweises',
  file: 'Nachweis',
  reservations: 'Vorbehalte',
  contractorId: 'Dienstleister',
  dueOn: 'Fällig am',
  reason: 'Grund',
}

/** Fields of forms that stand on the page several times. */
const idsOf = ({ at = '' }: Typed) =>
  at.startsWith('back-') || at.startsWith('proof-') ? { reason: `grund-${at}`, file: `datei-${at}` } : undefined

/** One order: what it is, where its money stands, what was delivered, how that was decided. */
export function OrderView(props: OrderProps) {
  const { order, road, deliveries, acceptances, now, typed, sides } = props
  const held = spentStates.filter((state) => order[state] > 0)
  const left = road && order.delivered > 0 ? timeLeft(road.deadline, now) : undefined
  return (
    <>
      <PageHead
        title={order.title}
        lead={`${order.reference}, für ${order.organizationName}${order.contractorName ? `, durch ${order.contractorName}` : ''}.`}
        actions={
          <>
            <OrderTag order={order} now={now} />
            <ButtonLink href={routes.orderPdf.href({ order: order.id })} size="x-small" download>
              Auftrag als PDF
            </ButtonLink>
          </>
        }
      />
      <div class="lw-stack lw-stack--xl">
        {typed.refusal && (
          <ErrorSummary
            title={typed.refusal.refused}
            errors={typed.refusal.errors ?? []}
            labels={labels}
            ids={idsOf(typed)}
          />
        )}
        <Panel id="auftrag" title="Auftrag" note={left && `Abnehmen: ${left}`}>
          <div class="lw-stack">
            {held.length > 1 && (
              <Facts
                small
                items={held.map((state) => ({ label: moneyInWords(state), value: germanMoney(order[state]) }))}
              />
            )}
            <Description items={factsOf(props)} />
          </div>
        </Panel>
        {sides.leads && <LeadPanels {...props} />}
        <Panel id="lieferungen" title="Lieferungen">
          {deliveries.length === 0 ? (
            <p class="lw-muted">
              {order.committed > 0
                ? 'Noch nichts gemeldet.'
                : 'Gemeldet wird, was beauftragt ist. Noch nichts gemeldet.'}
            </p>
          ) : (
            <DeliveryList {...props} />
          )}
        </Panel>
        {sides.supplies && <DeliverPanel {...props} />}
        {acceptances.length > 0 && (
          <Panel id="abnahmen" title="Abnahmen">
            <AcceptanceRows acceptances={acceptances} now={now} hasWays={road !== undefined} />
          </Panel>
        )}
        {sides.prepares && <PreparePanel {...props} />}
      </div>
    </>
  )
}

function factsOf({ order, programmeName }: OrderProps) {
  const { dueOn, committedAt, contractorName } = order
  return [
    { term: 'Betrag', details: `${germanMoney(orderTotal(order))} brutto` },
    { term: 'Programm', details: programmeName },
    { term: 'Dienstleister', details: contractorName ?? 'noch offen' },
    { term: 'Fällig', details: dueOn === null ? 'nicht vereinbart' : germanDate(dueOn) },
    { term: 'Beauftragt', details: committedAt === null ? 'noch nicht' : germanDay(localDay(committedAt)) },
  ]
}
