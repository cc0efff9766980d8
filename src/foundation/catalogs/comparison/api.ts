import { z } from 'zod'
import { json, notFound } from '#platform/http/answer.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import type { Catalog } from '../queries.ts'
import { type ComparedControl, isRenumbered, isToConfirm, type Pair } from './compare-versions.ts'
import { comparisonExample } from './example.ts'
import { type ComparedCatalogs, readComparison } from './read-comparison.ts'
import { comparisonOut, comparisonQuery } from './schemas.ts'

const versionJson = ({ id, title, version }: Catalog) => ({ id, title, version })

const sideJson = ({ id, key, title }: ComparedControl) => ({ id, key, title })

const pairJson = ({ before, after, changes }: Pair) => ({ before: sideJson(before), after: sideJson(after), changes })

const some = <Item>(items: readonly Item[]) => ({ count: items.length, items })

const toJson = ({ before, after, comparison: { pairs, lost, new: added, byKeys } }: ComparedCatalogs) => ({
  before: versionJson(before),
  after: versionJson(after),
  byKeys,
  same: some(pairs.filter((pair) => !isRenumbered(pair)).map(pairJson)),
  renumbered: some(pairs.filter(isRenumbered).map(pairJson)),
  changed: some(pairs.filter(isToConfirm).map(pairJson)),
  lost: some(lost.map((control) => ({ before: sideJson(control), after: null, changes: [] }))),
  new: some(added.map((control) => ({ before: null, after: sideJson(control), changes: [] }))),
})

export const comparisonOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/catalogs/{id}/comparison',
    id: 'getCatalogComparison',
    title: 'zwei Fassungen vergleichen',
    summary: 'What became of each control since another version: the same, renumbered, changed, lost, new',
    who: 'Everybody signed in',
    tag: 'Catalogs',
    params: z.object({ id: idSchema }),
    query: comparisonQuery,
    reply: {
      status: 200,
      description: 'The comparison, old against new',
      schema: comparisonOut,
      example: comparisonExample,
    },
    work: async (ctx, { params, query }) => {
      const found = await readComparison(ctx.db, { id: params.id, beforeId: query.before })
      return found ? json(toJson(found)) : notFound('Einen der beiden Kataloge gibt es nicht.')
    },
  }),
]
