import { germanMoney } from '#kernel/money.ts'
import { withQuery } from '#platform/http/route.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import type { Account } from '../accounts/account.ts'
import { orderTotal, type ServiceOrder } from '../orders/order.ts'
import { fundingRoutes as routes } from '../routes.ts'
import { orderStateInWords } from './words.ts'

interface ChooseOrderProps {
  account: Account
  orders: readonly ServiceOrder[]
  next: string | null
}

/** On what is booked: an order that is there, or a new one. */
export function ChooseOrder({ account, orders, next }: ChooseOrderProps) {
  const href = routes.booking.href({ id: account.enrollmentId })
  return (
    <>
      <PageHead
        title="Buchen"
        lead={`${account.organizationName}. Gebucht wird immer auf einen Auftrag. Was im Portal entschieden, geliefert, abgenommen und abgerechnet wird, bucht sich selbst; von Hand kommt hinzu, was auf Papier da ist.`}
      />
      <div class="lw-stack lw-stack--xl">
        <Panel id="neu" title="Neuer Auftrag">
          <p>
            Frei sind {germanMoney(account.remaining)}.{' '}
            {account.remaining === 0 && 'Für einen neuen Auftrag ist kein Budget übrig.'}
          </p>
          {account.remaining > 0 && (
            <p>
              <ButtonLink href={withQuery(href, { auftrag: 'neu' })} size="x-small" icon="add">
                Neuen Auftrag planen
              </ButtonLink>
            </p>
          )}
        </Panel>
        {orders.length > 0 && (
          <Panel id="auftraege" title="Auf einen Auftrag">
            <Table
              caption="Aufträge, auf die gebucht werden kann"
              captionHidden
              stack
              columns={[
                {
                  header: 'Auftrag',
                  rowHeader: true,
                  cell: ({ id, title, reference }) => (
                    <>
                      <a class="lw-link" href={withQuery(href, { auftrag: id })}>
                        {title}
                      </a>
                      <span class="lw-table__sub">{reference}</span>
                    </>
                  ),
                },
                { header: 'Stand', cell: orderStateInWords },
                {
                  header: 'Betrag',
                  numeric: true,
                  cell: (order) => <span class="lw-nowrap">{germanMoney(orderTotal(order))}</span>,
                },
              ]}
              rows={orders}
            />
            {next && <Pager label="Weitere Aufträge" next={{ href: withQuery(href, { ab: next }) }} />}
          </Panel>
        )}
      </div>
    </>
  )
}
