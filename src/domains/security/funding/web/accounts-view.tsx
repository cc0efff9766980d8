import { germanDate } from '#kernel/local-day.ts'
import { germanAmount } from '#kernel/money.ts'
import { type Kind, kindNames } from '#foundation/organizations/index.ts'
import type { Programme } from '#foundation/programmes/index.ts'
import { withQuery } from '#platform/http/route.ts'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Form, HiddenField, SelectField, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { type Column, Table } from '#ui/table/table.tsx'
import { type Account, type AccountOrder, moneyInWords, spentStates } from '../accounts/account.ts'
import type { sumAccounts } from '../accounts/queries.ts'
import { fundingRoutes as routes } from '../routes.ts'
import { BudgetBar } from './budget-bar.tsx'
import { isNarrowed, type ShownAccounts, shownQuery } from './filter.ts'

interface AccountsViewProps {
  programme: Programme
  shown: ShownAccounts
  sums: Awaited<ReturnType<typeof sumAccounts>>
  accounts: readonly Account[]
  next: string | null
  limit: number
  largest: number
  /** How many stand before this part, as the link here said. */
  first: number
}

const hrefOf = (id: string, shown: ShownAccounts, more: Record<string, string | undefined> = {}): string =>
  withQuery(routes.accounts.href({ id }), { ...shownQuery(shown), ...more })

/** All budgets of a programme: what they come to, and each on a line. */
export function AccountsView(props: AccountsViewProps) {
  const { programme, shown, sums, accounts } = props
  const { id } = programme
  return (
    <>
      <PageHead
        title={`Budgets: ${programme.name}`}
        lead={leadOf(props)}
        actions={
          <>
            <ButtonLink
              href={withQuery(routes.accountsSheet.href({ id }), shownQuery(shown))}
              size="x-small"
              icon="download"
            >
              Tabelle XLSX
            </ButtonLink>
            <ButtonLink href={routes.allStatementsPdf.href({ id })} size="x-small" icon="download">
              Kontoauszug PDF
            </ButtonLink>
            <ButtonLink href={routes.allStatementsSheet.href({ id })} size="x-small" icon="download">
              Kontoauszug XLSX
            </ButtonLink>
          </>
        }
      />
      <div class="lw-stack lw-stack--l">
        <Panel id="summe" title={isNarrowed(shown) ? 'Diese Kommunen zusammen' : 'Alle zusammen'}>
          <BudgetBar label={programme.name} shown={{ ...sums.sum, total: totalOf(props), mark: null }} />
        </Panel>
        <FilterForm {...props} />
        {accounts.length === 0 ? <Nothing {...props} /> : <AccountTable {...props} />}
        <Parts {...props} />
      </div>
    </>
  )
}

const leadOf = ({ programme, sums }: AccountsViewProps): string => {
  const many = sums.all === 1 ? 'Eine Kommune hat' : `${sums.all} Kommunen haben`
  const until =
    programme.deadline === null
      ? ''
      : ` Bis ${germanDate(programme.deadline)}, 24 Uhr, muss alles abgenommen und abgerechnet sein.`
  return `${many} hier ein Budget.${until} Alle Beträge brutto in Euro.`
}

const totalOf = ({ programme, sums }: AccountsViewProps): number =>
  Math.max(sums.sum.released, (programme.totalCents ?? 0) * sums.sum.count)

function FilterForm({ programme: { id }, shown, sums }: AccountsViewProps) {
  const order = shownQuery(shown)['ordnung']
  return (
    <Form method="get" action={routes.accounts.href({ id })} layout="bar" label="Budgets filtern">
      <TextField name="suche" type="search" label="Kommune" value={shown.search} />
      <SelectField
        name="stand"
        label="Stand"
        empty="alle"
        value={shown.isUntouched ? 'nichts' : shown.holding}
        options={[
          { value: 'nichts', label: 'nichts gebucht' },
          ...spentStates.map((state) => ({ value: state, label: `etwas ${moneyInWords(state)}` })),
        ]}
      />
      <SelectField
        name="art"
        label="Art"
        empty="alle"
        value={shown.kind}
        options={sums.kinds.map((kind) => ({ value: kind, label: kindNames[kind as Kind] }))}
      />
      <SelectField
        name="kreis"
        label="Landkreis"
        empty="alle"
        value={shown.county}
        options={sums.counties.map((county) => ({ value: county, label: county }))}
      />
      <TextField name="rest" label="Rest größer als (€)" inputmode="decimal" short value={shown.remainingAbove} />
      {order !== undefined && <HiddenField name="ordnung" value={order} />}
      <Button size="x-small">Anzeigen</Button>
      {isNarrowed(shown) && (
        <a class="lw-link lw-small" href={hrefOf(id, { order: shown.order, isReversed: shown.isReversed })}>
          Filter löschen
        </a>
      )}
    </Form>
  )
}

