import { isRefusal } from '#kernel/outcome.ts'
import { namesOf } from '#foundation/identity/index.ts'
import { type Answer as HttpAnswer, forbidden, json, notFound, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema, listOf } from '#platform/http/parse.ts'
import { one, readers } from '../on-check.ts'
import { may } from './access.ts'
import { onWhole, signers } from './api.ts'
import { askReopening } from './ask-reopening.ts'
import { decideReopening } from './decide-reopening.ts'
import { reopeningExample } from './examples.ts'
import { reopeningJson } from './json.ts'
import { findReopening, listReopenings } from './queries.ts'
import { reasonIn, reopeningOut } from './schemas.ts'

const tag = 'Sign-off'
const oneReopening = one.extend({ reopeningId: idSchema })
export const otherSideDecides = 'Darüber entscheidet die andere Seite.'

/** A signed check is opened again by both sides only. */
export const reopeningOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/assessments/{id}/reopenings',
    id: 'listReopenings',
    summary: 'Who wanted a signed check to be open again, why, and what the other side said',
    title: 'Bitten um Wiederöffnung auflisten',
    who: `${readers}; no delegate`,
    tag,
    params: one,
    reply: {
      status: 200,
      description: 'The newest first',
      schema: listOf(reopeningOut),
      example: { items: [reopeningExample], next: null },
    },
    work: (ctx, { params }) =>
      onWhole(ctx, params.id, async () => {
        const reopenings = await listReopenings(ctx.db, params.id)
        const people = reopenings.flatMap(({ askedBy, decidedBy }) => [askedBy, ...(decidedBy ? [decidedBy] : [])])
        const names = await namesOf(ctx.db, people)
        return json({ items: reopenings.map((reopening) => reopeningJson(reopening, names)), next: null })
      }),
  }),
  operation({
    method: 'post',
    path: '/assessments/{id}/reopenings',
    id: 'askForReopening',
    summary: 'Ask the other side to open a signed check again',
    title: 'um Wiederöffnung bitten',
    who: signers,
    tag,
    params: one,
    body: reasonIn,
    bodyExample: { reason: reopeningExample.reason },
    problems: { 403: 'Only those who may sign' },
    reply: { status: 201, description: 'It waits for the other side', schema: reopeningOut, example: reopeningExample },
    work: (ctx, { params, body }) =>
      onWhole(ctx, params.id, async (assessment) => {
        const side = may.speak(ctx.actor, assessment)
        if (isRefusal(side)) return forbidden(side)
        const asked = await askReopening(ctx, assessment, { side, reason: body.reason })
        if (isRefusal(asked)) return unprocessable(asked)
        return json(reopeningJson(asked, new Map([[ctx.actor.personId, ctx.actor.name]])), 201)
      }),
  }),
  operation({
    method: 'post',
    path: '/assessments/{id}/reopenings/{reopeningId}/agreement',
    id: 'agreeToReopening',
    summary: 'Agree: both signatures are set aside and the check is open again',
    title: 'der Wiederöffnung zustimmen',
    who: `${signers}; not the side that asked`,
    tag,
    params: oneReopening,
    problems: { 403: 'The other side decides' },
    reply: {
      status: 200,
      description: 'The check is open',
      schema: reopeningOut,
      example: {
        ...reopeningExample,
        agreed: true,
        decidedBy: reopeningExample.askedBy,
        decidedAt: '2026-12-01T09:00:00Z',
      },
    },
    work: (ctx, { params }) => decide(ctx, params, true),
  }),
  operation({
    method: 'post',
    path: '/assessments/{id}/reopenings/{reopeningId}/refusal',
    id: 'declineReopening',
    summary: 'Decline: both signatures stand',
    title: 'die Wiederöffnung ablehnen',
    who: `${signers}; not the side that asked`,
    tag,
    params: oneReopening,
    problems: { 403: 'The other side decides' },
    reply: {
      status: 200,
      description: 'The check stays as it is',
      schema: reopeningOut,
      example: {
        ...reopeningExample,
        agreed: false,
        decidedBy: reopeningExample.askedBy,
        decidedAt: '2026-12-01T09:00:00Z',
      },
    },
    work: (ctx, { params }) => decide(ctx, params, false),
  }),
]

const decide = (
  ctx: Context,
  { id, reopeningId }: { id: string; reopeningId: string },
  agreed: boolean,
): Promise<HttpAnswer> =>
  onWhole(ctx, id, async (assessment) => {
    const side = may.speak(ctx.actor, assessment)
    if (isRefusal(side)) return forbidden(side)
    const reopening = await findReopening(ctx.db, id, reopeningId)
    if (!reopening) return notFound('Diese Bitte gibt es nicht.')
    if (reopening.askedSide === side) return forbidden({ refused: otherSideDecides })
    const decided = await decideReopening(ctx, assessment, reopening, agreed)
    if (isRefusal(decided)) return unprocessable(decided)
    return json(reopeningJson(decided, await namesOf(ctx.db, [decided.askedBy, ctx.actor.personId])))
  })
