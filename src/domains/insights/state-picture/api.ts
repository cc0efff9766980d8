import { z } from 'zod'
import { localDay } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { listProgrammes, type Programme } from '#foundation/programmes/index.ts'
import { type Answer, json, notFound, type ProblemAnswer, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, openOperation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import { may } from './access.ts'
import { compare } from './comparison/comparison.ts'
import { findOwnResult } from './comparison/queries.ts'
import { comparisonExample, headExample, pictureExample, planExample } from './examples.ts'
import { comparisonJson, forPublic, headJson, pictureJson } from './json.ts'
import { nextReleaseDay } from './plan.ts'
import { findLatest, findPublic, listPictures } from './queries.ts'
import { changePlan } from './releases/change-plan.ts'
import { orderPicture } from './releases/order-picture.ts'
import { findPlan, type Plan } from './releases/queries.ts'
import { releasePicture } from './releases/release-picture.ts'
import {
  comparisonOut,
  orderedOut,
  pictureHead,
  pictureOrder,
  pictureOut,
  planIn,
  planOut,
  programmeQuery,
} from './schemas.ts'
import { onLed, onPicture } from './web/on-picture.ts'

const tag = 'Landesbild'
const who =
  'Who leads the programme, guides in it, receives its aggregates, or belongs to a municipality that takes part'
const params = z.object({ id: idSchema })
const none = 'Noch ist kein Landesbild erschienen, das Sie sehen.'
const guard = may.see

const reading: Operation[] = [
  operation({
    method: 'get',
    path: '/state-picture',
    id: 'getStatePicture',
    title: 'das neueste Landesbild zeigen',
    summary: 'The newest picture; values that would tell of few are suppressed, with the reason',
    who,
    tag,
    guard,
    query: programmeQuery,
    reply: { status: 200, description: 'The picture', schema: pictureOut, example: pictureExample },
    work: async (ctx, { query: { programme } }) => {
      const picture = await findLatest(ctx.db, { programmeKey: programme })
      return picture ? json(pictureJson(picture)) : notFound(none)
    },
  }),
  operation({
    method: 'get',
    path: '/state-pictures',
    id: 'listStatePictures',
    title: 'erschienene Landesbilder auflisten',
    summary: 'All pictures that have appeared, the newest first',
    who,
    tag,
    guard,
    reply: {
      status: 200,
      description: 'The pictures, without their cells',
      schema: z.object({ items: z.array(pictureHead) }),
      example: { items: [headExample] },
    },
    work: async (ctx) => json({ items: (await listPictures(ctx.db)).map(headJson) }),
  }),
  operation({
    method: 'get',
    path: '/state-pictures/{id}',
    id: 'getEarlierStatePicture',
    title: 'ein früheres Landesbild zeigen',
    summary: 'One picture that has appeared',
    who,
    tag,
    guard,
    params,
    reply: { status: 200, description: 'The picture', schema: pictureOut, example: pictureExample },
    work: (ctx, { params: { id } }) => onPicture(ctx, id, (picture) => json(pictureJson(picture))),
  }),
  operation({
    method: 'get',
    path: '/state-picture/comparison',
    id: 'getStatePictureComparison',
    title: 'die eigene Kommune neben ihrer Klasse zeigen',
    summary: 'The own score beside the values of the own classes, where five others stand behind them; never a rank',
    who: 'Who reads the own answers of a municipality',
    tag,
    guard: may.compare,
    query: programmeQuery,
    reply: { status: 200, description: 'Both side by side', schema: comparisonOut, example: comparisonExample },
    work: async (ctx, { query: { programme } }) => {
      const picture = await findLatest(ctx.db, { programmeKey: programme })
      if (!picture?.catalogId) return notFound(none)
      const own = await findOwnResult(ctx.db, ctx.actor.actingFor?.id ?? '', picture.catalogId)
      if (!own) return notFound('Noch ist keine Ihrer Prüfungen abgenommen, die sich vergleichen ließe.')
      return json(comparisonJson(picture, compare(picture, own), own.signedOffOn))
    },
  }),
  openOperation({
    method: 'get',
    path: '/state-picture/public',
    id: 'getPublicStatePicture',
    title: 'das öffentliche Landesbild zeigen',
    summary: 'The newest picture that was released to everybody, without money and single questions',
    who: 'Everybody, also without signing in',
    tag,
    reply: { status: 200, description: 'The picture', schema: pictureOut, example: pictureExample },
    work: async ({ db }) => {
      const picture = await findPublic(db)
      return picture ? json(pictureJson(forPublic(picture))) : notFound('Noch ist kein Landesbild öffentlich.')
    },
  }),
]

/** The programme that is meant where none is named: the one that is led and has observers, of several the one whose picture is shown. */
async function onOrdered(
  ctx: Context,
  programmeId: string | undefined,
  work: (programme: Programme) => Promise<Answer>,
): Promise<Answer> {
  if (programmeId !== undefined) return onLed(ctx, programmeId, work)
  const found = await listProgrammes(ctx.db, { limit: 200 })
  if (isRefusal(found)) return unprocessable(found)
  const led = found.items.filter(({ isLed, observers }) => isLed && observers.length > 0)
  const [only, ...others] = led
  if (only && others.length === 0) return work(only)
  const shown = await findLatest(ctx.db)
  const usual = led.find(({ id }) => id === shown?.programmeId)
  if (usual) return work(usual)
  return unprocessable({
    refused: only
      ? `Sie leiten mehrere Programme mit Landesbild. Bitte nennen Sie eines: ${led.map(({ name, id }) => `${name} (${id})`).join(', ')}.`
      : 'Sie leiten kein Programm, zu dem jemand Gesamtzahlen erhält.',
    errors: [{ path: 'programmeId', message: 'Bitte nennen Sie das Programm.' }],
  })
}

const planJson = ({ now }: Pick<Context, 'now'>, { days, version }: Plan) => ({
  days,
  version,
  next: nextReleaseDay(days, localDay(now)).toString(),
})

const stale = (ctx: Context, theirs: Plan): ProblemAnswer => ({
  kind: 'problem',
  status: 409,
  type: 'inzwischen-geaendert',
  title: 'Jemand anderes hat den Plan inzwischen geändert. Ihre Tage sind noch nicht gespeichert.',
  refusal: { refused: 'stale' },
  more: { theirs: planJson(ctx, theirs), version: theirs.version },
})

const led = 'Who leads the programme'

const deeds: Operation[] = [
  operation({
    method: 'post',
    path: '/state-pictures',
    id: 'orderStatePicture',
    title: 'ein Landesbild für den nächsten festen Tag bestellen',
    summary: 'Have a picture taken; it appears on the next fixed day and is seen by nobody before',
    who: led,
    tag,
    guard: may.order,
    problems: { 403: led },
    body: pictureOrder,
    bodyExample: {},
    reply: {
      status: 202,
      description: 'It is being taken',
      schema: orderedOut,
      example: { programmeId: headExample.programme.id, releaseOn: '2027-02-01' },
    },
    work: (ctx, { body: { programmeId } }) =>
      onOrdered(ctx, programmeId, async (programme) => {
        const ordered = await orderPicture(ctx, programme)
        if (isRefusal(ordered)) return unprocessable(ordered)
        return json({ programmeId: programme.id, releaseOn: ordered.releaseOn.toString() }, 202)
      }),
  }),
  operation({
    method: 'post',
    path: '/state-pictures/{id}/publication',
    id: 'publishStatePicture',
    title: 'ein Landesbild für die Öffentlichkeit freigeben',
    summary: 'Show a picture to everybody, without money and single questions; it cannot be called back',
    who: 'Observers of the programme',
    tag,
    guard: may.release,
    params,
    problems: { 403: 'Only observers' },
    reply: { status: 200, description: 'The picture as it is public', schema: pictureOut, example: pictureExample },
    work: (ctx, { params: { id } }) =>
      onPicture(ctx, id, async (picture) => {
        const released = await releasePicture(ctx, picture)
        if (isRefusal(released)) return unprocessable(released)
        return json(pictureJson(forPublic({ ...picture, publicAt: ctx.now })))
      }),
  }),
  operation({
    method: 'get',
    path: '/programmes/{id}/picture-plan',
    id: 'getPicturePlan',
    title: 'zeigen, an welchen Tagen Landesbilder erscheinen',
    summary: 'On which days of the year the pictures of a programme appear',
    who: led,
    tag,
    params,
    problems: { 403: led },
    reply: { status: 200, description: 'The plan', schema: planOut, example: planExample },
    work: (ctx, { params: { id } }) =>
      onLed(ctx, id, async (programme) => json(planJson(ctx, await findPlan(ctx.db, programme.id)))),
  }),
  operation({
    method: 'put',
    path: '/programmes/{id}/picture-plan',
    id: 'setPicturePlan',
    title: 'festlegen, an welchen Tagen Landesbilder erscheinen',
    summary: 'Say on which days of the year the pictures of a programme appear from now on',
    who: led,
    tag,
    params,
    problems: { 403: led, 409: 'Somebody else changed it since' },
    body: planIn,
    bodyExample: { days: ['03-15', '09-15'], version: 0 },
    reply: { status: 200, description: 'The plan', schema: planOut, example: planExample },
    work: (ctx, { params: { id }, body }) =>
      onLed(ctx, id, async (programme) => {
        const outcome = await changePlan(ctx, programme, body)
        if (isRefusal(outcome)) return unprocessable(outcome)
        return 'saved' in outcome ? json(planJson(ctx, outcome.saved)) : stale(ctx, outcome.theirs)
      }),
  }),
]

/** Pictures that have appeared, and the small deeds around them. */
export const pictureOperations: Operation[] = [...reading, ...deeds]
