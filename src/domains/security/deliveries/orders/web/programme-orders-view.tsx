import type { Temporal } from 'temporal-polyfill'
import { euro } from '#kernel/money.ts'
import type { Refusal } from '#kernel/outcome.ts'
import type { Programme } from '#foundation/programmes/index.ts'
import { type ServiceOrder, type SpentState, spentStates } from '#domains/security/funding/index.ts'
import { withQuery } from '#platform/http/route.ts'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { errorAt, Form, SelectField, Submit, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { timeLeft } from '../../deadline.ts'
import { deliveryRoutes as routes } from '../../routes.ts'
import { OrderTable, stateInWords } from '../../web/order-table.tsx'
import type { Place } from '../queries.ts'

interface House {
  id: string
  name: string
}

interface ListProps {
  programme: Programme
  orders: readonly ServiceOrder[]
  next: string | null
  filter: {
    organizationId?: string | undefined
    contractorId?: string | undefined
    holding?: SpentState | undefined
    dueUntil?: string | undefined
  }
  contractors: readonly House[]
  places: readonly Place[]
  now: Temporal.Instant
  refusal: Refusal | undefined
}

/** All orders of a programme; what is planned is ticked and commissioned. */
export function ProgrammeOrdersView(props: ListProps) {
  const { programme, orders, next, filter, now, refusal } = props
  const here = routes.programmeOrders.href({ id: programme.id })
  const left = timeLeft(programme.deadline, now)
  const query = {
    kommune: filter.organizationId,
    dienstleister: filter.contractorId,
    stand: filter.holding,
    faellig: filter.dueUntil,
  }
  const isFiltered = Object.values(query).some((value) => value !== undefined)
  return (
    <>
      <PageHead
        title="Aufträge"
        lead={`Was im Programm ${programme.name} für die Kommunen bestellt ist.${left ? ` Abnehmen und abrechnen: ${left}.` : ''}`}
        actions={
          <ButtonLink href={routes.newOrder.href({ id: programme.id })} size="x-small">
            Auftrag anlegen
          </ButtonLink>
        }
      />
      <div class="lw-stack lw-stack--l">
        {refusal && (
          <ErrorSummary
            title={refusal.refused}
            errors={(refusal.errors ?? []).map((one) => ({ ...one, path: '' }))}
            kept=""
          />
        )}
        <FilterBar {...props} />
        {orders.length === 0 ? (
          <Empty level={2} title={isFiltered ? 'Kein Auftrag passt zu diesem Filter' : 'Noch kein Auftrag'}>
            {isFiltered
              ? 'Nehmen Sie eine Angabe heraus, um mehr zu sehen.'
              : 'Aufträge entstehen mit den Maßnahmenpaketen der Kommunen, oder Sie legen sie hier an.'}
          </Empty>
        ) : (
          <Ticked {...props} />
        )}
        {next && <Pager next={{ href: withQuery(here, { ...query, cursor: next }) }} />}
      </div>
    </>
  )
}

function Ticked({ programme, orders, now }: ListProps) {
  const some = orders.some(({ planned }) => planned > 0)
  const table = (
    <OrderTable
      caption="Aufträge, in der Reihenfolge, in der sie angelegt wurden"
      orders={orders}
      now={now}
      shows={['organization', 'contractor']}
      tick={some ? (order) => <Tick order={order} /> : undefined}
    />
  )
  if (!some) return table
  return (
    <Form action={routes.commissionTicked.href({ id: programme.id })} label="Angekreuzte Aufträge">
      {table}
      <p class="lw-small lw-muted">
        Der Dienstleister bekommt eine Nachricht mit Auftragsnummer, Kommune, Leistung, Betrag und Frist.
      </p>
      <div class="lw-row">
        <Button variant="primary">Angekreuzte beauftragen</Button>
      </div>
    </Form>
  )
}

const Tick = ({ order }: { order: ServiceOrder }) =>
  order.planned > 0 && order.contractorId !== null ? (
    <span class="kern-form-check">
      <input
        class="kern-form-check__checkbox"
        type="checkbox"
        name={`a_${order.id}`}
        value="ja"
        aria-label={`${order.title} (${order.reference}) für ${order.organizationName} auswählen`}
      />
    </span>
  ) : (
    '–'
  )

const FilterBar = ({ programme, filter, contractors, places }: ListProps) => (
  <Form action={routes.programmeOrders.href({ id: programme.id })} method="get" layout="bar" label="Aufträge filtern">
    <SelectField
      name="stand"
      label="Stand"
      empty="alle"
      value={filter.holding}
      options={spentStates.map((state) => ({ value: state, label: stateInWords(state) }))}
    />
    <SelectField
      name="kommune"
      label="Kommune"
      empty="alle"
      value={filter.organizationId}
      options={places.map(({ organizationId, name }) => ({ value: organizationId, label: name }))}
    />
    <SelectField
      name="dienstleister"
      label="Dienstleister"
      empty="alle"
      value={filter.contractorId}
      options={contractors.map(({ id, name }) => ({ value: id, label: name }))}
    />
    <TextField name="faellig" label="Fällig bis" type="date" short value={filter.dueUntil} />
    <Submit variant="secondary">Anzeigen</Submit>
  </Form>
)

const labels = {
  enrollmentId: 'Kommune',
  title: 'Leistung',
  amountCents: 'Betrag',
  contractorId: 'Dienstleister',
  dueOn: 'Fällig am',
}

interface NewProps {
  programme: Programme
  contractors: readonly House[]
  places: readonly Place[]
  form: Record<string, string>
  refusal: Refusal | undefined
}

/** An order that did not come from a package. */
export const NewOrderView = ({ programme, contractors, places, form, refusal }: NewProps) => (
  <>
    <PageHead
      title="Auftrag anlegen"
      lead="Der Betrag wird im Budget der Kommune geplant. Beauftragt ist der Dienstleister damit noch nicht."
    />
    <div class="lw-stack lw-stack--l lw-measure">
      {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} labels={labels} />}
      <Panel id="auftrag" title="Auftrag">
        <Form action={routes.newOrder.href({ id: programme.id })} label="Auftrag anlegen">
          <SelectField
            name="enrollmentId"
            label="Kommune"
            required
            empty="Bitte wählen"
            value={form['enrollmentId']}
            options={places.map(({ enrollmentId, name, free }) => ({
              value: enrollmentId,
              label: `${name} (frei ${euro(free)})`,
            }))}
            error={errorAt(refusal?.errors, 'enrollmentId')}
          />
          <TextField
            name="title"
            label="Leistung"
            required
            maxlength={200}
            value={form['title']}
            error={errorAt(refusal?.errors, 'title')}
          />
          <TextField
            name="amountCents"
            label="Betrag in Euro, brutto"
            inputmode="decimal"
            short
            required
            value={form['amountCents']}
            error={errorAt(refusal?.errors, 'amountCents')}
          />
          <SelectField
            name="contractorId"
            label="Dienstleister"
            empty="noch offen"
            value={form['contractorId'] ?? programme.contractor?.id}
            options={contractors.map(({ id, name }) => ({ value: id, label: name }))}
            error={errorAt(refusal?.errors, 'contractorId')}
          />
          <TextField
            name="dueOn"
            label="Fällig am"
            type="date"
            short
            value={form['dueOn']}
            error={errorAt(refusal?.errors, 'dueOn')}
          />
          <Submit>Auftrag anlegen</Submit>
        </Form>
      </Panel>
    </div>
  </>
)
