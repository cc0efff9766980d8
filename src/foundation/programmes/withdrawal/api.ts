import { z } from 'zod'
import { isRefusal, type Outcome } from '#kernel/outcome.ts'
import { type Answer, forbidden, json, notFound, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import { may } from '../access.ts'
import type { Enrollment } from '../enrollment.ts'
import { findEnrollment } from '../enrollments/queries.ts'
import { enrollmentExample as example } from '../examples.ts'
import { enrollmentJson } from '../json.ts'
import { enrollmentOut } from '../schemas.ts'
import { withdrawalIn } from './schemas.ts'
import { reenter, withdraw } from './withdraw.ts'

const shared = {
  who: 'The chief executive of the municipality, and who leads the programme',
  tag: 'Enrollments',
  params: z.object({ id: idSchema }),
  body: withdrawalIn,
  bodyExample: { reason: 'Kein Personal in diesem Jahr' },
  problems: { 403: 'Only the chief executive and who leads the programme' },
} as const

async function decide(
  ctx: Context,
  id: string,
  verb: (enrollment: Enrollment) => Promise<Outcome<true>>,
): Promise<Answer> {
  const road = await findEnrollment(ctx.db, id)
  if (!road) return notFound()
  const allowed = may.end(ctx.actor, road)
  if (isRefusal(allowed)) return forbidden(allowed)
  const outcome = await verb(road)
  if (isRefusal(outcome)) return unprocessable(outcome)
  return json(enrollmentJson((await findEnrollment(ctx.db, id)) ?? road))
}

export const withdrawalOperations: Operation[] = [
  operation({
    ...shared,
    method: 'post',
    path: '/enrollments/{id}/withdrawal',
    id: 'withdrawEnrollment',
    title: 'eine Teilnahme beenden',
    summary: 'End the participation; its steps stand still, its history stays',
    reply: { status: 200, description: 'The road', schema: enrollmentOut, example },
    work: (ctx, { params, body }) => decide(ctx, params.id, (road) => withdraw(ctx, road, body.reason)),
  }),
  operation({
    ...shared,
    method: 'post',
    path: '/enrollments/{id}/reentry',
    id: 'reenterEnrollment',
    title: 'eine beendete Teilnahme wieder aufnehmen',
    summary: 'Take it up again where it stood, until the deadline',
    reply: { status: 200, description: 'The road', schema: enrollmentOut, example },
    work: (ctx, { params, body }) => decide(ctx, params.id, (road) => reenter(ctx, road, body.reason)),
  }),
]
