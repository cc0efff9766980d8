import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { unprocessable } from '#platform/http/answer.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import { programmeExample as example } from '../examples.ts'
import { onLed } from '../on-programme.ts'
import { programmeReply } from '../programme-reply.ts'
import { releaseStage } from '../release-stage.ts'
import { programmeOut } from '../schemas.ts'
import { stageInput, stageReleaseInput } from './schemas.ts'
import { setStage } from './set-stage.ts'

const shared = {
  who: 'Who leads the programme',
  tag: 'Programmes',
  problems: { 403: 'Only who leads the programme' },
} as const
const reply = { status: 200, description: 'The programme as it is now', schema: programmeOut, example } as const

/** Amounts of a programme, and their release for all. */
export const stageOperations: Operation[] = [
  operation({
    ...shared,
    method: 'put',
    path: '/programmes/{id}/stages/{number}',
    id: 'setStage',
    title: 'eine Stufe eines Programms anlegen oder ändern',
    summary: 'Add the next stage, or change one that is not released yet',
    params: z.object({ id: idSchema, number: z.coerce.number().int().min(1).max(1000) }),
    body: stageInput,
    bodyExample: { title: 'Maßnahmen', amountCents: 1_390_000, requires: 'admitted' },
    reply,
    work: (ctx, { params, body }) =>
      onLed(ctx, params.id, async (programme) => {
        const set = await setStage(ctx, programme, params.number, body)
        return isRefusal(set) ? unprocessable(set) : programmeReply(ctx, programme.id)
      }),
  }),
  operation({
    ...shared,
    method: 'post',
    path: '/programmes/{id}/releases',
    id: 'releaseStage',
    title: 'eine Stufe für alle freigeben',
    summary: 'Release a stage for all, by a dated decision; it cannot be taken back',
    params: z.object({ id: idSchema }),
    body: stageReleaseInput,
    bodyExample: { number: 2, on: '2026-11-20', decision: 'Einwilligung der Ausschüsse vom 20.11.2026' },
    reply: { ...reply, status: 201 },
    work: (ctx, { params, body }) =>
      onLed(ctx, params.id, async (programme) => {
        const released = await releaseStage(ctx, programme, body)
        return isRefusal(released) ? unprocessable(released) : programmeReply(ctx, programme.id, 201)
      }),
  }),
]
