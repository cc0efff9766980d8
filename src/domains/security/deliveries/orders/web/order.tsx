import { readGermanCents } from '#kernel/money.ts'
import { isRefusal, type Outcome, type Refusal, refuse } from '#kernel/outcome.ts'
import { prepareFile, usualLimit } from '#foundation/files/index.ts'
import { type EnrollmentWithSteps, findProgramme, programmeRoutes } from '#foundation/programmes/index.ts'
import { commissionOrder, type ServiceOrder, withdrawOrder } from '#domains/security/funding/index.ts'
import { type Answer, forbidden, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import type { Incoming } from '#platform/http/request.ts'
import { may } from '../../access.ts'
import { acceptancesOf } from '../../acceptance/queries.ts'
import { prepareAcceptance } from '../../acceptance/draft-acceptance.ts'
import { newAcceptance } from '../../acceptance/schemas.ts'
import { addProof } from '../../delivery/add-proof.ts'
import { deliveriesOf } from '../../delivery/queries.ts'
import { reportDelivery } from '../../delivery/report-delivery.ts'
import { withdrawDelivery } from '../../delivery/withdraw-delivery.ts'
import { holdOrder } from '../../hold-order.ts'
import { onOrder } from '../../on-order.ts'
import { deliveryRoutes as routes } from '../../routes.ts'
import { tell } from '../../tell.ts'
import { tendExecution } from '../../tend-steps.ts'
import { statusOf, type Typed } from '../../web/typed.ts'
import { orderPdf } from '../order-paper.ts'
import { changePlanned } from '../place-order.ts'
import { listContractors } from '../queries.ts'
import { newDelivery, newProof, orderChange, reasonIn } from '../schemas.ts'
import { OrderView } from './order-view.tsx'

type Road = EnrollmentWithSteps | undefined
const hrefOf = ({ id }: ServiceOrder): string => routes.order.href({ order: id })

const onShown = (
  ctx: Context,
  { params }: Incoming,
  work: (order: ServiceOrder, road: Road) => Promise<Answer>,
): Promise<Answer> => onOrder(ctx, params['order'], work)

/** What whoever leads the programme does with an order, as it is once it is held. */
const onLed = (
  ctx: Context,
  request: Incoming,
  at: string,
  work: (order: ServiceOrder) => Promise<Outcome<string>>,
): Promise<Answer> =>
  onShown(ctx, request, async (order, road) => {
    const allowed = may.lead(road)
    if (isRefusal(allowed)) return forbidden(allowed)
    const held = await holdOrder(ctx, order)
    if (!held) return notFound()
    const flash = await work(held)
    return isRefusal(flash)
      ? orderPage(ctx, order, road, { at, form: request.form, refusal: flash })
      : redirect(hrefOf(order), flash)
  })

/** What the office of the contractor does. */
const onSupplied = (
  ctx: Context,
  request: Incoming,
  at: string,
  work: (order: ServiceOrder) => Promise<Outcome<string> | { changed: Refusal }>,
): Promise<Answer> =>
  onShown(ctx, request, async (order, road) => {
    const allowed = may.deliver(ctx.actor, order)
    if (isRefusal(allowed)) return forbidden(allowed)
    const done = await work(order)
    const again = (refusal: Refusal, isStale = false) =>
      orderPage(ctx, order, road, { at, form: request.form, refusal, isStale })
    if (isRefusal(done)) return again(done)
    return typeof done === 'string' ? redirect(hrefOf(order), done) : again(done.changed, true)
  })

const prepareProof = ({ files, storage }: Incoming) => prepareFile(files['file'], storage)

/** One order, for each of the three sides what it has to do with it. */
export const orderPages: PageRoute[] = [
  show(routes.order, (ctx, request) => onShown(ctx, request, (order, road) => orderPage(ctx, order, road))),
  show(routes.orderPdf, (ctx, request) => onShown(ctx, request, async (order) => orderPdf(ctx, order))),
  submit(routes.commission, (ctx, request) =>
    onLed(ctx, request, 'commission', async (order) => {
      const done = await commissionOrder(ctx, order)
      if (isRefusal(done)) return done
      await tendExecution(ctx, order)
      await tell(ctx, 'commissioned', [order.id])
      return 'Der Auftrag ist vergeben. Der Dienstleister bekommt eine Nachricht.'
    }),
  ),
  submit(routes.withdrawOrder, (ctx, request) =>
    onLed(ctx, request, 'withdraw', async (order) => {
      const wanted = parse(reasonIn, { reason: request.form['reason'] ?? '' }, 'Der Auftrag ist nicht zurückgezogen')
      if (isRefusal(wanted)) return wanted
      const done = await withdrawOrder(ctx, order, wanted)
      if (isRefusal(done)) return done
      await tendExecution(ctx, order)
      if (order.committed > 0) await tell(ctx, 'orderWithdrawn', [order.id])
      return 'Der Auftrag ist zurückgezogen; der Betrag ist wieder frei.'
    }),
  ),
  submit(routes.changeOrder, (ctx, request) =>
    onLed(ctx, request, 'change', async (order) => {
      const { contractorId, dueOn, version } = request.form
      const wanted = parse(
        orderChange,
        { contractorId: contractorId || null, dueOn: dueOn || null, version: Number(version) || 0 },
        'Der Auftrag ist noch nicht geändert',
      )
      if (isRefusal(wanted)) return wanted
      const { version: read, ...change } = wanted
      const done = await changePlanned(ctx, order, change, read)
      if (isRefusal(done)) return done
      return done === 'saved'
        ? 'Der Auftrag ist geändert.'
        : refuse('Der Auftrag hat sich inzwischen geändert. Gespeichert ist nichts; bitte sehen Sie nach.')
    }),
  ),
  submit(
    routes.deliver,
    (ctx, request, file) =>
      onSupplied(ctx, request, 'deliver', async (order) => {
        const { amountCents, deliveredOn, note, kind, version } = request.form
        const wanted = parse(
          newDelivery,
          { amountCents: readGermanCents(amountCents) ?? undefined, deliveredOn, note, kind, version },
          'Die Meldung ist noch nicht gespeichert',
        )
        if (isRefusal(wanted)) return wanted
        if (isRefusal(file)) return file
        const { kind: proof, ...wish } = wanted
        const done = await reportDelivery(ctx, order, { ...wish, proof: { kind: proof, file } })
        if (isRefusal(done) || 'changed' in done) return done
        return 'Gemeldet. Jetzt entscheidet die Kommune über die Abnahme.'
      }),
    { bodyLimit: usualLimit, prepare: prepareProof },
  ),
  submit(
    routes.addProof,
    (ctx, request, file) => {
      const id = request.params['delivery'] ?? ''
      return onSupplied(ctx, request, `proof-${id}`, async (order) => {
        const wanted = parse(newProof, { kind: request.form['kind'] }, 'Der Nachweis ist noch nicht abgelegt')
        if (isRefusal(wanted)) return wanted
        if (isRefusal(file)) return file
        const done = await addProof(ctx, order, { id }, { ...wanted, file })
        return isRefusal(done) ? done : 'Der Nachweis ist abgelegt.'
      })
    },
    { bodyLimit: usualLimit, prepare: prepareProof },
  ),
  submit(routes.withdrawDelivery, (ctx, request) => {
    const id = request.params['delivery'] ?? ''
    return onSupplied(ctx, request, `back-${id}`, async (order) => {
      const wanted = parse(reasonIn, { reason: request.form['reason'] ?? '' }, 'Die Meldung ist nicht zurückgenommen')
      if (isRefusal(wanted)) return wanted
      const done = await withdrawDelivery(ctx, order, id, wanted.reason)
      return isRefusal(done) ? done : 'Die Meldung ist zurückgenommen.'
    })
  }),
  submit(routes.prepare, (ctx, request) =>
    onShown(ctx, request, async (order, road) => {
      const allowed = may.prepare(ctx.actor, order)
      if (isRefusal(allowed)) return forbidden(allowed)
      if (!road) return notFound()
      const done = await prepare(ctx, road, order, request.form)
      return isRefusal(done)
        ? orderPage(ctx, order, road, { at: 'prepare', form: request.form, refusal: done })
        : redirect(
            routes.acceptance.href({ id: road.id, acceptance: done }),
            'Vorbereitet. Jetzt fehlt die Unterschrift der Verwaltungsleitung.',
          )
    }),
  ),
]

async function prepare(
  ctx: Context,
  road: EnrollmentWithSteps,
  order: ServiceOrder,
  form: Record<string, string>,
): Promise<Outcome<string>> {
  const isRefused = form['result'] === 'refused'
  const wanted = parse(
    newAcceptance,
    {
      orderId: order.id,
      result: form['result'],
      amountCents: isRefused ? undefined : (readGermanCents(form['amountCents']) ?? undefined),
      reservations: isRefused
        ? []
        : (form['reservations'] ?? '')
            .split('\n')
            .map((line) => line.trim())
            .filter((line) => line !== ''),
      note: form['note'],
    },
    'Die Abnahme ist noch nicht vorbereitet',
  )
  if (isRefusal(wanted)) {
    // One field holds them all, one in a line.
    const errors = wanted.errors?.map((one) =>
      one.path.startsWith('reservations') ? { ...one, path: 'reservations' } : one,
    )
    return refuse(wanted.refused, errors)
  }
  return prepareAcceptance(ctx, road, order, { ...wanted, isRefused })
}

async function orderPage(ctx: Context, given: ServiceOrder, road: Road, typed: Typed = {}): Promise<Answer> {
  const { actor, db } = ctx
  const order = typed.isStale ? ((await holdOrder(ctx, given)) ?? given) : given
  const deliveries = await deliveriesOf(db, order.id)
  const acceptances = await acceptancesOf(db, order.id)
  const leads = !isRefusal(may.lead(road))
  const contractors = leads && order.planned > 0 ? await listContractors(db) : []
  const programmeName = road?.programmeName ?? (await findProgramme(db, order.programmeId))?.name ?? ''
  return page({
    title: order.title,
    status: statusOf(typed),
    refusal: typed.refusal,
    crumbs: [...wayTo(order, road, leads, may.supply(actor)), { label: order.reference }],
    view: () => (
      <OrderView
        order={order}
        road={road}
        programmeName={programmeName}
        deliveries={deliveries}
        acceptances={acceptances}
        contractors={contractors}
        now={ctx.now}
        typed={typed}
        sides={{
          leads,
          supplies: !isRefusal(may.deliver(actor, order)),
          prepares: !isRefusal(may.prepare(actor, order)),
        }}
      />
    ),
  })
}

function wayTo(order: ServiceOrder, road: Road, leads: boolean, supplies: boolean) {
  if (supplies) return [{ label: 'Aufträge', href: routes.contractorOrders.href() }]
  if (!road) return []
  if (leads)
    return [
      { label: road.programmeName, href: programmeRoutes.show.href({ id: order.programmeId }) },
      { label: 'Aufträge', href: routes.programmeOrders.href({ id: order.programmeId }) },
    ]
  return [
    { label: `${road.organizationName}: ${road.programmeName}`, href: programmeRoutes.road.href({ id: road.id }) },
    { label: 'Aufträge', href: routes.roadOrders.href({ id: road.id }) },
  ]
}
