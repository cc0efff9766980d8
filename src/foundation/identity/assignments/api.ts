import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { findOrganization } from '#foundation/organizations/index.ts'
import { forbidden, json, notFound, unprocessable } from '#platform/http/answer.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema, listOf } from '#platform/http/parse.ts'
import { findPerson } from '../people/queries.ts'
import { may } from './access.ts'
import { assignAssessor } from './assign-assessor.ts'
import type { Assignment } from './assignment.ts'
import { endAssignment, objectToAssignment } from './end-assignment.ts'
import { findAssignment, listAssignments } from './queries.ts'
import { assignmentOut, assignmentQuery, newAssignment, objection } from './schemas.ts'

const tag = 'Identity'
const one = z.object({ id: idSchema })

const example = {
  id: '01940d1c-5c00-7a60-8000-6f7a8b9c0d1e',
  personId: '01940d1c-5c00-7a60-8000-7a8b9c0d1e2f',
  personName: 'Felix Arendt',
  organizationId: '01940d1c-5c00-7a60-8000-2f1d3a4b5c6d',
  organizationName: 'Stadt Musterstadt',
  from: '2026-11-23',
  until: '2026-12-18',
  assignedBy: null,
  objection: null,
}

const toJson = ({ assignedByName: _, ...assignment }: Assignment) => assignment

export const assignmentOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/assignments',
    id: 'listAssignments',
    summary: 'Which assessor may read where, ended ones too, the newest first',
    who: 'Everybody of the municipality, the assessor while assigned, programme managers',
    tag,
    query: assignmentQuery,
    reply: {
      status: 200,
      description: 'One page of assignments',
      schema: listOf(assignmentOut),
      example: { items: [example], next: null },
    },
    work: async (ctx, { query }) => {
      const found = await listAssignments(ctx.db, { ...query, search: query.q })
      return isRefusal(found) ? unprocessable(found) : json({ items: found.items.map(toJson), next: found.next })
    },
  }),
  operation({
    method: 'post',
    path: '/assignments',
    id: 'assignAssessor',
    summary: 'Assign an assessor to a municipality, which is told and may object',
    who: 'Programme manager; never oneself or a colleague',
    tag,
    body: newAssignment,
    bodyExample: {
      personId: example.personId,
      organizationId: example.organizationId,
      from: example.from,
      until: example.until,
    },
    problems: { 403: 'Only programme managers assign' },
    guard: may.assign,
    reply: { status: 201, description: 'The assignment', schema: assignmentOut, example },
    work: async (ctx, { body }) => {
      const [place, person] = [
        await findOrganization(ctx.db, body.organizationId),
        await findPerson(ctx.db, body.personId),
      ]
      if (!place || !person) return notFound()
      const made = await assignAssessor(ctx, { person, place }, body)
      if (isRefusal(made)) return unprocessable(made)
      const assignment = await findAssignment(ctx.db, made.id)
      if (!assignment) throw new Error('an assignment that was made is not visible to its maker')
      return json(toJson(assignment), 201)
    },
  }),
  operation({
    method: 'delete',
    path: '/assignments/{id}',
    id: 'endAssignment',
    summary: 'End an assignment at once; it stays in the history',
    who: 'Programme manager',
    tag,
    params: one,
    problems: { 403: 'Only programme managers end assignments; the municipality objects' },
    reply: { status: 200, description: 'The assignment with its last day', schema: assignmentOut, example },
    work: async (ctx, { params }) => {
      const assignment = await findAssignment(ctx.db, params.id)
      if (!assignment) return notFound()
      const allowed = may.assign(ctx.actor)
      if (isRefusal(allowed)) return forbidden(allowed)
      const ended = await endAssignment(ctx, assignment)
      if (isRefusal(ended)) return unprocessable(ended)
      return json(toJson((await findAssignment(ctx.db, params.id)) ?? assignment))
    },
  }),
  operation({
    method: 'post',
    path: '/assignments/{id}/objections',
    id: 'objectToAssignment',
    summary: 'Object with a reason: the assignment ends at once, the programme managers are told',
    who: 'Chief executive and security officer of the municipality',
    tag,
    params: one,
    body: objection,
    bodyExample: { reason: 'Herr Arendt hat uns bis 2025 selbst betreut.' },
    problems: { 403: 'Somebody else objects' },
    reply: {
      status: 201,
      description: 'The assignment with the objection',
      schema: assignmentOut,
      example: { ...example, objection: 'Herr Arendt hat uns bis 2025 selbst betreut.' },
    },
    work: async (ctx, { params, body }) => {
      const assignment = await findAssignment(ctx.db, params.id)
      if (!assignment) return notFound()
      const allowed = may.object(ctx.actor, assignment)
      if (isRefusal(allowed)) return forbidden(allowed)
      const objected = await objectToAssignment(ctx, assignment, body.reason)
      if (isRefusal(objected)) return unprocessable(objected)
      return json(toJson((await findAssignment(ctx.db, params.id)) ?? assignment), 201)
    },
  }),
]
