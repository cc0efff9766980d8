import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { json, notFound, unprocessable } from '#platform/http/answer.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema, listOf, listQuery } from '#platform/http/parse.ts'
import { may } from './access.ts'
import { importCatalog } from './import-catalog.ts'
import { catalogExample, controlExample, oscalExample, wholeCatalogExample, wholeControlExample } from './examples.ts'
import { type ControlSummary, findWholeControl, listControls, type WholeControl } from './find-controls.ts'
import { prepareUpload, uploadLimit } from './prepare-upload.ts'
import { type Catalog, type CatalogSource, findCatalog, listCatalogs, listSources } from './queries.ts'
import { catalogOut, controlOut, controlQuery, uploadParts, wholeCatalogOut, wholeControlOut } from './schemas.ts'

const tag = 'Catalogs'
const everybody = 'Everybody signed in'
const one = z.object({ id: idSchema })
const oneControl = one.extend({
  controlId: z
    .string()
    .max(255)
    .regex(/^[^\0]+$/)
    .meta({ description: 'Id of the control in this catalog version' }),
})

const noCatalog = 'Diesen Katalog gibt es nicht.'

const toJson = ({ id, title, version, scale, controlCount, sha256, source, license, origin, warnings }: Catalog) => ({
  id,
  title,
  version,
  scale,
  controlCount,
  sha256,
  source,
  license,
  origin,
  warnings,
})

const wholeJson = (catalog: Catalog, sources: readonly CatalogSource[]) => ({
  ...toJson(catalog),
  sources: sources.map(({ resource, name, id, title, version, sha256 }) => ({
    resource,
    name,
    catalogId: id,
    title,
    version,
    sha256,
  })),
})

const controlJson = ({ id, key, title, group, effort, level, obligation }: ControlSummary) => ({
  id,
  key,
  title,
  group,
  effort,
  level,
  obligation,
})

const wholeControlJson = (control: WholeControl) => {
  const { groups, parent, children, statement, help, documentation, params, links, tags, linkTitles } = control
  return {
    ...controlJson(control),
    groups,
    parent,
    children,
    statement,
    help,
    documentation,
    params,
    links: links.map(({ rel, href, text = null, controlId = null }) => ({
      rel,
      href,
      text,
      controlId,
      title: controlId === null ? null : (linkTitles.get(controlId) ?? null),
    })),
    tags,
  }
}

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
      example: { items: [catalogExample], next: null },
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
    reply: { status: 200, description: 'The catalog', schema: wholeCatalogOut, example: wholeCatalogExample },
    work: async (ctx, { params }) => {
      const found = await findCatalog(ctx.db, params.id)
      return found ? json(wholeJson(found, await listSources(ctx.db, found.id))) : notFound(noCatalog)
    },
  }),
  operation({
    method: 'post',
    path: '/catalogs',
    id: 'importCatalog',
    summary:
      'Import an OSCAL catalog or profile (1.1 or 1.2; JSON body or upload), or the WiBA workbook (upload); the same again is the same catalog',
    who: 'Programme manager and office of the cooperative',
    tag,
    body: z
      .union([
        z.looseObject({ catalog: z.looseObject({}) }),
        z.looseObject({ profile: z.looseObject({}), resources: uploadParts.shape.resources }),
      ])
      .meta({ id: 'OscalCatalog', description: 'OSCAL JSON, at most 32 MB; a profile with its resources' }),
    bodyExample: oscalExample,
    rawJson: true,
    upload: 'OSCAL JSON (catalog or profile), or the WiBA workbook (XLSX)',
    parts: uploadParts,
    bodyLimit: uploadLimit,
    problems: { 403: 'Only the cooperative imports catalogs', 413: 'Over 32 MB' },
    guard: may.importCatalog,
    prepare: async (request) => {
      const prepared = await prepareUpload(request)
      return 'asks' in prepared ? prepared.refusal : prepared
    },
    reply: {
      status: 201,
      description: 'The catalog, new or already there (then 200)',
      schema: wholeCatalogOut,
      example: wholeCatalogExample,
    },
    work: async (ctx, _, prepared) => {
      if (isRefusal(prepared)) return unprocessable(prepared)
      const { id, isNew } = await importCatalog(ctx, prepared)
      const catalog = await findCatalog(ctx.db, id)
      if (!catalog) return notFound(noCatalog)
      const body = wholeJson(catalog, await listSources(ctx.db, id))
      return json(body, isNew ? 201 : 200, { location: `/api/v1/catalogs/${id}` })
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
    query: controlQuery,
    reply: {
      status: 200,
      description: 'One page of controls',
      schema: listOf(controlOut),
      example: { items: [controlExample], next: null },
    },
    work: async (ctx, { params, query }) => {
      if (!(await findCatalog(ctx.db, params.id))) return notFound(noCatalog)
      const found = await listControls(ctx.db, params.id, query)
      return isRefusal(found) ? unprocessable(found) : json({ items: found.items.map(controlJson), next: found.next })
    },
  }),
  operation({
    method: 'get',
    path: '/catalogs/{id}/controls/{controlId}',
    id: 'getControl',
    summary: 'One control with everything its catalog says about it',
    who: everybody,
    tag,
    params: oneControl,
    reply: { status: 200, description: 'The control', schema: wholeControlOut, example: wholeControlExample },
    work: async (ctx, { params }) => {
      const found = await findWholeControl(ctx.db, params.id, params.controlId)
      return found ? json(wholeControlJson(found)) : notFound('Diese Anforderung gibt es in diesem Katalog nicht.')
    },
  }),
]
