import { z } from 'zod'
import { localDay } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { staffOf } from '#foundation/identity/index.ts'
import { forbidden, json, notFound, unprocessable } from '#platform/http/answer.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema, listOf } from '#platform/http/parse.ts'
import { findAssessment } from '../queries.ts'
import { readNotes } from '../read-note.ts'
import { may } from './access.ts'
import { delegate } from './delegate.ts'
import type { Delegation } from './delegation.ts'
import { endDelegation } from './end-delegation.ts'
import { findDelegation, listDelegations } from './queries.ts'
import { delegationOut, newDelegation } from './schemas.ts'

const tag = 'Assessments'
const who = 'Own chief executive, security officer, IT staff'
const noSuchAssessment = 'Diese Prüfung gibt es nicht, oder sie gehört einer anderen Organisation.'

const example = {
  id: '01940d1c-5c00-7a60-8000-7a8b9c0d1e2f',
  assessmentId: '01940d1c-5c00-7a60-8000-6f5e4d3c2b1a',
  person: { id: '01940d1c-5c00-7a60-8000-5e6f7a8b9c0d', name: 'Sabine Lenz' },
  groupKeys: ['lw-start-papier'],
  dueOn: '2026-12-04',
  note: 'Die Schlüsselliste liegt bei Frau Ott.',
  delegatedBy: { id: '01940d1c-5c00-7a60-8000-1a2b3c4d5e6f', name: 'Jana Wiesner' },
  delegatedAt: '2026-11-23T09:42:00Z',
  endedAt: null,
}

const toJson = (one: Delegation) => ({
  id: one.id,
  assessmentId: one.assessmentId,
  person: { id: one.personId, name: one.personName },
  groupKeys: one.groupKeys,
  dueOn: one.dueOn,
  note: one.note,
  delegatedBy: { id: one.delegatedBy, name: one.delegatedByName },
  delegatedAt: one.delegatedAt.toString(),
  endedAt: one.endedAt?.toString() ?? null,
})

export const delegationOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/assessments/{id}/delegations',
    id: 'listDelegations',
    summary: 'Lists of a check that colleagues answer; a delegate sees the own ones',
    who: 'Whoever reads the check; delegates',
    tag,
    params: z.object({ id: idSchema }),
    reply: {
      status: 200,
      description: 'Those that hold',
      schema: listOf(delegationOut),
      example: { items: [example], next: null },
    },
    work: async (ctx, { params }) => {
      const assessment = await findAssessment(ctx.db, params.id)
      if (!assessment) return notFound(noSuchAssessment)
      const items = await listDelegations(ctx.db, assessment.id)
      return { ...json({ items: items.map(toJson), next: null }), notes: readNotes(ctx, assessment) }
    },
  }),
  operation({
    method: 'post',
    path: '/assessments/{id}/delegations',
    id: 'addDelegation',
    summary: 'Give lists of a check to a colleague, who then sees and answers these',
    who,
    tag,
    params: z.object({ id: idSchema }),
    body: newDelegation,
    bodyExample: { personId: example.person.id, groupKeys: example.groupKeys, dueOn: example.dueOn },
    problems: { 403: 'Only own staff gives lists to others' },
    reply: { status: 201, description: 'The delegation', schema: delegationOut, example },
    work: async (ctx, { params, body }) => {
      const assessment = await findAssessment(ctx.db, params.id)
      if (!assessment) return notFound(noSuchAssessment)
      const allowed = may.delegate(ctx.actor, assessment)
      if (isRefusal(allowed)) return { ...forbidden(allowed), notes: readNotes(ctx, assessment) }
      const staff = await staffOf(ctx.db, assessment.organizationId, localDay(ctx.now).toString())
      const done = await delegate(ctx, assessment, staff, body)
      if (isRefusal(done)) return unprocessable(done)
      const made = await findDelegation(ctx.db, done.id)
      return made ? json(toJson(made), 201) : notFound()
    },
  }),
  operation({
    method: 'delete',
    path: '/assessments/{id}/delegations/{delegationId}',
    id: 'endDelegation',
    summary: 'Take lists back, or give them back; the answers stay',
    who: `${who}; whoever has the lists`,
    tag,
    params: z.object({ id: idSchema, delegationId: idSchema }),
    problems: { 403: 'Neither own staff nor the delegate' },
    reply: { status: 200, description: 'The delegation as it was', schema: delegationOut, example },
    work: async (ctx, { params }) => {
      const assessment = await findAssessment(ctx.db, params.id)
      const delegation = await findDelegation(ctx.db, params.delegationId)
      if (!assessment || delegation?.assessmentId !== assessment.id) return notFound('Diese Weitergabe gibt es nicht.')
      const allowed = may.end(ctx.actor, delegation)
      if (isRefusal(allowed)) return { ...forbidden(allowed), notes: readNotes(ctx, assessment) }
      const ended = await endDelegation(ctx, assessment, delegation)
      return isRefusal(ended) ? unprocessable(ended) : json(toJson({ ...delegation, endedAt: ctx.now }))
    },
  }),
]
