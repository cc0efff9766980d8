import { z } from 'zod'
import { localDay } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { type Answer, json, notFound, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import { onLed } from '../on-programme.ts'
import { findProgramme } from '../queries.ts'
import { addStaff } from './add-staff.ts'
import { endStaff } from './end-staff.ts'
import { findStaff, listStaff } from './queries.ts'
import { staffInput, staffList } from './schemas.ts'

const tag = 'Programmes'
const who = 'Who leads the programme'
const problems = { 403: 'Only who leads the programme' }
const one = {
  id: '01940d1c-5c00-7a60-8000-6b5c6d7e8f97',
  personId: '01940d1c-5c00-7a60-8000-6b5c6d7e8f98',
  name: 'Lea Rieck',
  function: 'guide' as const,
  from: '2026-11-02',
}
const reply = {
  status: 200,
  description: 'Who works in it today',
  schema: staffList,
  example: { items: [one], next: null },
} as const

/** Who of the cooperative leads a programme or guides in it. */
export const staffOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/programmes/{id}/staff',
    id: 'listProgrammeStaff',
    title: 'zeigen, wer ein Programm leitet und betreut',
    summary: 'Who leads a programme today, and who guides in it',
    who: 'Everybody signed in; names only where the asker may read them',
    tag,
    params: z.object({ id: idSchema }),
    reply,
    work: async (ctx, { params }) => {
      const programme = await findProgramme(ctx.db, params.id)
      return programme ? shown(ctx, programme.id) : notFound()
    },
  }),
  operation({
    method: 'post',
    path: '/programmes/{id}/staff',
    id: 'addProgrammeStaff',
    title: 'jemanden für ein Programm benennen',
    summary: 'Name a manager or a guide, from today on; with the first manager the others stop leading it',
    who,
    tag,
    problems,
    params: z.object({ id: idSchema }),
    body: staffInput,
    bodyExample: { personId: one.personId, function: 'guide' },
    reply: { ...reply, status: 201 },
    work: (ctx, { params, body }) =>
      onLed(ctx, params.id, async (programme) => {
        const named = await addStaff(ctx, programme, body)
        return isRefusal(named) ? unprocessable(named) : shown(ctx, programme.id, 201)
      }),
  }),
  operation({
    method: 'delete',
    path: '/programmes/{id}/staff/{staffId}',
    id: 'endProgrammeStaff',
    title: 'eine Benennung für ein Programm beenden',
    summary: 'End it at once; without a named manager all programme managers lead the programme again',
    who,
    tag,
    problems,
    params: z.object({ id: idSchema, staffId: idSchema }),
    reply,
    work: (ctx, { params }) =>
      onLed(ctx, params.id, async (programme) => {
        const staff = await findStaff(ctx.db, programme.id, params.staffId, localDay(ctx.now).toString())
        if (!staff || (await endStaff(ctx, programme, staff)) === 'none') return notFound()
        return shown(ctx, programme.id)
      }),
  }),
]

async function shown({ db, now }: Context, id: string, status: 200 | 201 = 200): Promise<Answer> {
  const staff = await listStaff(db, id, localDay(now).toString())
  return json(
    {
      items: staff.map(({ id: staffId, personId, name, function: what, from }) => ({
        id: staffId,
        personId,
        name,
        function: what,
        from,
      })),
      next: null,
    },
    status,
  )
}
