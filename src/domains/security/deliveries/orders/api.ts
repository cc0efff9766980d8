import { z } from 'zod'
import { isRefusal, refuse } from '#kernel/outcome.ts'
import { findEnrollment } from '#foundation/programmes/index.ts'
import {
  commissionOrder,
  findOrder,
  listOrders,
  orderState,
  orderTotal,
  type ServiceOrder,
  withdrawOrder,
} from '#domains/security/funding/index.ts'
import { type Answer, forbidden, json, notFound, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import { may } from '../access.ts'
import type { Delivery } from '../delivery/delivery.ts'
import { deliveriesOf } from '../delivery/queries.ts'
import { orderExample as example, wholeOrderExample } from '../examples.ts'
import { holdOrder } from '../hold-order.ts'
import { changed, onOrder } from '../on-order.ts'
import { tell } from '../tell.ts'
import { tendExecution } from '../tend-steps.ts'
import { orderPdf } from './order-paper.ts'
import { changePlanned, placeOrder } from './place-order.ts'
import { newOrder, orderChange, orderList, orderOut, orderQuery, reasonIn, wholeOrder } from './schemas.ts'

const tag = 'Orders'
const who =
  'The municipality itself, its assessor while assigned, who leads the programme; the office of the contractor its own orders'
const leads = 'Who leads the programme'
const params = z.object({ id: idSchema })
const notTheirs = { 403: 'Only who leads the programme' }
const reply = { status: 200, description: 'The order', schema: orderOut, example } as const

async function shown(ctx: Context, id: string, status: 200 | 201 = 200): Promise<Answer> {
  const order = await findOrder(ctx.db, id)
  return order ? json(orderJson(order), status) : notFound()
}

/** On an order that whoever leads its programme decides about, as it is once it is held. */
const onLedOrder = (ctx: Context, id: string, work: (order: ServiceOrder) => Promise<Answer>): Promise<Answer> =>
  onOrder(ctx, id, async (order, road): Promise<Answer> => {
    const allowed = may.lead(road)
    if (isRefusal(allowed)) return forbidden(allowed)
    const held = await holdOrder(ctx, order)
    return held ? work(held) : notFound()
  })

/** Orders of services: placed, commissioned, changed, withdrawn. */
export const orderOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/orders',
    id: 'listOrders',
    title: 'Aufträge auflisten',
    summary: 'Orders in the order of their placing',
    who,
    tag,
    query: orderQuery,
    reply: {
      status: 200,
      description: 'One page of orders',
      schema: orderList,
      example: { items: [example], next: null },
    },
    work: async (ctx, { query }) => {
      const found = await listOrders(ctx.db, query)
      return isRefusal(found) ? unprocessable(found) : json({ items: found.items.map(orderJson), next: found.next })
    },
  }),
  operation({
    method: 'get',
    path: '/orders/{id}',
    id: 'getOrder',
    title: 'einen Auftrag zeigen',
    summary: 'One order with what was reported as delivered on it',
    who,
    tag,
    params,
    reply: { status: 200, description: 'The order', schema: wholeOrder, example: wholeOrderExample },
    work: (ctx, input) =>
      onOrder(ctx, input.params.id, async (order): Promise<Answer> =>
        json(wholeOrderJson(order, await deliveriesOf(ctx.db, order.id))),
      ),
  }),
  operation({
    method: 'get',
    path: '/orders/{id}/order.pdf',
    id: 'getOrderPdf',
    title: 'einen Auftrag als PDF laden',
    summary: 'The order as an accessible PDF',
    who,
    tag,
    params,
    reply: { status: 200, description: 'PDF/UA', isFile: true },
    work: (ctx, input) => onOrder(ctx, input.params.id, async (order): Promise<Answer> => orderPdf(ctx, order)),
  }),
  operation({
    method: 'post',
    path: '/orders',
    id: 'addOrder',
    title: 'einen Auftrag anlegen',
    summary: 'Place an order by hand: its amount is planned, under the next reference of the year',
    who: leads,
    tag,
    body: newOrder,
    bodyExample: {
      enrollmentId: example.enrollmentId,
      title: example.title,
      amountCents: example.totalCents,
      contractorId: example.contractorId,
      dueOn: example.dueOn,
    },
    problems: { ...notTheirs, 422: 'Over what is free, or not in order' },
    reply: { ...reply, status: 201 },
    work: async (ctx, { body }) => {
      const road = await findEnrollment(ctx.db, body.enrollmentId)
      if (!road) return notFound('Diese Teilnahme gibt es nicht.')
      const allowed = may.lead(road)
      if (isRefusal(allowed)) return forbidden(allowed)
      const id = await placeOrder(ctx, road, body)
      return isRefusal(id) ? unprocessable(id) : shown(ctx, id, 201)
    },
  }),
  operation({
    method: 'patch',
    path: '/orders/{id}',
    id: 'changeOrder',
    title: 'einen geplanten Auftrag ändern',
    summary: 'Title, contractor and due day, while it is only planned',
    who: leads,
    tag,
    params,
    body: orderChange,
    bodyExample: { dueOn: '2026-12-10', version: 1 },
    problems: { ...notTheirs, 409: 'Changed by somebody else meanwhile' },
    reply,
    work: (ctx, { params: { id }, body: { version, ...change } }) =>
      onLedOrder(ctx, id, async (order) => {
        const done = await changePlanned(ctx, order, change, version)
        if (isRefusal(done)) return unprocessable(done)
        return done === 'changed'
          ? changed(refuse('Der Auftrag hat sich inzwischen geändert. Gespeichert ist nichts.'))
          : shown(ctx, id)
      }),
  }),
  operation({
    method: 'post',
    path: '/orders/{id}/commission',
    id: 'commissionOrder',
    title: 'einen Dienstleister beauftragen',
    summary: 'What is planned is committed, and the office of the contractor is told',
    who: leads,
    tag,
    params,
    problems: notTheirs,
    reply,
    work: (ctx, { params: { id } }) =>
      onLedOrder(ctx, id, async (order) => {
        const done = await commissionOrder(ctx, order)
        if (isRefusal(done)) return unprocessable(done)
        await tendExecution(ctx, order)
        await tell(ctx, 'commissioned', [id])
        return shown(ctx, id)
      }),
  }),
  operation({
    method: 'post',
    path: '/orders/{id}/withdrawal',
    id: 'withdrawOrder',
    title: 'einen Auftrag zurückziehen',
    summary: 'Free what is planned or committed; what is delivered stays',
    who: leads,
    tag,
    params,
    body: reasonIn,
    bodyExample: { reason: 'Die Kommune macht das selbst.' },
    problems: notTheirs,
    reply,
    work: (ctx, { params: { id }, body }) =>
      onLedOrder(ctx, id, async (order) => {
        const done = await withdrawOrder(ctx, order, body)
        if (isRefusal(done)) return unprocessable(done)
        await tendExecution(ctx, order)
        if (order.committed > 0) await tell(ctx, 'orderWithdrawn', [id])
        return shown(ctx, id)
      }),
  }),
]

