import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { usualLimit } from '#foundation/files/index.ts'
import { json, notFound, unprocessable } from '#platform/http/answer.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema, listOf, parse } from '#platform/http/parse.ts'
import { may } from '../access.ts'
import { findEvent } from '../event/queries.ts'
import { onOwnEvent } from './api.ts'
import { materialJson } from './json.ts'
import { addMaterial, removeMaterial } from './keep-material.ts'
import { findMaterial, listMaterials } from './material-queries.ts'
import { prepareMaterial } from './prepare-material.ts'
import { materialIn, materialOut, materialParts } from './schemas.ts'

const tag = 'Events'
const who = 'Guides and programme managers of the cooperative'
const params = z.object({ id: idSchema })
const problems = { 403: 'Only organizers' } as const
const example = {
  id: '01940d1c-5c00-7a60-8000-7b5c6d7e8f30',
  title: 'Folien zum ersten Termin',
  url: 'https://beispiel.example/folien',
  fileName: null,
  forEverybody: false,
  addedAt: '2026-11-23T09:12:00Z',
}

/** What goes with an event. */
export const materialOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/events/{id}/materials',
    id: 'listEventMaterials',
    title: 'Unterlagen einer Veranstaltung auflisten',
    summary: 'Links and files, as far as they are for the reader',
    who: 'Everybody signed in, as far as the rows are visible',
    tag,
    params,
    reply: {
      status: 200,
      description: 'All of them',
      schema: listOf(materialOut),
      example: { items: [example], next: null },
    },
    work: async (ctx, { params: { id } }) => {
      const event = await findEvent(ctx.db, id)
      return event ? json({ items: (await listMaterials(ctx.db, id)).map(materialJson), next: null }) : notFound()
    },
  }),
  operation({
    method: 'post',
    path: '/events/{id}/materials',
    id: 'addEventMaterial',
    title: 'einer Veranstaltung eine Unterlage beilegen',
    summary: 'A link in JSON, or a file as an upload',
    who,
    tag,
    params,
    guard: may.organize,
    body: materialIn,
    bodyExample: { title: example.title, url: example.url, forEverybody: false },
    upload: 'The file, at most 25 MB',
    parts: materialParts,
    bodyLimit: usualLimit + 64 * 1024,
    prepare: prepareMaterial,
    problems: { ...problems, 413: 'Over 25 MB' },
    reply: { status: 201, description: 'The material', schema: materialOut, example },
    work: (ctx, { params: { id }, body, request }, file) =>
      onOwnEvent(ctx, id, async (event) => {
        if (isRefusal(file)) return unprocessable(file)
        const parts = file ? parse(materialParts, request.form, 'Die Unterlage ist nicht gespeichert') : undefined
        if (isRefusal(parts)) return unprocessable(parts)
        const wish = parts ? { title: parts.title, forEverybody: parts.forEverybody === 'true' } : body
        const done = await addMaterial(ctx, event, wish, file)
        if (isRefusal(done)) return unprocessable(done)
        const kept = await findMaterial(ctx.db, id, done.id)
        return kept ? json(materialJson(kept), 201) : notFound()
      }),
  }),
  operation({
    method: 'delete',
    path: '/events/{id}/materials/{material}',
    id: 'removeEventMaterial',
    title: 'eine Unterlage entfernen',
    summary: 'The link or the file goes',
    who,
    tag,
    params: params.extend({ material: idSchema }),
    guard: may.organize,
    problems,
    reply: {
      status: 200,
      description: 'Removed',
      schema: z.object({ removed: z.boolean() }),
      example: { removed: true },
    },
    work: (ctx, { params: { id, material } }) =>
      onOwnEvent(ctx, id, async (event) => {
        const found = await findMaterial(ctx.db, id, material)
        if (!found) return notFound()
        await removeMaterial(ctx, event, found)
        return json({ removed: true })
      }),
  }),
]
