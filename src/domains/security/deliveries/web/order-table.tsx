import type { ComponentChildren } from 'preact'
import type { Temporal } from 'temporal-polyfill'
import { germanDate, localDay } from '#kernel/local-day.ts'
import { germanMoney } from '#kernel/money.ts'
import { moneyInWords, orderState, orderTotal, type ServiceOrder } from '#domains/security/funding/index.ts'
import type { Column } from '#ui/table/table.tsx'
import { Table } from '#ui/table/table.tsx'
import { Tag, type TagState } from '#ui/tag/tag.tsx'
import { deliveryRoutes as routes } from '../routes.ts'

const looks: Record<ReturnType<typeof orderState>, TagState> = {
  planned: 'none',
  committed: 'running',
  delivered: 'soon',
  accepted: 'ok',
  invoiced: 'ok',
  settled: 'ok',
  withdrawn: 'none',
}

/** "beauftragt", "zurückgezogen" */
export const stateInWords = (state: ReturnType<typeof orderState>): string =>
  state === 'withdrawn' ? 'zurückgezogen' : moneyInWords(state)

/** Where an order stands; late when it is due and not wholly delivered. */
export function OrderTag({ order, now }: { order: ServiceOrder; now: Temporal.Instant }) {
  const state = orderState(order)
  const isLate = order.dueOn !== null && order.planned + order.committed > 0 && order.dueOn < localDay(now).toString()
  return (
    <Tag state={isLate ? 'late' : looks[state]}>
      {stateInWords(state)}
      {isLate ? ', überfällig' : ''}
    </Tag>
  )
}

interface OrderTableProps {
  caption: string
  orders: readonly ServiceOrder[]
  now: Temporal.Instant
  /** Which of the two sides whoever reads does not know anyway. */
  shows: readonly ('organization' | 'contractor')[]
  tick?: ((order: ServiceOrder) => ComponentChildren) | undefined
}

/** Orders with their way in, whose they are, and where they stand. */
export function OrderTable({ caption, orders, now, shows, tick }: OrderTableProps) {
  const columns: Column<ServiceOrder>[] = [
    ...(tick ? [{ header: 'Auswahl', cell: tick }] : []),
    {
      header: 'Auftrag',
      rowHeader: true,
      cell: ({ id, title, reference }) => (
        <>
          <a class="lw-link" href={routes.order.href({ order: id })}>
            {title}
          </a>
          <br />
          <span class="lw-small lw-muted">{reference}</span>
        </>
      ),
    },
    ...(shows.includes('organization')
      ? [{ header: 'Kommune', cell: ({ organizationName }: ServiceOrder) => organizationName }]
      : []),
    ...(shows.includes('contractor')
      ? [{ header: 'Dienstleister', cell: ({ contractorName }: ServiceOrder) => contractorName ?? 'noch offen' }]
      : []),
    { header: 'Betrag', numeric: true, cell: (order) => germanMoney(orderTotal(order)) },
    { header: 'Fällig', cell: ({ dueOn }) => (dueOn === null ? '–' : germanDate(dueOn)) },
    { header: 'Stand', cell: (order) => <OrderTag order={order} now={now} /> },
  ]
  return <Table caption={caption} captionHidden stack rows={orders} columns={columns} />
}