const orderJson = (order: ServiceOrder) => ({
  id: order.id,
  reference: order.reference,
  title: order.title,
  state: orderState(order),
  organizationId: order.organizationId,
  organizationName: order.organizationName,
  programmeId: order.programmeId,
  enrollmentId: order.enrollmentId,
  contractorId: order.contractorId,
  contractorName: order.contractorName,
  dueOn: order.dueOn,
  placedAt: order.placedAt.toString(),
  commissionedAt: order.committedAt?.toString() ?? null,
  totalCents: orderTotal(order),
  plannedCents: order.planned,
  committedCents: order.committed,
  deliveredCents: order.delivered,
  acceptedCents: order.accepted,
  invoicedCents: order.invoiced,
  settledCents: order.settled,
  version: order.version,
})

/** An order with what was reported as delivered on it. */
export const wholeOrderJson = (order: ServiceOrder, deliveries: readonly Delivery[]) => ({
  ...orderJson(order),
  deliveries: deliveries.map(deliveryJson),
})

const deliveryJson = (delivery: Delivery) => ({
  id: delivery.id,
  number: delivery.number,
  amountCents: delivery.amountCents,
  deliveredOn: delivery.deliveredOn,
  note: delivery.note,
  reportedAt: delivery.reportedAt.toString(),
  withdrawnAt: delivery.withdrawnAt?.toString() ?? null,
  withdrawalReason: delivery.withdrawalReason,
  proofs: delivery.proofs.map(({ id, kind, fileId, name, sha256 }) => ({ id, kind, fileId, name, sha256 })),
})
