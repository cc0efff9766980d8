import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { json, notFound, unprocessable } from '#platform/http/answer.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema, listOf, listQuery } from '#platform/http/parse.ts'
import { may } from './access.ts'
import { importCatalog } from './import-catalog.ts'
import { prepareUpload, uploadLimit } from './prepare-upload.ts'
import { type Catalog, type ControlSummary, findCatalog, listCatalogs, listControls } from './queries.ts'
import { catalogOut, controlOut } from './schemas.ts'

const tag = 'Catalogs'
const everybody = 'Everybody signed in'
const one = z.object({ id: idSchema })

const example = {
  id: '01940d1c-5c00-7a60-8000-0c1d2e3f4a5b',
  title: 'Lotsenwerk-Startcheck',
  version: '1.0.0',
  scale: 'yesNoNotApplicable',
  controlCount: 24,
  sha256: 'b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c',
  source: 'Kommunalverbund Elbe-Saale eG (Demo)',
  license: 'EUPL-1.2',
  warnings: [],
}

/** The least that can be imported. */
const oscalExample = {
  catalog: {
    uuid: '0f5d8c1e-6a0b-4c57-9d0e-3a3f5c7b1e11',
    metadata: {
      title: 'Lotsenwerk-Startcheck',
      'last-modified': '2026-03-01T08:00:00Z',
      version: '1.0.0',
      'oscal-version': '1.1.3',
    },
    controls: [{ id: 'lw-start-01', title: 'Werden Ihre wichtigsten Daten jeden Tag gesichert?' }],
  },
}

const controlExample = {
  id: 'lw-start-01',
  key: 'lw-start-01',
  title: 'Werden Ihre wichtigsten Daten jeden Tag gesichert?',
  group: 'Datensicherung',
  effort: '1-2',
}

const toJson = ({ id, title, version, scale, controlCount, sha256, source, license, warnings }: Catalog) => ({
  id,
  title,
  version,
  scale,
  controlCount,
  sha256,
  source,
  license,
  warnings,
})

const controlJson = ({ id, key, title, group, effort }: ControlSummary) => ({ id, key, title, group, effort })

export const catalogOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/catalogs',
    id: 'listCatalogs',
    summary: 'Imported catalog versions',
    who: everybody,
    tag,
    query: listQuery,
    reply: {
      status: 200,
      description: 'One page of catalogs',
      schema: listOf(catalogOut),
      example: { items: [example], next: null },
    },
    work: async (ctx, { query }) => {
      const found = await listCatalogs(ctx.db, query)
      return isRefusal(found) ? unprocessable(found) : json({ items: found.items.map(toJson), next: found.next })
    },
  }),
  operation({
    method: 'get',
    path: '/catalogs/{id}',
    id: 'getCatalog',
    summary: 'One catalog version',
    who: everybody,
    tag,
    params: one,
    reply: { status: 200, description: 'The catalog', schema: catalogOut, example },
    work: async (ctx, { params }) => {
      const found = await findCatalog(ctx.db, params.id)
      return found ? json(toJson(found)) : notFound('Diesen Katalog gibt es nicht.')
    },
  }),
  operation({
    method: 'post',
    path: '/catalogs',
    id: 'importCatalog',
    summary: 'Import an OSCAL catalog (1.1 or 1.2), as JSON body or upload; the same file again is the same catalog',
    who: 'Programme manager and office of the cooperative',
    tag,
    body: z
      .looseObject({ catalog: z.looseObject({}) })
      .meta({ id: 'OscalCatalog', description: 'OSCAL JSON, at most 32 MB' }),
    bodyExample: oscalExample,
    rawJson: true,
    upload: 'OSCAL JSON',
    bodyLimit: uploadLimit,
    problems: { 403: 'Only the cooperative imports catalogs', 413: 'Over 32 MB' },
    guard: may.importCatalog,
    prepare: prepareUpload,
    reply: { status: 201, description: 'The catalog, new or already there (then 200)', schema: catalogOut, example },
    work: async (ctx, _, prepared) => {
      if (isRefusal(prepared)) return unprocessable(prepared)
      const { id, isNew } = await importCatalog(ctx, prepared)
      const catalog = await findCatalog(ctx.db, id)
      return catalog ? json(toJson(catalog), isNew ? 201 : 200, { location: `/api/v1/catalogs/${id}` }) : notFound()
    },
  }),
  operation({
    method: 'get',
    path: '/catalogs/{id}/controls',
    id: 'listControls',
    summary: "Controls in the catalog's own order",
    who: everybody,
    tag,
    params: one,
    query: listQuery,
    reply: {
      status: 200,
      description: 'One page of controls',
      schema: listOf(controlOut),
      example: { items: [controlExample], next: null },
    },
    work: async (ctx, { params, query }) => {
      if (!(await findCatalog(ctx.db, params.id))) return notFound('Diesen Katalog gibt es nicht.')
      const found = await listControls(ctx.db, params.id, query)
      return isRefusal(found) ? unprocessable(found) : json({ items: found.items.map(controlJson), next: found.next })
    },
  }),
]