const amount = (cents: number) => <span class="lw-nowrap">{germanAmount(cents)}</span>

function AccountTable({ programme: { id }, shown, sums, accounts }: AccountsViewProps) {
  const sort = (order: AccountOrder) => {
    const isCurrent = (shown.order ?? 'name') === order
    // Names begin with A, amounts with the largest.
    const isDescending = (order === 'name') === (shown.isReversed ?? false)
    return {
      href: hrefOf(id, { ...shown, order, isReversed: isCurrent && !shown.isReversed ? true : undefined }),
      direction: isCurrent ? (isDescending ? ('descending' as const) : ('ascending' as const)) : undefined,
    }
  }
  const columns: Column<Account>[] = [
    {
      header: 'Kommune',
      rowHeader: true,
      sort: sort('name'),
      cell: ({ organizationName, enrollmentId, isWithdrawn }) => (
        <>
          <a class="lw-link lw-strong" href={routes.account.href({ id: enrollmentId })}>
            {organizationName}
          </a>
          {isWithdrawn && <span class="lw-muted"> beendet</span>}
        </>
      ),
    },
    { header: 'freigegeben', numeric: true, cell: ({ released }) => amount(released) },
    ...spentStates.map((state): Column<Account> => ({
      header: moneyInWords(state),
      numeric: true,
      sort: sort(state),
      cell: (account) => (account[state] === 0 ? '–' : amount(account[state])),
    })),
    { header: 'frei', numeric: true, sort: sort('remaining'), cell: ({ remaining }) => amount(remaining) },
  ]
  return (
    <Table
      caption={`${sums.sum.count === 1 ? 'Eine Kommune' : `${sums.sum.count} Kommunen`}, ${orderInWords(shown)}. Beträge in Euro.`}
      dense
      stack
      cards
      columns={columns}
      rows={accounts}
    />
  )
}

function orderInWords({ order = 'name', isReversed }: ShownAccounts): string {
  if (order === 'name') return isReversed ? 'nach Namen, von hinten' : 'nach Namen'
  const what = order === 'remaining' ? 'freiem Budget' : `„${moneyInWords(order)}“`
  return isReversed ? `nach ${what}, das wenigste zuerst` : `nach ${what}, das meiste zuerst`
}

const Nothing = ({ programme: { id }, shown }: AccountsViewProps) =>
  isNarrowed(shown) ? (
    <Empty
      title="Keine Kommune passt zu diesen Filtern"
      level={2}
      actions={
        <ButtonLink href={hrefOf(id, {})} size="x-small">
          Alle Filter löschen
        </ButtonLink>
      }
    >
      Gesucht wird am Anfang jedes Wortes im Namen. Beim Rest zählt, was noch nicht verplant ist.
    </Empty>
  ) : (
    <Empty title="Noch kein Budget" level={2}>
      Ein Budget entsteht mit der ersten Teilnahme, sobald das Programm eine Stufe mit einem Betrag hat.
    </Empty>
  )

function Parts({ programme: { id }, shown, sums, accounts, next, limit, largest, first }: AccountsViewProps) {
  const { count } = sums.sum
  const before = Math.min(Math.max(0, Math.trunc(first)), Math.max(0, count - accounts.length))
  if (accounts.length === 0 || (next === null && before === 0)) return null
  const size = limit === largest ? String(largest) : undefined
  return (
    <Pager
      label="Teile der Tabelle"
      previous={before > 0 ? { href: hrefOf(id, shown, { anzahl: size }), label: 'Von vorn' } : undefined}
      position={`${before + 1} bis ${before + accounts.length} von ${count}`}
      next={
        next === null
          ? undefined
          : { href: hrefOf(id, shown, { ab: next, nr: String(before + accounts.length), anzahl: size }) }
      }
    />
  )
}
