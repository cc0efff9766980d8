import { z } from 'zod'
import { isRefusal, refuse } from '#kernel/outcome.ts'
import { type Answer, forbidden, json, notFound, type ProblemAnswer, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import { findOrganization } from '#foundation/organizations/index.ts'
import { may } from '../access.ts'
import { changeExample, enrollmentExample as example } from '../examples.ts'
import { changeJson, enrollmentJson } from '../json.ts'
import { findProgramme } from '../queries.ts'
import {
  changeList,
  changeQuery,
  enrollmentList,
  enrollmentOut,
  enrollmentQuery,
  newEnrollment,
  stepChange,
} from '../schemas.ts'
import { enroll } from './enroll.ts'
import { findEnrollment, listEnrollments, listRoadEntries } from './queries.ts'
import { setStep } from './set-step.ts'

const tag = 'Enrollments'
const who = 'The municipality itself, its assessor while assigned, and who leads or guides in the programme'

const there: ProblemAnswer = {
  kind: 'problem',
  status: 409,
  type: 'nimmt-schon-teil',
  title: 'Diese Kommune nimmt an dem Programm schon teil. Eingetragen ist nichts Neues.',
  refusal: refuse('there'),
}

export const enrollmentOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/enrollments',
    id: 'listEnrollments',
    title: 'Teilnahmen auflisten',
    summary: 'Who takes part in what, and where each one stands, in German order of the names',
    who,
    tag,
    query: enrollmentQuery,
    reply: {
      status: 200,
      description: 'One page of enrollments',
      schema: enrollmentList,
      example: { items: [example], next: null },
    },
    work: async (ctx, { query }) => {
      const found = await listEnrollments(ctx.db, query)
      return isRefusal(found)
        ? unprocessable(found)
        : json({ items: found.items.map(enrollmentJson), next: found.next })
    },
  }),
  operation({
    method: 'get',
    path: '/enrollments/{id}',
    id: 'getEnrollment',
    title: 'eine Teilnahme zeigen',
    summary: 'One municipality in one programme, step by step',
    who,
    tag,
    params: z.object({ id: idSchema }),
    reply: { status: 200, description: 'The road', schema: enrollmentOut, example },
    work: (ctx, { params }) => shown(ctx, params.id, 200),
  }),
  operation({
    method: 'get',
    path: '/enrollments/{id}/changes',
    id: 'listEnrollmentChanges',
    title: 'den Verlauf einer Teilnahme zeigen',
    summary: 'Everything that ever happened on a road, the newest first',
    who,
    tag,
    params: z.object({ id: idSchema }),
    query: changeQuery,
    reply: {
      status: 200,
      description: 'One page of changes',
      schema: changeList,
      example: { items: [changeExample], next: null },
    },
    work: async (ctx, { params: { id }, query }) => {
      const road = await findEnrollment(ctx.db, id)
      if (!road) return notFound()
      const found = await listRoadEntries(ctx.db, id, query)
      return isRefusal(found) ? unprocessable(found) : json({ items: found.items.map(changeJson), next: found.next })
    },
  }),
  operation({
    method: 'post',
    path: '/enrollments',
    id: 'enroll',
    title: 'eine Kommune in ein Programm eintragen',
    summary: 'Put a municipality on the road of a programme; every step is open',
    who: 'Who leads the programme, and the municipality itself',
    tag,
    body: newEnrollment,
    bodyExample: { organizationId: example.organizationId, programmeId: example.programmeId },
    problems: { 403: 'Only the municipality itself and who leads the programme', 409: 'It takes part already' },
    reply: { status: 201, description: 'The road', schema: enrollmentOut, example },
    work: async (ctx, { body }) => {
      const programme = await findProgramme(ctx.db, body.programmeId)
      const organization = await findOrganization(ctx.db, body.organizationId)
      if (!programme || !organization) return notFound()
      const allowed = may.enroll(ctx.actor, organization.id, programme)
      if (isRefusal(allowed)) return forbidden(allowed)
      const outcome = await enroll(ctx, programme, organization)
      if (isRefusal(outcome)) return unprocessable(outcome)
      return 'there' in outcome ? there : shown(ctx, outcome.enrolled, 201)
    },
  }),
  operation({
    method: 'put',
    path: '/enrollments/{id}/steps/{step}',
    id: 'setStep',
    title: 'einen Schritt setzen',
    summary: 'Set a step; the state it has already changes nothing, out of order is refused with what is missing',
    who: 'Who leads the programme; municipality and assessor the steps in which they act',
    tag,
    params: z.object({ id: idSchema, step: z.string().max(40) }),
    body: stepChange,
    bodyExample: { state: 'done', onDay: '2026-11-20' },
    problems: { 403: 'This step is not yours to set' },
    reply: { status: 200, description: 'The road as it is now', schema: enrollmentOut, example },
    work: async (ctx, { params: { id, step: key }, body }) => {
      const enrollment = await findEnrollment(ctx.db, id)
      const step = enrollment?.steps.find((one) => one.key === key)
      if (!enrollment || !step) return notFound()
      const allowed = may.setStep(ctx.actor, enrollment, step)
      if (isRefusal(allowed)) return forbidden(allowed)
      const outcome = await setStep(ctx, enrollment, key, body)
      return isRefusal(outcome) ? unprocessable(outcome) : shown(ctx, id, 200)
    },
  }),
]

async function shown(ctx: Context, id: string, status: 200 | 201): Promise<Answer> {
  const enrollment = await findEnrollment(ctx.db, id)
  if (!enrollment) return notFound()
  return json(
    enrollmentJson(enrollment),
    status,
    status === 201 ? { location: `/api/v1/enrollments/${id}` } : undefined,
  )
}
