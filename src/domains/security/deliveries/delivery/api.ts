import { z } from 'zod'
import { isRefusal, refuse } from '#kernel/outcome.ts'
import { prepareFile, usualLimit } from '#foundation/files/index.ts'
import { findOrder } from '#domains/security/funding/index.ts'
import { type Answer, forbidden, json, notFound, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import { may } from '../access.ts'
import { wholeOrderExample as example } from '../examples.ts'
import { changed, onOrder } from '../on-order.ts'
import { wholeOrderJson } from '../orders/api.ts'
import { newDelivery, newProof, reasonIn, wholeOrder } from '../orders/schemas.ts'
import { addProof } from './add-proof.ts'
import { deliveriesOf } from './queries.ts'
import { reportDelivery } from './report-delivery.ts'
import { withdrawDelivery } from './withdraw-delivery.ts'

const tag = 'Orders'
const who = 'The office of the contractor, on its own orders'
const one = z.object({ id: idSchema })
const two = one.extend({ deliveryId: idSchema })
const reply = { status: 200, description: 'The order', schema: wholeOrder, example } as const
const notTheirs = { 403: 'Only the office of its contractor' }
const noFile = refuse('Es ist kein Nachweis angekommen. Gespeichert ist nichts.', [
  { path: 'file', message: 'Bitte eine Datei mitschicken: Anwesenheitsliste, Bericht.' },
])

async function shown(ctx: Context, id: string, status: 200 | 201): Promise<Answer> {
  const order = await findOrder(ctx.db, id)
  return order ? json(wholeOrderJson(order, await deliveriesOf(ctx.db, id)), status) : notFound()
}

/** What the contractor says it delivered. */
export const deliveryOperations: Operation[] = [
  operation({
    method: 'post',
    path: '/orders/{id}/deliveries',
    id: 'addOrderDelivery',
    title: 'eine Leistung als erbracht melden',
    summary: 'Report what was delivered (multipart: `file`, `deliveredOn`, `kind`, `note`, `amountCents`, `version`)',
    who,
    tag,
    params: one,
    body: newDelivery,
    bodyExample: { deliveredOn: '2026-11-19', kind: 'attendanceList', note: 'Mit elf Personen.' },
    upload: 'The proof: PDF, PNG, DOCX or another kind of file that is taken, at most 25 MB',
    bodyLimit: usualLimit,
    prepare: async ({ files, storage }) => (files['file'] ? prepareFile(files['file'], storage) : undefined),
    problems: { ...notTheirs, 409: 'The order has changed meanwhile', 413: 'Over 25 MB' },
    reply: { ...reply, status: 201 },
    work: (ctx, { params: { id }, body }, file) =>
      onOrder(ctx, id, async (order): Promise<Answer> => {
        const allowed = may.deliver(ctx.actor, order)
        if (isRefusal(allowed)) return forbidden(allowed)
        if (file === undefined || isRefusal(file)) return unprocessable(file ?? noFile)
        const { kind, ...wish } = body
        const done = await reportDelivery(ctx, order, { ...wish, proof: { kind, file } })
        if (isRefusal(done)) return unprocessable(done)
        return 'changed' in done ? changed(done.changed) : shown(ctx, id, 201)
      }),
  }),
  operation({
    method: 'post',
    path: '/orders/{id}/deliveries/{deliveryId}/proofs',
    id: 'addOrderDeliveryProof',
    title: 'einen weiteren Nachweis ablegen',
    summary: 'A further file that proves a delivery (multipart: `file`, `kind`)',
    who,
    tag,
    params: two,
    body: newProof,
    bodyExample: { kind: 'report' },
    upload: 'The proof, at most 25 MB',
    bodyLimit: usualLimit,
    prepare: async ({ files, storage }) => (files['file'] ? prepareFile(files['file'], storage) : undefined),
    problems: { ...notTheirs, 413: 'Over 25 MB' },
    reply: { ...reply, status: 201 },
    work: (ctx, { params: { id, deliveryId }, body: { kind } }, file) =>
      onOrder(ctx, id, async (order): Promise<Answer> => {
        const allowed = may.deliver(ctx.actor, order)
        if (isRefusal(allowed)) return forbidden(allowed)
        if (file === undefined || isRefusal(file)) return unprocessable(file ?? noFile)
        const done = await addProof(ctx, order, { id: deliveryId }, { kind, file })
        return isRefusal(done) ? unprocessable(done) : shown(ctx, id, 201)
      }),
  }),
  operation({
    method: 'post',
    path: '/orders/{id}/deliveries/{deliveryId}/withdrawal',
    id: 'withdrawOrderDelivery',
    title: 'eine Meldung zurücknehmen',
    summary: 'Take a report back while nothing of it is accepted',
    who,
    tag,
    params: two,
    body: reasonIn,
    bodyExample: { reason: 'Verwechselt.' },
    problems: notTheirs,
    reply,
    work: (ctx, { params: { id, deliveryId }, body: { reason } }) =>
      onOrder(ctx, id, async (order): Promise<Answer> => {
        const allowed = may.deliver(ctx.actor, order)
        if (isRefusal(allowed)) return forbidden(allowed)
        const done = await withdrawDelivery(ctx, order, deliveryId, reason)
        return isRefusal(done) ? unprocessable(done) : shown(ctx, id, 200)
      }),
  }),
]
