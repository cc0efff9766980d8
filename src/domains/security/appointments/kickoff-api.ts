import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { findProgramme, type Programme } from '#foundation/programmes/index.ts'
import { type Answer, forbidden, json, notFound, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import { may } from './access.ts'
import { kickoffExample as example, slotExample } from './examples.ts'
import { findKickoff, type Kickoff } from './kickoff-roads.ts'
import { planKickoff } from './plan-kickoff.ts'
import { recordAttendance } from './record-attendance.ts'
import { attendance, kickoffOut, newKickoff } from './schemas.ts'

const tag = 'Appointments'
const who = 'Who leads the programme'
const problems = { 403: 'Only who leads the programme' }

/** One date for many municipalities. */
export const kickoffOperations: Operation[] = [
  operation({
    method: 'post',
    path: '/programmes/{id}/kickoffs',
    id: 'planKickoff',
    title: 'einen Auftakt für viele Kommunen anlegen',
    summary: 'Put one date into the roads of many municipalities',
    who,
    tag,
    params: z.object({ id: idSchema }),
    body: newKickoff,
    bodyExample: {
      title: example.title,
      note: '',
      time: slotExample,
      enrollmentIds: ['01940d1c-7a00-7000-8000-000000000511'],
    },
    problems,
    reply: { status: 201, description: 'The kick-off', schema: kickoffOut, example },
    work: (ctx, { params, body }) =>
      onProgramme(ctx, params.id, async (programme) => {
        const planned = await planKickoff(ctx, programme, body)
        return isRefusal(planned) ? unprocessable(planned) : shown(ctx, programme, planned, 201)
      }),
  }),
  operation({
    method: 'put',
    path: '/programmes/{id}/kickoffs/{kickoffId}/attendance',
    id: 'recordKickoffAttendance',
    title: 'die Teilnahme am Auftakt festhalten',
    summary: 'Record which municipalities were there; their steps are done in one go',
    who,
    tag,
    params: z.object({ id: idSchema, kickoffId: idSchema }),
    body: attendance,
    bodyExample: { attended: ['01940d1c-7a00-7000-8000-000000000511'] },
    problems,
    reply: {
      status: 200,
      description: 'The kick-off',
      schema: kickoffOut,
      example: { ...example, attended: 1, recorded: true },
    },
    work: (ctx, { params, body }) =>
      onProgramme(ctx, params.id, async (programme) => {
        const kickoff = await findKickoff(ctx.db, programme.id, params.kickoffId)
        if (!kickoff) return notFound()
        const done = await recordAttendance(ctx, programme, kickoff, body.attended)
        return isRefusal(done) ? unprocessable(done) : shown(ctx, programme, kickoff.id, 200)
      }),
  }),
]

async function onProgramme(ctx: Context, id: string, work: (programme: Programme) => Promise<Answer>): Promise<Answer> {
  const programme = await findProgramme(ctx.db, id)
  if (!programme) return notFound()
  const allowed = may.lead(programme)
  return isRefusal(allowed) ? forbidden(allowed) : work(programme)
}

async function shown(ctx: Context, { id }: Programme, kickoffId: string, status: 200 | 201): Promise<Answer> {
  const kickoff = await findKickoff(ctx.db, id, kickoffId)
  return kickoff ? json(kickoffJson(kickoff), status) : notFound()
}

const kickoffJson = ({ id, programmeId, title, startsAt, endsAt, place, videoUrl, guests }: Kickoff) => ({
  id,
  programmeId,
  title,
  startsAt: startsAt.toString(),
  endsAt: endsAt.toString(),
  place,
  videoUrl,
  invited: guests.length,
  attended: guests.filter(({ attended }) => attended === true).length,
  recorded: guests.some(({ attended }) => attended !== null),
})
