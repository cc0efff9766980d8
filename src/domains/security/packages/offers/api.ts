import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { findProgramme, type Programme } from '#foundation/programmes/index.ts'
import { type Answer, forbidden, json, notFound, type ProblemAnswer, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import { may } from '../access.ts'
import { offerExample as example } from '../examples.ts'
import { offerJson } from './json.ts'
import type { Offer } from './offer.ts'
import { findOffer, listOffers } from './queries.ts'
import { newOffer, offerChange, offerEnd, offerList, offerOut, offersQuery } from './schemas.ts'
import { addOffer, changeOffer, endOffer } from './write-offer.ts'

const { id: _id, programmeId: _programmeId, key: _key, contractorName: _name, version: _version, ...facts } = example

const tag = 'Measure offers'
const leaders = 'Who leads the programme'
const one = z.object({ id: idSchema })
const reply = { status: 200, description: 'The offer', schema: offerOut, example } as const
const notLed = 'Only who leads the programme'

/** What a programme offers to close gaps with: its price list. */
export const offerOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/programmes/{id}/measure-offers',
    id: 'listMeasureOffers',
    title: 'Angebote eines Programms auflisten',
    summary: 'Offers with prices, durations and what they close, by key; ended ones too unless `on` names a day',
    who: 'Everybody signed in',
    tag,
    params: one,
    query: offersQuery,
    reply: {
      status: 200,
      description: 'One page of offers',
      schema: offerList,
      example: { items: [example], next: null },
    },
    work: async (ctx, { params, query }) => {
      const programme = await findProgramme(ctx.db, params.id)
      if (!programme) return notFound('Dieses Programm gibt es nicht.')
      const found = await listOffers(ctx.db, { programmeId: programme.id, ...query })
      return isRefusal(found) ? unprocessable(found) : json({ items: found.items.map(offerJson), next: found.next })
    },
  }),
  operation({
    method: 'post',
    path: '/programmes/{id}/measure-offers',
    id: 'addMeasureOffer',
    title: 'ein Angebot anlegen',
    summary: 'Add an offer to the price list of a programme',
    who: leaders,
    tag,
    params: one,
    body: newOffer,
    bodyExample: { key: example.key, ...facts },
    problems: { 403: notLed },
    reply: { ...reply, status: 201 },
    work: async (ctx, { params, body }) => {
      const programme = await findProgramme(ctx.db, params.id)
      if (!programme) return notFound('Dieses Programm gibt es nicht.')
      const allowed = may.offer(programme)
      if (isRefusal(allowed)) return forbidden(allowed)
      const id = await addOffer(ctx, programme, body)
      if (isRefusal(id)) return unprocessable(id)
      const offer = await findOffer(ctx.db, id)
      return offer ? json(offerJson(offer), 201) : notFound()
    },
  }),
  operation({
    method: 'patch',
    path: '/measure-offers/{id}',
    id: 'changeMeasureOffer',
    title: 'ein Angebot ändern',
    summary: 'Change all facts of an offer; what was drafted or decided with it stays as it was',
    who: leaders,
    tag,
    params: one,
    body: offerChange,
    bodyExample: { ...facts, priceCents: 260_000, validFrom: '2027-01-01', version: 1 },
    problems: { 403: notLed, 409: 'Somebody has changed it since: `theirs`' },
    reply,
    work: (ctx, { params, body }) =>
      onOffer(ctx, params.id, (programme, offer) => changeOffer(ctx, programme, offer, body)),
  }),
  operation({
    method: 'post',
    path: '/measure-offers/{id}/end',
    id: 'endMeasureOffer',
    title: 'ein Angebot beenden',
    summary: 'Say on which day an offer can be had for the last time',
    who: leaders,
    tag,
    params: one,
    body: offerEnd,
    bodyExample: { version: 1, lastDay: '2026-12-31' },
    problems: { 403: notLed, 409: 'Somebody has changed it since: `theirs`' },
    reply,
    work: (ctx, { params, body }) =>
      onOffer(ctx, params.id, (programme, offer) => endOffer(ctx, programme, offer, body)),
  }),
]

async function onOffer(
  ctx: Context,
  id: string,
  deed: (programme: Programme, offer: Offer) => ReturnType<typeof changeOffer>,
): Promise<Answer> {
  const offer = await findOffer(ctx.db, id)
  const programme = offer && (await findProgramme(ctx.db, offer.programmeId))
  if (!offer || !programme) return notFound('Dieses Angebot gibt es nicht.')
  const allowed = may.offer(programme)
  if (isRefusal(allowed)) return forbidden(allowed)
  const done = await deed(programme, offer)
  if (isRefusal(done)) return unprocessable(done)
  if ('theirs' in done) return stale(done.theirs)
  const now = await findOffer(ctx.db, id)
  return now ? json(offerJson(now)) : notFound()
}

const stale = (theirs: Offer): ProblemAnswer => ({
  kind: 'problem',
  status: 409,
  type: 'seitdem-geaendert',
  title: 'Jemand hat das Angebot inzwischen geändert. Ihre Fassung ist nicht gespeichert.',
  more: { theirs: offerJson(theirs), version: theirs.version },
})
