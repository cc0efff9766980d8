import { z } from 'zod'
import { isRefusal, refuse } from '#kernel/outcome.ts'
import { prepareFile, usualLimit } from '#foundation/files/index.ts'
import type { Signable } from '#foundation/signatures/index.ts'
import { type Answer, forbidden, json, notFound, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import { may } from '../access.ts'
import { deliveriesOf } from '../delivery/queries.ts'
import { acceptanceExample as example } from '../examples.ts'
import { changed, onAcceptance, onOrder } from '../on-order.ts'
import { type Acceptance, acceptanceText, countersignatureText } from './acceptance.ts'
import { countersign, sendBack, withdrawAcceptance } from './countersign.ts'
import { acceptanceJson } from './json.ts'
import { prepareAcceptance } from './draft-acceptance.ts'
import { protocolPdf } from './protocol-paper.ts'
import { findAcceptance, pageOfAcceptances, signedHash } from './queries.ts'
import {
  acceptanceList,
  acceptanceOut,
  acceptanceQuery,
  countersignatureIn,
  decisionIn,
  fixIn,
  newAcceptance,
  paperIn,
} from './schemas.ts'
import { settleReservation } from './settle-reservation.ts'
import { type Decided, handInAcceptance, signAcceptance } from './sign-acceptance.ts'

const tag = 'Acceptances'
const who =
  'The municipality itself, its assessor while assigned, who leads the programme; the office of the contractor how its own deliveries were decided on'
const own = 'Who speaks for the municipality'
const leads = 'Who leads the programme, for another organization than the municipality'
const one = z.object({ id: idSchema })
const reply = { status: 200, description: 'The acceptance', schema: acceptanceOut, example } as const
const stale = 'Something else lies there by now; nothing was signed'

async function shown(ctx: Context, id: string, status: 200 | 201 = 200): Promise<Answer> {
  const acceptance = await findAcceptance(ctx.db, id)
  return acceptance ? json(acceptanceJson(acceptance, await textToSign(ctx, acceptance)), status) : notFound()
}

async function textToSign(ctx: Context, acceptance: Acceptance): Promise<string | null> {
  if (acceptance.state === 'prepared') return acceptanceText(acceptance, await deliveriesOf(ctx.db, acceptance.orderId))
  return acceptance.state === 'signed'
    ? countersignatureText(acceptance, (await signedHash(ctx.db, acceptance)) ?? '')
    : null
}

async function decided(ctx: Context, done: Decided): Promise<Answer> {
  if (isRefusal(done)) return unprocessable(done)
  return 'changed' in done ? changed(done.changed) : shown(ctx, done.decided.id)
}

/** How POST /signatures signs an acceptance. */
export const signableAcceptance: Signable = {
  type: 'acceptance',
  summary: 'an acceptance or its refusal, by the head of the municipality',
  sign: (ctx, { subject: { id }, shownSha256, passwordConfirmed }) =>
    onAcceptance(ctx, id, async (acceptance, road) => {
      const role = may.sign(ctx.actor, acceptance)
      if (isRefusal(role)) return forbidden(role)
      const done = await signAcceptance(ctx, road, acceptance, { role, shownSha256, passwordConfirmed })
      if (isRefusal(done)) return unprocessable(done)
      return 'changed' in done ? changed(done.changed) : { signed: { state: done.decided.state } }
    }),
}

/** What the municipality decides about deliveries, and the second signature. */
export const acceptanceOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/acceptances',
    id: 'listAcceptances',
    title: 'Abnahmen auflisten',
    summary: 'Acceptances and refusals, the newest first',
    who,
    tag,
    query: acceptanceQuery,
    reply: {
      status: 200,
      description: 'One page of acceptances',
      schema: acceptanceList,
      example: { items: [example], next: null },
    },
    work: async (ctx, { query }) => {
      const found = await pageOfAcceptances(ctx.db, query)
      if (isRefusal(found)) return unprocessable(found)
      return json({ items: found.items.map((acceptance) => acceptanceJson(acceptance)), next: found.next })
    },
  }),
  operation({
    method: 'get',
    path: '/acceptances/{id}',
    id: 'getAcceptance',
    title: 'eine Abnahme zeigen',
    summary: 'One acceptance, its reservations, and what would be signed now',
    who,
    tag,
    params: one,
    reply,
    work: (ctx, { params }) => shown(ctx, params.id),
  }),
  operation({
    method: 'get',
    path: '/acceptances/{id}/protocol.pdf',
    id: 'getAcceptanceProtocol',
    title: 'ein Abnahmeprotokoll als PDF laden',
    summary: 'Who accepted what when, with which reservations, and both signatures, as an accessible PDF',
    who: 'The municipality itself, its assessor while assigned, who leads the programme',
    tag,
    params: one,
    reply: { status: 200, description: 'PDF/UA', isFile: true },
    work: (ctx, { params }) =>
      onAcceptance(ctx, params.id, async (acceptance): Promise<Answer> => protocolPdf(ctx, acceptance)),
  }),
  operation({
    method: 'post',
    path: '/acceptances',
    id: 'addAcceptance',
    title: 'eine Abnahme vorbereiten',
    summary:
      'Prepare the decision on what was delivered: whole, in part, with reservations, or refused with a reason; it counts once it is signed',
    who: own,
    tag,
    body: newAcceptance,
    bodyExample: {
      orderId: example.orderId,
      result: 'accepted',
      amountCents: example.amountCents,
      reservations: ['Die Unterlagen fehlen noch.'],
      note: '',
    },
    problems: { 403: 'Only the municipality itself', 422: 'Nothing is delivered that would be left to accept' },
    reply: { ...reply, status: 201 },
    work: (ctx, { body: { orderId, result, ...wish } }) =>
      onOrder(ctx, orderId, async (order, road): Promise<Answer> => {
        const allowed = may.prepare(ctx.actor, order)
        if (isRefusal(allowed)) return forbidden(allowed)
        if (!road) return notFound()
        const id = await prepareAcceptance(ctx, road, order, { ...wish, isRefused: result === 'refused' })
        return isRefusal(id) ? unprocessable(id) : shown(ctx, id, 201)
      }),
  }),
  operation({
    method: 'post',
    path: '/acceptances/{id}/paper',
    id: 'addAcceptancePaper',
    title: 'eine unterschriebene Abnahme ablegen',
    summary:
      'The acceptance as the head of the municipality signed it on paper (multipart: `file`, `signer`, `signedOn`)',
    who: own,
    tag,
    params: one,
    body: paperIn,
    bodyExample: { signer: 'Martin Hoppe', signedOn: '2026-11-20' },
    upload: 'The scan, at most 25 MB',
    bodyLimit: usualLimit,
    prepare: async ({ files, storage }) => (files['file'] ? prepareFile(files['file'], storage) : undefined),
    problems: { 403: 'Only the municipality itself', 409: stale, 413: 'Over 25 MB' },
    reply: { ...reply, status: 201 },
    work: (ctx, { params, body }, file) =>
      onAcceptance(ctx, params.id, async (acceptance, road): Promise<Answer> => {
        const allowed = may.prepare(ctx.actor, acceptance)
        if (isRefusal(allowed)) return forbidden(allowed)
        if (file === undefined || isRefusal(file))
          return unprocessable(
            file ??
              refuse('Es ist keine Datei angekommen. Gespeichert ist nichts.', [
                { path: 'file', message: 'Bitte das unterschriebene Protokoll mitschicken.' },
              ]),
          )
        const done = await handInAcceptance(ctx, road, acceptance, { ...body, file })
        if (isRefusal(done)) return unprocessable(done)
        return 'changed' in done ? changed(done.changed) : shown(ctx, acceptance.id, 201)
      }),
  }),
  operation({
    method: 'post',
    path: '/acceptances/{id}/countersignature',
    id: 'countersignAcceptance',
    title: 'eine Abnahme gegenzeichnen',
    summary: 'The second signature, of the cooperative: the amount is booked as accepted',
    who: leads,
    tag,
    params: one,
    body: countersignatureIn,
    bodyExample: { password: '…' },
    confirms: true,
    problems: { 403: 'Not theirs to countersign', 409: stale, 422: 'The deadline of the programme is over' },
    reply,
    work: (ctx, { params, body, request }) =>
      onAcceptance(ctx, params.id, async (acceptance, road): Promise<Answer> => {
        const role = may.countersign(ctx.actor, acceptance, road)
        if (isRefusal(role)) return forbidden(role)
        const { shownSha256 } = body
        const wish = { role, shownSha256, passwordConfirmed: request.confirmation }
        return decided(ctx, await countersign(ctx, acceptance, wish))
      }),
  }),
  operation({
    method: 'post',
    path: '/acceptances/{id}/refusal',
    id: 'refuseAcceptance',
    title: 'eine Abnahme nicht gegenzeichnen',
    summary: 'The cooperative does not countersign and says why; the municipality prepares anew',
    who: leads,
    tag,
    params: one,
    body: decisionIn,
    bodyExample: { reason: 'Der Nachweis gehört zu einem anderen Auftrag.' },
    problems: { 403: 'Not theirs to countersign', 409: stale },
    reply,
    work: (ctx, { params, body }) =>
      onAcceptance(ctx, params.id, async (acceptance, road): Promise<Answer> => {
        const role = may.countersign(ctx.actor, acceptance, road)
        if (isRefusal(role)) return forbidden(role)
        return decided(ctx, await sendBack(ctx, acceptance, body.reason))
      }),
  }),
  operation({
    method: 'post',
    path: '/acceptances/{id}/withdrawal',
    id: 'withdrawAcceptance',
    title: 'eine Abnahme zurücknehmen',
    summary: 'Take back what waits for a signature, or for the second one',
    who: own,
    tag,
    params: one,
    body: decisionIn,
    bodyExample: { reason: 'Der Betrag stimmt nicht.' },
    problems: { 403: 'Only the municipality itself' },
    reply,
    work: (ctx, { params, body }) =>
      onAcceptance(ctx, params.id, async (acceptance): Promise<Answer> => {
        const allowed = may.prepare(ctx.actor, acceptance)
        if (isRefusal(allowed)) return forbidden(allowed)
        const done = await withdrawAcceptance(ctx, acceptance, body.reason)
        return isRefusal(done) ? unprocessable(done) : shown(ctx, acceptance.id)
      }),
  }),
  operation({
    method: 'patch',
    path: '/acceptances/{id}/reservations/{number}',
    id: 'fixAcceptanceReservation',
    title: 'einen Vorbehalt als behoben vermerken',
    summary: 'When something that was reserved had been put right',
    who: own,
    tag,
    params: one.extend({ number: z.coerce.number().int().min(1).max(1000) }),
    body: fixIn,
    bodyExample: { fixedOn: '2026-11-22' },
    problems: { 403: 'Only the municipality itself' },
    reply,
    work: (ctx, { params: { id, number }, body }) =>
      onAcceptance(ctx, id, async (acceptance): Promise<Answer> => {
        const allowed = may.prepare(ctx.actor, acceptance)
        if (isRefusal(allowed)) return forbidden(allowed)
        const done = await settleReservation(ctx, acceptance, number, body.fixedOn)
        return isRefusal(done) ? unprocessable(done) : shown(ctx, id)
      }),
  }),
]
