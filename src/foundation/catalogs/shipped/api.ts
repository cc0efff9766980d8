import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { json, unprocessable } from '#platform/http/answer.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import type { Incoming } from '#platform/http/request.ts'
import { may } from '../access.ts'
import { importShipped, prepareShipped } from './prepare-shipped.ts'
import { listShipped, type ShippedState } from './queries.ts'
import { shippedNames } from './shipped-catalog.ts'

const tag = 'Catalogs'

const shippedOut = z
  .object({
    name: z.enum(shippedNames),
    title: z.string(),
    about: z.string(),
    catalogId: idSchema
      .nullable()
      .meta({ description: 'The imported catalog; null while this version is not imported' }),
  })
  .meta({ id: 'ShippedCatalog' })

const wanted = z.object({ name: z.enum(shippedNames) })

const example = {
  name: 'basischeck' as const,
  title: 'Lotsenwerk-Basis-Check',
  about: 'Prüfung der Informationssicherheit in 19 Listen, mit Hilfe zu jeder Frage.',
  catalogId: '01940d1c-5c00-7a60-8000-0c1d2e3f4a5b',
}

const toJson = ({ name, title, about, catalogId }: ShippedState) => ({ name, title, about, catalogId })

export const shippedCatalogOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/shipped-catalogs',
    id: 'listShippedCatalogs',
    summary: 'Catalogs that come with the product, and whether they are imported',
    title: 'auflisten, und ob sie eingelesen sind',
    who: 'Everybody signed in',
    tag,
    reply: {
      status: 200,
      description: 'All of them',
      schema: z.object({ items: z.array(shippedOut), next: z.null() }),
      example: { items: [example], next: null },
    },
    work: async (ctx) => json({ items: (await listShipped(ctx.db)).map(toJson), next: null }),
  }),
  operation({
    method: 'post',
    path: '/shipped-catalogs',
    id: 'importShippedCatalog',
    summary: 'Import a catalog that comes with the product; once more is the same catalog',
    title: 'einlesen, ohne Datei',
    who: 'Programme manager and office of the cooperative',
    tag,
    body: wanted,
    bodyExample: { name: 'basischeck' },
    problems: { 403: 'Only the cooperative imports catalogs' },
    guard: may.importCatalog,
    prepare: ({ json: body }: Incoming) => prepareShipped(wanted.safeParse(body).data?.name ?? ''),
    reply: { status: 201, description: 'Imported, or already there (then 200)', schema: shippedOut, example },
    work: async (ctx, { body }, prepared) => {
      if (isRefusal(prepared)) return unprocessable(prepared)
      const { id, isNew } = await importShipped(ctx, prepared)
      const found = (await listShipped(ctx.db)).find(({ name }) => name === body.name)
      if (!found) throw new Error(`${body.name} was imported and is not shipped`)
      return json(toJson(found), isNew ? 201 : 200, { location: `/api/v1/catalogs/${id}` })
    },
  }),
]
