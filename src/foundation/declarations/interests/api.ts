import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { findProgramme, type Programme } from '#foundation/programmes/index.ts'
import { type Answer, forbidden, json, notFound, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import { may } from '../access.ts'
import { interestExample as example } from '../examples.ts'
import { interestJson } from '../json.ts'
import type { Interest } from './interest.ts'
import { joinProgramme } from './join-programme.ts'
import { findInterest, listInterests } from './queries.ts'
import { declineIn, interestList, interestOut, interestQuery, ownInterest, takeOverIn } from './schemas.ts'
import { declineInterest, takeOver } from './take-over.ts'

const tag = 'Interests'
const leaders = 'Who leads the programme'
const one = z.object({ id: idSchema })

const joinedOut = z.object({ enrollmentId: idSchema, isNew: z.boolean() })

export const interestOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/interests',
    id: 'listInterests',
    title: 'Interessenbekundungen auflisten',
    summary: 'Who without an account declared interest, the oldest first',
    who: 'Who leads a programme or guides in it',
    tag,
    query: interestQuery,
    reply: {
      status: 200,
      description: 'One page of interests',
      schema: interestList,
      example: { items: [example], next: null },
    },
    work: async (ctx, { query: { open, ...filter } }) => {
      const found = await listInterests(ctx.db, { ...filter, isOpen: open === undefined ? undefined : open === 'yes' })
      return isRefusal(found) ? unprocessable(found) : json({ items: found.items.map(interestJson), next: found.next })
    },
  }),
  operation({
    method: 'post',
    path: '/interests',
    id: 'declareInterest',
    title: 'Interesse der eigenen Kommune erklären',
    summary: "Declare the own municipality's interest: it is enrolled, and the step is done; twice changes nothing",
    who: 'Who speaks for the municipality',
    tag,
    guard: may.joinFor,
    body: ownInterest,
    bodyExample: { programmeId: example.programmeId },
    problems: { 403: 'You do not speak for a municipality' },
    reply: {
      status: 201,
      description: 'The road',
      schema: joinedOut,
      example: { enrollmentId: example.id, isNew: true },
    },
    work: async (ctx, { body }) => {
      const programme = await findProgramme(ctx.db, body.programmeId)
      const place = ctx.actor.actingFor
      if (!programme || !place) return notFound()
      const joined = await joinProgramme(ctx, programme, place)
      return isRefusal(joined) ? unprocessable(joined) : json(joined, 201)
    },
  }),
  operation({
    method: 'post',
    path: '/interests/{id}/takeover',
    id: 'takeInterest',
    title: 'eine Interessenbekundung übernehmen',
    summary: 'Enroll the municipality, its interest declared; say which one it is where only a name was written',
    who: leaders,
    tag,
    params: one,
    body: takeOverIn,
    bodyExample: {},
    problems: { 403: 'You do not lead the programme' },
    reply: { status: 200, description: 'The interest as it is now', schema: interestOut, example },
    work: (ctx, { params, body }) =>
      onInterest(ctx, params.id, async (programme, interest) => {
        const outcome = await takeOver(ctx, programme, interest, body.organizationId)
        return isRefusal(outcome) ? unprocessable(outcome) : shown(ctx, interest.id)
      }),
  }),
  operation({
    method: 'post',
    path: '/interests/{id}/refusal',
    id: 'declineInterest',
    title: 'eine Interessenbekundung mit Begründung absagen',
    summary: 'Decline with a reason, which is mailed to the person',
    who: leaders,
    tag,
    params: one,
    body: declineIn,
    bodyExample: { reason: 'Das Programm ist für Landkreise nicht gedacht.' },
    problems: { 403: 'You do not lead the programme' },
    reply: { status: 200, description: 'The interest as it is now', schema: interestOut, example },
    work: (ctx, { params, body }) =>
      onInterest(ctx, params.id, async (programme, interest) => {
        const outcome = await declineInterest(ctx, programme, interest, body.reason)
        return isRefusal(outcome) ? unprocessable(outcome) : shown(ctx, interest.id)
      }),
  }),
]

async function onInterest(
  ctx: Context,
  id: string,
  work: (programme: Programme, interest: Interest) => Promise<Answer>,
): Promise<Answer> {
  const interest = await findInterest(ctx.db, id)
  const programme = interest && (await findProgramme(ctx.db, interest.programmeId))
  if (!interest || !programme) return notFound()
  const allowed = may.decideInterests(programme)
  return isRefusal(allowed) ? forbidden(allowed) : work(programme, interest)
}

async function shown(ctx: Context, id: string): Promise<Answer> {
  const interest = await findInterest(ctx.db, id)
  return interest ? json(interestJson(interest)) : notFound()
}
