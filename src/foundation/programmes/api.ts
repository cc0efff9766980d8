import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { json, notFound, unprocessable } from '#platform/http/answer.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import { may } from './access.ts'
import { addProgramme } from './add-programme.ts'
import { newProgrammeExample, programmeExample as example } from './examples.ts'
import { programmeJson } from './json.ts'
import { findProgramme, listProgrammes } from './queries.ts'
import { newProgramme, programmeList, programmeOut, programmeQuery } from './schemas.ts'

const tag = 'Programmes'

export const programmeOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/programmes',
    id: 'listProgrammes',
    title: 'Programme auflisten',
    summary: 'Programmes in German order of names, each with phases, steps, stages and documents wanted',
    who: 'Everybody signed in; drafts: who leads them',
    tag,
    query: programmeQuery,
    reply: {
      status: 200,
      description: 'One page of programmes',
      schema: programmeList,
      example: { items: [example], next: null },
    },
    work: async (ctx, { query }) => {
      const found = await listProgrammes(ctx.db, query)
      return isRefusal(found) ? unprocessable(found) : json({ items: found.items.map(programmeJson), next: found.next })
    },
  }),
  operation({
    method: 'get',
    path: '/programmes/{id}',
    id: 'getProgramme',
    title: 'ein Programm zeigen',
    summary: 'One programme with all its parts',
    who: 'Everybody signed in',
    tag,
    params: z.object({ id: idSchema }),
    reply: { status: 200, description: 'The programme', schema: programmeOut, example },
    work: async (ctx, { params }) => {
      const found = await findProgramme(ctx.db, params.id)
      return found ? json(programmeJson(found)) : notFound()
    },
  }),
  operation({
    method: 'post',
    path: '/programmes',
    id: 'addProgramme',
    title: 'ein Programm anlegen, mit Phasen, Schritten und Stufen',
    summary: 'Add a programme with its phases, steps, stages and documents wanted',
    who: 'Programme managers',
    tag,
    guard: may.add,
    problems: { 403: 'Only programme managers add programmes' },
    body: newProgramme,
    bodyExample: newProgrammeExample,
    reply: { status: 201, description: 'The new programme', schema: programmeOut, example },
    work: async (ctx, { body }) => {
      const id = await addProgramme(ctx, body)
      if (isRefusal(id)) return unprocessable(id)
      const added = await findProgramme(ctx.db, id)
      return added ? json(programmeJson(added), 201, { location: `/api/v1/programmes/${id}` }) : notFound()
    },
  }),
]
