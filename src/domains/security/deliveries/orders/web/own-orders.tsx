import { isRefusal, refuse } from '#kernel/outcome.ts'
import {
  type EnrollmentWithSteps,
  findEnrollment,
  listProgrammes,
  programmeRoutes,
} from '#foundation/programmes/index.ts'
import { listOrders, type ServiceOrder, spentStates } from '#domains/security/funding/index.ts'
import { type Answer, forbidden, notFound, page, unprocessable } from '#platform/http/answer.ts'
import { type Context, hasRole } from '#platform/http/context.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { withQuery } from '#platform/http/route.ts'
import { Empty } from '#ui/empty/empty.tsx'
import { Filters } from '#ui/filters/filters.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { may } from '../../access.ts'
import { timeLeft } from '../../deadline.ts'
import { deliveryRoutes as routes } from '../../routes.ts'
import { OrderTable, stateInWords } from '../../web/order-table.tsx'

const limit = 50

/** Orders of one municipality, and those of a contractor. */
export const ownOrderPages: PageRoute[] = [
  show(routes.roadOrders, async (ctx, { params, query }) => {
    const road = await findEnrollment(ctx.db, params['id'] ?? '')
    return road ? roadPage(ctx, road, query['cursor']) : notFound()
  }),
  show(routes.contractorOrders, (ctx, { query }) => contractorPage(ctx, query)),
]

async function roadPage(ctx: Context, road: EnrollmentWithSteps, cursor: string | undefined): Promise<Answer> {
  const { programmeId, organizationId } = road
  const found = await listOrders(ctx.db, { programmeId, organizationId, limit, cursor })
  if (isRefusal(found)) return unprocessable(found)
  const here = routes.roadOrders.href({ id: road.id })
  const left = timeLeft(road.deadline, ctx.now)
  return page({
    title: 'Aufträge',
    crumbs: [
      { label: `${road.organizationName}: ${road.programmeName}`, href: programmeRoutes.road.href({ id: road.id }) },
      { label: 'Aufträge' },
    ],
    view: () => (
      <>
        <PageHead
          title={`Aufträge: ${road.organizationName}`}
          lead={`Was der Verbund für Ihre Kommune bestellt hat.${left ? ` Abnehmen: ${left}.` : ''}`}
        />
        <Panel
          id="auftraege"
          title="Alle Aufträge"
          link={{ href: routes.acceptances.href({ id: road.id }), label: 'Abnahmen' }}
        >
          {found.items.length === 0 ? (
            <Empty title="Noch kein Auftrag">
              Aufträge entstehen mit dem Maßnahmenpaket, oder der Verbund legt sie an.
            </Empty>
          ) : (
            <OrderTable caption="Aufträge" orders={found.items} now={ctx.now} shows={['contractor']} />
          )}
          {found.next && <Pager next={{ href: withQuery(here, { cursor: found.next }) }} />}
        </Panel>
      </>
    ),
  })
}

const notOffice = refuse(
  'Diese Liste gehört zur Auftragsabwicklung eines Dienstleisters. Die Aufträge Ihrer Kommune stehen unter „Teilnahmen“.',
)

async function contractorPage(ctx: Context, query: Record<string, string>): Promise<Answer> {
  const { actor } = ctx
  if (hasRole(actor, 'programmeManager')) return leadersPage(ctx)
  if (!may.supply(actor) || !actor.actingFor) return forbidden(notOffice)
  const holding = spentStates.find((state) => state === query['stand'])
  const found = await listOrders(ctx.db, { contractorId: actor.actingFor.id, holding, limit, cursor: query['cursor'] })
  if (isRefusal(found)) return unprocessable(found)
  const here = routes.contractorOrders.href()
  return page({
    title: 'Aufträge',
    crumbs: [{ label: 'Aufträge' }],
    view: () => (
      <>
        <PageHead
          title="Aufträge"
          lead="Was Sie für Kommunen erbringen. Ist etwas erbracht, melden Sie es beim Auftrag und legen den Nachweis bei."
        />
        <div class="lw-stack lw-stack--l">
          <Filters
            label="Aufträge filtern"
            items={[
              { label: 'alle', href: here, current: holding === undefined },
              ...(['committed', 'delivered', 'accepted', 'invoiced', 'settled'] as const).map((state) => ({
                label: stateInWords(state),
                href: withQuery(here, { stand: state }),
                current: holding === state,
              })),
            ]}
          />
          <List orders={found.items} now={ctx.now} isFiltered={holding !== undefined} />
          {found.next && <Pager next={{ href: withQuery(here, { stand: holding, cursor: found.next }) }} />}
        </div>
      </>
    ),
  })
}

/** Whoever leads programmes chooses one. */
async function leadersPage(ctx: Context): Promise<Answer> {
  const found = await listProgrammes(ctx.db, { limit: 200 })
  if (isRefusal(found)) return unprocessable(found)
  const led = found.items.filter(({ isLed, stages }) => isLed && stages.length > 0)
  return page({
    title: 'Aufträge',
    crumbs: [{ label: 'Aufträge' }],
    view: () => (
      <>
        <PageHead title="Aufträge" lead="Was in Ihren Programmen für die Kommunen bestellt ist." />
        {led.length === 0 ? (
          <Empty level={2} title="Kein Programm mit Budget">
            Aufträge gibt es in Programmen, die Stufen mit Beträgen haben und die Sie leiten.
          </Empty>
        ) : (
          <ul class="lw-list">
            {led.map(({ id, name }) => (
              <li>
                <a class="lw-link" href={routes.programmeOrders.href({ id })}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        )}
      </>
    ),
  })
}

const List = ({
  orders,
  now,
  isFiltered,
}: {
  orders: readonly ServiceOrder[]
  now: Context['now']
  isFiltered: boolean
}) =>
  orders.length === 0 ? (
    <Empty level={2} title={isFiltered ? 'Kein Auftrag in diesem Stand' : 'Noch kein Auftrag'}>
      {isFiltered
        ? 'Ohne Filter sehen Sie alle.'
        : 'Der Verbund beauftragt Sie hier; Sie bekommen dann eine Nachricht.'}
    </Empty>
  ) : (
    <OrderTable caption="Aufträge" orders={orders} now={now} shows={['organization']} />
  )
