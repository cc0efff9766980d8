import { z } from 'zod'
import { isRefusal, refuse } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { json, notFound, unprocessable } from '#platform/http/answer.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema, listOf, listQuery } from '#platform/http/parse.ts'
import { may } from '../access.ts'
import { uploadLimit } from '../prepare-upload.ts'
import { findCatalog } from '../queries.ts'
import { compareTargets, filterMaps, type ShownMap } from './browse-maps.ts'
import {
  collectionExample,
  mapExample,
  mappingFileExample,
  targetsExample,
  wholeCollectionExample,
} from './examples.ts'
import { findCollection, listCollections, listRelations, type MappingCollection } from './find-collections.ts'
import { importMappings } from './import-mappings.ts'
import { countRelations } from './mapping.ts'
import { prepareMappingUpload } from './prepare-mappings.ts'
import { loadKnown } from './queries.ts'
import type { Known, KnownControl } from './resolve-targets.ts'
import { collectionOut, mapOut, mapQuery, targetsOut, targetsQuery, wholeCollectionOut } from './schemas.ts'

const tag = 'Catalogs'
const everybody = 'Everybody signed in'
const one = z.object({ id: idSchema })
const none = 'Diese Zuordnung gibt es nicht.'

const noCatalog = refuse('Diesen Katalog gibt es nicht.', [
  { path: 'catalogId', message: 'Bitte nennen Sie einen eingelesenen Katalog.' },
])

const toJson = ({ id, title, version, oscalVersion, status, method, ...more }: MappingCollection) => ({
  id,
  title,
  version,
  oscalVersion,
  status,
  method,
  sources: more.sources,
  targets: more.targets,
  mapCount: more.mapCount,
  sha256: more.sha256,
  warnings: more.warnings,
  importedAt: more.importedAt.toString(),
})

const wholeJson = async (db: Db, collection: MappingCollection) => ({
  ...toJson(collection),
  relationships: countRelations(await listRelations(db, collection.id)),
})

const controlJson = (control: KnownControl | null | undefined) => control && { id: control.id, title: control.title }

const mapJson = ({
  position,
  relationship,
  source,
  requirementId,
  target,
  isDefault,
  remarks,
  resolved,
}: ShownMap) => ({
  position,
  relationship,
  source: { id: source.id },
  requirementId,
  target,
  isDefault,
  remarks,
  targetState: resolved?.state ?? null,
  control: controlJson(resolved?.control) ?? null,
})

/** The catalog that was asked for, null when none was, undefined when there is no such one. */
async function knownOf(db: Db, catalogId: string | undefined): Promise<Known | null | undefined> {
  if (catalogId === undefined) return null
  return (await findCatalog(db, catalogId)) ? loadKnown(db, catalogId) : undefined
}

export const mappingOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/mapping-collections',
    id: 'listMappingCollections',
    summary: 'Imported mapping collections',
    who: everybody,
    tag,
    query: listQuery,
    reply: {
      status: 200,
      description: 'One page of collections',
      schema: listOf(collectionOut),
      example: { items: [collectionExample], next: null },
    },
    work: async (ctx, { query }) => {
      const found = await listCollections(ctx.db, query)
      return isRefusal(found) ? unprocessable(found) : json({ items: found.items.map(toJson), next: found.next })
    },
  }),
  operation({
    method: 'post',
    path: '/mapping-collections',
    id: 'importMappingCollection',
    summary: 'Import an OSCAL mapping collection (1.2, drafts of 1.1); the same file again is the same collection',
    who: 'Programme manager and office of the cooperative',
    tag,
    body: z
      .looseObject({ 'mapping-collection': z.looseObject({}) })
      .meta({ id: 'OscalMappingCollection', description: 'OSCAL JSON, at most 32 MB' }),
    bodyExample: mappingFileExample,
    rawJson: true,
    upload: 'OSCAL JSON (mapping collection)',
    bodyLimit: uploadLimit,
    problems: { 403: 'Only the cooperative imports mapping collections', 413: 'Over 32 MB' },
    guard: may.importMappings,
    prepare: prepareMappingUpload,
    reply: {
      status: 201,
      description: 'The collection, new or already there (then 200)',
      schema: wholeCollectionOut,
      example: wholeCollectionExample,
    },
    work: async (ctx, _, prepared) => {
      if (isRefusal(prepared)) return unprocessable(prepared)
      const { id, isNew } = await importMappings(ctx, prepared)
      const collection = await findCollection(ctx.db, id)
      if (!collection) return notFound(none)
      const body = await wholeJson(ctx.db, collection)
      return json(body, isNew ? 201 : 200, { location: `/api/v1/mapping-collections/${id}` })
    },
  }),
  operation({
    method: 'get',
    path: '/mapping-collections/{id}',
    id: 'getMappingCollection',
    summary: 'One mapping collection with how often each relation occurs',
    who: everybody,
    tag,
    params: one,
    reply: { status: 200, description: 'The collection', schema: wholeCollectionOut, example: wholeCollectionExample },
    work: async (ctx, { params }) => {
      const found = await findCollection(ctx.db, params.id)
      return found ? json(await wholeJson(ctx.db, found)) : notFound(none)
    },
  }),
  operation({
    method: 'get',
    path: '/mapping-collections/{id}/maps',
    id: 'listMappingRelations',
    summary: 'Relations of a mapping collection in its order, with their targets in a catalog',
    who: everybody,
    tag,
    params: one,
    query: mapQuery,
    reply: {
      status: 200,
      description: 'One page of relations',
      schema: listOf(mapOut),
      example: { items: [mapExample], next: null },
    },
    work: async (ctx, { params, query }) => {
      if (!(await findCollection(ctx.db, params.id))) return notFound(none)
      const after = decodeCursor(query.cursor, ['integer'])
      if (isRefusal(after)) return unprocessable(after)
      const known = await knownOf(ctx.db, query.catalogId)
      if (known === undefined) return unprocessable(noCatalog)
      if (query.state !== undefined && !known) return unprocessable(needsCatalog)
      const maps = filterMaps(await listRelations(ctx.db, params.id), known, query)
      const rest = maps.filter(({ position }) => position > Number(after?.[0] ?? 0)).slice(0, query.limit + 1)
      const { items, next } = listPage(rest, query.limit, ({ position }) => [position])
      return json({ items: items.map(mapJson), next })
    },
  }),
  operation({
    method: 'get',
    path: '/mapping-collections/{id}/targets',
    id: 'listMappingTargets',
    summary: 'What became of the targets of a mapping collection in a catalog: missing, renumbered, numbers used again',
    who: everybody,
    tag,
    params: one,
    query: targetsQuery,
    reply: { status: 200, description: 'Counts and all that moved', schema: targetsOut, example: targetsExample },
    work: async (ctx, { params, query }) => {
      if (!(await findCollection(ctx.db, params.id))) return notFound(none)
      const known = await knownOf(ctx.db, query.catalogId)
      if (!known) return unprocessable(noCatalog)
      const { items, ...counts } = compareTargets(await listRelations(ctx.db, params.id), known)
      return json({
        ...counts,
        items: items.map(({ target, state, control, atNumber, maps }) => ({
          target,
          state,
          control: controlJson(control),
          atNumber: controlJson(atNumber),
          maps,
        })),
      })
    },
  }),
]

const needsCatalog = refuse('Ob ein Ziel noch da ist, lässt sich nur in einem Katalog sagen.', [
  { path: 'catalogId', message: 'Bitte nennen Sie zu „state“ einen eingelesenen Katalog.' },
])
