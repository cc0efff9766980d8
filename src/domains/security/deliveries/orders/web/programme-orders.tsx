import { isId } from '#kernel/id.ts'
import { readGermanCents } from '#kernel/money.ts'
import { isRefusal, type Refusal, refuse } from '#kernel/outcome.ts'
import { findEnrollment, findProgramme, type Programme, programmeRoutes } from '#foundation/programmes/index.ts'
import { commissionOrders, findOrders, holdAccounts, listOrders, spentStates } from '#domains/security/funding/index.ts'
import { type Answer, forbidden, notFound, page, redirect, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { may } from '../../access.ts'
import { deliveryRoutes as routes } from '../../routes.ts'
import { tell } from '../../tell.ts'
import { tendExecution } from '../../tend-steps.ts'
import { listContractors, listPlaces } from '../queries.ts'
import { placeOrder } from '../place-order.ts'
import { day, newOrder } from '../schemas.ts'
import { NewOrderView, ProgrammeOrdersView } from './programme-orders-view.tsx'

async function onLed(
  ctx: Context,
  id: string | undefined,
  work: (programme: Programme) => Promise<Answer>,
): Promise<Answer> {
  const programme = await findProgramme(ctx.db, id ?? '')
  if (!programme) return notFound('Dieses Programm gibt es nicht.')
  const allowed = may.lead(programme)
  return isRefusal(allowed) ? forbidden(allowed) : work(programme)
}

const crumbsOf = ({ id, name }: Programme, ...more: { label: string; href?: string }[]) => [
  { label: 'Programme', href: programmeRoutes.list.href() },
  { label: name, href: programmeRoutes.show.href({ id }) },
  ...more,
]

/** Orders of a whole programme, for those who lead it. */
export const programmeOrderPages: PageRoute[] = [
  show(routes.programmeOrders, (ctx, { params, query }) =>
    onLed(ctx, params['id'], (programme) => listPage(ctx, programme, query)),
  ),
  submit(routes.commissionTicked, (ctx, { params, form }) =>
    onLed(ctx, params['id'], async (programme) => {
      const done = await commissionTicked(ctx, programme, form)
      return isRefusal(done)
        ? listPage(ctx, programme, {}, done)
        : redirect(
            routes.programmeOrders.href({ id: programme.id }),
            done === 1 ? 'Ein Auftrag ist vergeben.' : `${done} Aufträge sind vergeben.`,
          )
    }),
  ),
  show(routes.newOrder, (ctx, { params, query }) =>
    onLed(ctx, params['id'], (programme) => newPage(ctx, programme, { enrollmentId: query['kommune'] ?? '' })),
  ),
  submit(routes.newOrder, (ctx, { params, form }) =>
    onLed(ctx, params['id'], async (programme) => {
      const again = (refusal: Refusal) => newPage(ctx, programme, form, refusal)
      const wanted = parse(
        newOrder,
        {
          enrollmentId: form['enrollmentId'],
          title: form['title'] ?? '',
          amountCents: readGermanCents(form['amountCents']),
          contractorId: form['contractorId'] || null,
          dueOn: form['dueOn'] || null,
        },
        'Der Auftrag ist noch nicht angelegt',
      )
      if (isRefusal(wanted)) return again(wanted)
      const road = await findEnrollment(ctx.db, wanted.enrollmentId)
      if (road?.programmeId !== programme.id)
        return again(
          refuse('Der Auftrag ist noch nicht angelegt.', [
            { path: 'enrollmentId', message: 'Diese Kommune nimmt hier nicht teil.' },
          ]),
        )
      const id = await placeOrder(ctx, road, wanted)
      return isRefusal(id)
        ? again(id)
        : redirect(routes.order.href({ order: id }), 'Der Auftrag ist angelegt und im Budget geplant.')
    }),
  ),
]

async function commissionTicked(ctx: Context, programme: Programme, form: Record<string, string>) {
  const ids = Object.keys(form).flatMap((name) => (name.startsWith('a_') && isId(name.slice(2)) ? [name.slice(2)] : []))
  if (ids.length === 0)
    return refuse('Es ist kein Auftrag angekreuzt. Beauftragt ist nichts.', [
      { path: 'auswahl', message: 'Bitte mindestens einen geplanten Auftrag ankreuzen.' },
    ])
  const seen = (await findOrders(ctx.db, ids)).filter(({ programmeId }) => programmeId === programme.id)
  await holdAccounts(
    ctx,
    seen.map(({ enrollmentId }) => enrollmentId),
  )
  const orders =
    seen.length === 0
      ? []
      : await findOrders(
          ctx.db,
          seen.map(({ id }) => id),
        )
  const done = await commissionOrders(ctx, orders)
  if (isRefusal(done)) return done
  const roads = new Map(orders.map((order) => [order.enrollmentId, order]))
  for (const order of roads.values()) await tendExecution(ctx, order)
  await tell(
    ctx,
    'commissioned',
    orders.map(({ id }) => id),
  )
  return orders.length
}

const limit = 100

async function listPage(
  ctx: Context,
  programme: Programme,
  query: Record<string, string>,
  refusal?: Refusal,
): Promise<Answer> {
  const holding = spentStates.find((state) => state === query['stand'])
  const idIn = (name: string) => (isId(query[name]) ? query[name] : undefined)
  const dueUntil = day.safeParse(query['faellig']).data
  const filter = { organizationId: idIn('kommune'), contractorId: idIn('dienstleister'), holding, dueUntil }
  const found = await listOrders(ctx.db, { programmeId: programme.id, ...filter, limit, cursor: query['cursor'] })
  if (isRefusal(found)) return unprocessable(found)
  const [contractors, places] = [await listContractors(ctx.db), await listPlaces(ctx.db, programme.id)]
  return page({
    title: 'Aufträge',
    status: refusal ? 422 : 200,
    refusal,
    crumbs: crumbsOf(programme, { label: 'Aufträge' }),
    view: () => (
      <ProgrammeOrdersView
        programme={programme}
        orders={found.items}
        next={found.next}
        filter={filter}
        contractors={contractors}
        places={places}
        now={ctx.now}
        refusal={refusal}
      />
    ),
  })
}

async function newPage(
  ctx: Context,
  programme: Programme,
  form: Record<string, string>,
  refusal?: Refusal,
): Promise<Answer> {
  const [contractors, places] = [await listContractors(ctx.db), await listPlaces(ctx.db, programme.id)]
  return page({
    title: 'Auftrag anlegen',
    status: refusal ? 422 : 200,
    refusal,
    crumbs: crumbsOf(
      programme,
      { label: 'Aufträge', href: routes.programmeOrders.href({ id: programme.id }) },
      { label: 'Auftrag anlegen' },
    ),
    view: () => (
      <NewOrderView programme={programme} contractors={contractors} places={places} form={form} refusal={refusal} />
    ),
  })
}
