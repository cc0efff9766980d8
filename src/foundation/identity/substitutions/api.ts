import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { forbidden, json, notFound, unprocessable } from '#platform/http/answer.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema, listOf } from '#platform/http/parse.ts'
import { findPerson } from '../people/queries.ts'
import { may } from './access.ts'
import { endSubstitution } from './end-substitution.ts'
import { nameDeputy } from './name-deputy.ts'
import { findSubstitution, listSubstitutions } from './queries.ts'
import { newSubstitution, substitutionOut, substitutionQuery } from './schemas.ts'

const tag = 'Identity'

const example = {
  id: '01940d1c-5c00-7a60-8000-4d5e6f7a8b9c',
  organizationId: '01940d1c-5c00-7a60-8000-2f1d3a4b5c6d',
  personId: '01940d1c-5c00-7a60-8000-1a2b3c4d5e6f',
  personName: 'Jana Wiesner',
  deputyId: '01940d1c-5c00-7a60-8000-5e6f7a8b9c0d',
  deputyName: 'Tobias Brandt',
  from: '2026-11-23',
  until: '2026-12-04',
}

export const substitutionOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/substitutions',
    id: 'listSubstitutions',
    summary: 'Who stands in for whom, ended ones too, the newest first',
    who: 'Everybody with a role there',
    tag,
    query: substitutionQuery,
    reply: {
      status: 200,
      description: 'One page of substitutions',
      schema: listOf(substitutionOut),
      example: { items: [example], next: null },
    },
    work: async (ctx, { query }) => {
      const found = await listSubstitutions(ctx.db, query)
      return isRefusal(found) ? unprocessable(found) : json(found)
    },
  }),
  operation({
    method: 'post',
    path: '/substitutions',
    id: 'nameDeputy',
    summary: 'Name a colleague who has the own municipal roles for some days',
    who: 'Whoever holds a municipal role, for the own roles',
    tag,
    body: newSubstitution,
    bodyExample: { deputyId: example.deputyId, from: example.from, until: example.until },
    problems: { 403: 'Only people of municipalities are stood in for' },
    guard: may.name,
    reply: { status: 201, description: 'The substitution', schema: substitutionOut, example },
    work: async (ctx, { body }) => {
      const deputy = await findPerson(ctx.db, body.deputyId)
      const place = ctx.actor.actingFor
      if (!deputy || !place) return notFound()
      const named = await nameDeputy(ctx, { deputy, place }, body)
      if (isRefusal(named)) return unprocessable(named)
      return json(await findSubstitution(ctx.db, named.id), 201)
    },
  }),
  operation({
    method: 'delete',
    path: '/substitutions/{id}',
    id: 'endSubstitution',
    summary: 'Take a substitution back, at once',
    who: 'Either side; chief executive and administrator of the organization',
    tag,
    params: z.object({ id: idSchema }),
    problems: { 403: 'Neither side of it' },
    reply: { status: 200, description: 'The substitution with its last day', schema: substitutionOut, example },
    work: async (ctx, { params }) => {
      const substitution = await findSubstitution(ctx.db, params.id)
      if (!substitution) return notFound()
      const allowed = may.end(ctx.actor, substitution)
      if (isRefusal(allowed)) return forbidden(allowed)
      const ended = await endSubstitution(ctx, substitution)
      return isRefusal(ended) ? unprocessable(ended) : json(await findSubstitution(ctx.db, params.id))
    },
  }),
]
