import { z } from 'zod'
import { isRefusal, refuse } from '#kernel/outcome.ts'
import { json, notFound, unprocessable } from '#platform/http/answer.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { listOf } from '#platform/http/parse.ts'
import type { SearchSource } from '#platform/portal/search-document.ts'
import { forgetSearches } from './forget-searches.ts'
import { type Hit, plainSnippet } from './hit.ts'
import { pinHit } from './pin-hit.ts'
import { findDocument, findHits, readOwn } from './queries.ts'
import { hitOut, pinInput, pinKey, pinOut, recentOut, searchQuery } from './schemas.ts'
import { unpinHit } from './unpin-hit.ts'
import { readPhrase } from './words.ts'

const tag = 'Search'
const who = 'Everybody signed in; only what the asker may open is found'
const own = 'Everybody signed in, for themselves'
const examplePin = {
  type: 'organization',
  id: '01940d1c-5c00-7a60-8000-3a4b5c6d7e8f',
  title: 'Stadt Musterstadt',
  url: '/organisationen/01940d1c-5c00-7a60-8000-3a4b5c6d7e8f',
}

const pinKeyExample = { id: examplePin.id }
const toJson = ({ type, id, title, url, snippet }: Hit) => ({ type, id, title, url, snippet: plainSnippet(snippet) })

/** What people keep for themselves. */
const ownOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/search-pins',
    id: 'listSearchPins',
    summary: 'Hits that the asker keeps',
    who: own,
    tag,
    reply: {
      status: 200,
      description: 'In the order in which they were pinned',
      schema: listOf(pinOut),
      example: { items: [examplePin], next: null },
    },
    work: async (ctx) => json({ items: (await readOwn(ctx.db)).pins, next: null }),
  }),
  operation({
    method: 'post',
    path: '/search-pins',
    id: 'addSearchPin',
    summary: 'Keep a hit; at most 20',
    who: own,
    tag,
    body: pinInput,
    bodyExample: { type: examplePin.type, id: examplePin.id },
    reply: { status: 201, description: 'It is kept', schema: pinOut, example: examplePin },
    work: async (ctx, { body }) => {
      const found = await findDocument(ctx.db, body)
      if (!found) return notFound()
      const outcome = await pinHit(ctx, found)
      return isRefusal(outcome) ? unprocessable(outcome) : json(found, 201)
    },
  }),
  operation({
    method: 'delete',
    path: '/search-pins/{id}',
    id: 'removeSearchPin',
    summary: 'No longer keep a hit',
    who: own,
    tag,
    params: pinKey,
    reply: { status: 200, description: 'It is not kept any more', schema: pinKey, example: pinKeyExample },
    work: async (ctx, { params }) => ((await unpinHit(ctx, params.id)) ? json(params) : notFound()),
  }),
  operation({
    method: 'get',
    path: '/recent-searches',
    id: 'listRecentSearches',
    summary: 'What the asker searched for last on the pages',
    who: own,
    tag,
    reply: {
      status: 200,
      description: 'The last first',
      schema: listOf(recentOut),
      example: { items: [{ q: 'Datensicherung' }], next: null },
    },
    work: async (ctx) => json({ items: (await readOwn(ctx.db)).recent.map((q) => ({ q })), next: null }),
  }),
  operation({
    method: 'delete',
    path: '/recent-searches',
    id: 'forgetRecentSearches',
    summary: 'Forget what the asker searched for',
    who: own,
    tag,
    reply: {
      status: 200,
      description: 'Nothing of it is kept',
      schema: z.object({ forgotten: z.boolean() }),
      example: { forgotten: true },
    },
    work: async (ctx) => {
      await forgetSearches(ctx)
      return json({ forgotten: true })
    },
  }),
]

export const searchOperations = (sources: readonly SearchSource[]): Operation[] => {
  const types = sources.map(({ type }) => type)
  return [
    operation({
      method: 'get',
      path: '/search',
      id: 'search',
      summary: 'Search everything the asker may open; the best hits of each kind',
      title: 'Im Portal suchen',
      who,
      tag,
      query: searchQuery,
      reply: {
        status: 200,
        description: 'Hits by kind, in each kind the best first',
        schema: z.object({ items: z.array(hitOut) }),
        example: { items: [{ ...examplePin, snippet: 'Einheitsgemeinde · Landkreis Nordaue' }] },
      },
      work: async (ctx, { query: { q, type, limit } }) => {
        if (type !== undefined && !types.includes(type))
          return unprocessable(
            refuse('Diesen Bereich kennt die Suche nicht.', [
              { path: 'type', message: `Möglich ist: ${types.join(', ')}.` },
            ]),
          )
        const { words } = readPhrase(q)
        const wanted = sources.filter((source) => type === undefined || source.type === type)
        const hits = await findHits(ctx.db, { words, sources: wanted, most: limit })
        return json({ items: shared(hits, limit).map(toJson) })
      },
    }),
    ...ownOperations,
  ]
}

/** At most so many: of each kind its best before any kind gives more. The order of kinds stays. */
function shared(hits: readonly Hit[], limit: number): Hit[] {
  const chosen = new Set(hits.toSorted((a, b) => a.place - b.place).slice(0, limit))
  return hits.filter((hit) => chosen.has(hit))
}
