import { germanDate } from '#kernel/local-day.ts'
import { euro, germanMoney } from '#kernel/money.ts'
import { withQuery } from '#platform/http/route.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { type Column, Table } from '#ui/table/table.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { Why } from '#ui/why/why.tsx'
import { type Account, type Balances, moneyInWords, spentStates } from '../accounts/account.ts'
import type { Entry } from '../entries/entry.ts'
import { orderTotal, type ServiceOrder } from '../orders/order.ts'
import { fundingRoutes as routes } from '../routes.ts'
import { BudgetBar } from './budget-bar.tsx'
import { EntryTable } from './entry-table.tsx'
import { orderStateInWords, orderTag } from './words.ts'

interface Part<Row> {
  items: readonly Row[]
  next: string | null
}

export interface AccountViewProps {
  account: Account
  /** Whether whoever looks may book. */
  books: boolean
  stages: readonly (Balances & { stageNumber: number | null })[]
  orders: Part<ServiceOrder>
  entries: Part<Entry>
  /** Whether these are the newest. */
  isFirstPart: boolean
}

/** Where the money of one municipality stands, what was bought, and every entry. */
export function AccountView(props: AccountViewProps) {
  const { account, books } = props
  const id = account.enrollmentId
  return (
    <>
      <PageHead
        title={`Budget: ${account.organizationName}`}
        lead={leadOf(account)}
        actions={
          <>
            <ButtonLink href={routes.statementPdf.href({ id })} size="x-small" icon="download">
              Kontoauszug PDF
            </ButtonLink>
            <ButtonLink href={routes.statementSheet.href({ id })} size="x-small" icon="download">
              XLSX
            </ButtonLink>
            {books && (
              <ButtonLink href={routes.booking.href({ id })} size="x-small" icon="add">
                Buchen
              </ButtonLink>
            )}
          </>
        }
      />
      <div class="lw-stack lw-stack--xl">
        {account.isWithdrawn && (
          <Alert kind="info" title="Die Teilnahme ist beendet">
            <p>
              Was nur geplant war, ist frei geworden, und der freie Rest ist zurückgegeben. Was beauftragt ist, läuft
              weiter. Nach einem Wiedereintritt wird wieder freigegeben.
            </p>
          </Alert>
        )}
        <Panel id="konto" title="Budgetkonto" link={{ href: '#buchungen', label: entriesInWords(account) }}>
          <div class="lw-stack">
            <BudgetBar label={account.organizationName} shown={shownOf(account)} />
            <Why summary="Alle Buchungsstände als Tabelle">
              <StageTable {...props} />
            </Why>
          </div>
        </Panel>
        <Orders {...props} />
        <Entries {...props} />
      </div>
    </>
  )
}

const leadOf = ({ programmeName, deadline, released }: Account): string =>
  released === 0
    ? `${programmeName}. Freigegeben ist noch nichts: Das Budget folgt aus den Stufen des Programms.`
    : `${programmeName}. ${deadline === null ? '' : `Bis ${germanDate(deadline)}, 24 Uhr, muss abgenommen und abgerechnet sein. `}Alle Beträge brutto.`

const entriesInWords = ({ entries }: Account): string =>
  entries === 0 ? 'Noch keine Buchung' : entries === 1 ? 'Eine Buchung' : `Alle ${entries} Buchungen`

const shownOf = (account: Account) => ({
  ...account,
  total: Math.max(account.total ?? 0, account.released),
  mark: account.stage1 !== null && account.stage1 < (account.total ?? 0) ? account.stage1 : null,
})

type StageLine = Balances & { name: string; remaining: number | null }

