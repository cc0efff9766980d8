import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { type Answer, json, notFound, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import { may } from './access.ts'
import { addProgramme } from './add-programme.ts'
import { newProgrammeExample, programmeExample as example } from './examples.ts'
import { programmeJson } from './json.ts'
import { changeProgramme } from './facts/change-programme.ts'
import { programmeChange } from './facts/schemas.ts'
import { lastChangedBy } from './facts/queries.ts'
import { onLed } from './on-programme.ts'
import type { Programme } from './programme.ts'
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
  operation({
    method: 'patch',
    path: '/programmes/{id}',
    id: 'changeProgramme',
    title: 'Angaben und Texte eines Programms ändern',
    summary: 'Change what is given, leave the rest; another text of the declaration is another version of it',
    who: 'Who leads the programme',
    tag,
    params: z.object({ id: idSchema }),
    body: programmeChange,
    bodyExample: { deadline: '2027-03-31', version: 3 },
    problems: {
      403: 'Only who leads the programme',
      409: 'Somebody else was faster than `version`: `yours`, `theirs` and the `version` that counts; nothing was written',
    },
    reply: { status: 200, description: 'The programme as it is now', schema: programmeOut, example },
    work: (ctx, { params, body }) =>
      onLed(ctx, params.id, async (before) => {
        const outcome = await changeProgramme(ctx, before, body)
        if (isRefusal(outcome)) return unprocessable(outcome)
        return 'saved' in outcome ? json(programmeJson(outcome.saved)) : conflict(ctx, outcome.theirs, body)
      }),
  }),
]

async function conflict(
  ctx: Context,
  theirs: Programme,
  { version: _, ...yours }: object & { version?: unknown },
): Promise<Answer> {
  const name = await lastChangedBy(ctx.db, theirs.id)
  return {
    kind: 'problem',
    status: 409,
    type: 'zwei-fassungen',
    title: `${name ?? 'Jemand anderes'} hat „${theirs.name}“ inzwischen auch geändert. Ihre Fassung ist nicht gespeichert.`,
    more: { yours, theirs: programmeJson(theirs), version: theirs.version },
  }
}