function StageTable({ account, stages }: AccountViewProps) {
  const lines: StageLine[] = [
    ...stages.map(({ stageNumber, ...balances }) => ({
      ...balances,
      name: stageNumber === null ? 'ohne Stufe' : `Stufe ${stageNumber}`,
      remaining: null,
    })),
    { ...account, name: 'zusammen' },
  ]
  return (
    <Table
      caption="Aufträge nach Stufe und Stand. Frei ist Budget immer für beide Stufen zusammen."
      dense
      stack
      columns={[
        { header: 'Stufe', rowHeader: true, cell: ({ name }) => name },
        ...spentStates.map((state): Column<StageLine> => ({
          header: moneyInWords(state),
          numeric: true,
          cell: (line) => <span class="lw-nowrap">{germanMoney(line[state])}</span>,
        })),
        {
          header: 'frei',
          numeric: true,
          cell: ({ remaining }) => <span class="lw-nowrap">{remaining === null ? '–' : germanMoney(remaining)}</span>,
        },
      ]}
      rows={lines}
    />
  )
}

function Orders({ account, orders, books }: AccountViewProps) {
  const id = account.enrollmentId
  const columns: Column<ServiceOrder>[] = [
    {
      header: 'Auftrag',
      rowHeader: true,
      cell: ({ title, reference, contractorName }) => (
        <>
          {title}
          <span class="lw-table__sub">{[reference, contractorName].filter(Boolean).join(' · ')}</span>
        </>
      ),
    },
    { header: 'Stand', cell: (order) => <Tag state={orderTag(order)}>{orderStateInWords(order)}</Tag> },
    { header: 'Lieferung bis', cell: ({ dueOn }) => (dueOn === null ? '–' : germanDate(dueOn)) },
    {
      header: 'Betrag',
      numeric: true,
      cell: (order) => <span class="lw-nowrap">{germanMoney(orderTotal(order))}</span>,
    },
  ]
  if (books)
    columns.push({
      header: 'Ändern',
      cell: (order) => (
        <a
          class="lw-link lw-small"
          href={withQuery(routes.booking.href({ id }), { auftrag: order.id })}
          aria-label={`Auf „${order.title}“ buchen`}
        >
          Buchen
        </a>
      ),
    })
  return (
    <Panel id="auftraege" title="Aufträge">
      {orders.items.length === 0 ? (
        <Empty title="Noch kein Auftrag">
          {account.remaining > 0
            ? `Frei sind ${euro(account.remaining)}. Ein Auftrag entsteht, wenn über ein Maßnahmenpaket entschieden ist oder der Verbund bestellt.`
            : 'Ein Auftrag entsteht, wenn Budget freigegeben und über Maßnahmen entschieden ist.'}
        </Empty>
      ) : (
        <Table
          caption="Aufträge in der Reihenfolge, in der sie angelegt sind"
          captionHidden
          stack
          columns={columns}
          rows={orders.items}
        />
      )}
      {orders.next && (
        <Pager
          label="Weitere Aufträge"
          next={{ href: withQuery(routes.account.href({ id }), { auftraege: orders.next }), label: 'Weitere Aufträge' }}
        />
      )}
    </Panel>
  )
}

function Entries({ account, entries, books, isFirstPart }: AccountViewProps) {
  const href = routes.account.href({ id: account.enrollmentId })
  return (
    <Panel id="buchungen" title="Buchungen">
      {entries.items.length === 0 ? (
        <Empty title="Noch keine Buchung">
          Die erste Buchung ist die Freigabe einer Stufe. Sie folgt von selbst, sobald die Kommune zugelassen und die
          Stufe freigegeben ist.
        </Empty>
      ) : (
        <EntryTable enrollmentId={account.enrollmentId} entries={entries.items} books={books} />
      )}
      {(entries.next !== null || !isFirstPart) && (
        <Pager
          label="Weitere Buchungen"
          previous={isFirstPart ? undefined : { href: `${href}#buchungen`, label: 'Neueste Buchungen' }}
          next={
            entries.next === null
              ? undefined
              : { href: `${withQuery(href, { ab: entries.next })}#buchungen`, label: 'Ältere Buchungen' }
          }
        />
      )}
    </Panel>
  )
}
