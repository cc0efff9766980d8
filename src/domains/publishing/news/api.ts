import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { type Answer, json, notFound, type ProblemAnswer, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, openOperation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import { may } from './access.ts'
import type { News, NewsContent } from './news.ts'
import { findNews, listForDesk, listOut } from './queries.ts'
import { newsChange, newsIn, newsListOut, newsOut, newsQuery } from './schemas.ts'
import { addNews, changeNews, type Overtaken } from './write-news.ts'

const tag = 'News'
const who = 'Editors of the cooperative'
const params = z.object({ id: idSchema })

const example = {
  id: '01940d1c-5c00-7a60-8000-6b5c6d7e8f90',
  version: 1,
  slug: 'telefonzeiten-bis-zum-jahresende',
  title: 'Telefonzeiten bis zum Jahresende',
  teaser: 'Bis zum 18. Dezember beantworten wir Fragen jeden Dienstag von 9 bis 11 Uhr.',
  text: 'Ohne Anmeldung, auch für Kommunen, die noch nicht begonnen haben.',
  topic: 'SicherKOMMUNAL',
  author: 'Redaktion',
  state: 'published' as const,
  from: '2026-11-21T07:00:00Z',
  until: null,
}

const toJson = ({ id, version, slug, title, teaser, body, topic, author, state, from, until }: News) => ({
  id,
  version,
  slug,
  title,
  teaser,
  text: body,
  topic,
  author,
  state,
  from: from?.toString() ?? null,
  until: until?.toString() ?? null,
})

const momentOf = (text: string | null | undefined): Temporal.Instant | null =>
  text ? Temporal.Instant.from(text) : null

const stale: ProblemAnswer = {
  kind: 'problem',
  status: 409,
  type: 'inzwischen-geaendert',
  title: 'Inzwischen hat jemand anderes diese Meldung gespeichert. Bitte lesen Sie den neuen Stand und ändern Sie ihn.',
  refusal: { refused: 'stale' },
}

async function current(ctx: Context, id: string, status: 200 | 201): Promise<Answer> {
  const news = await findNews(ctx.db, id)
  return news ? json(toJson(news), status) : notFound()
}

const changed = (
  news: News,
  { text, from, until, ...rest }: Omit<z.infer<typeof newsChange>, 'version'>,
): NewsContent => ({
  ...news,
  ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
  ...(text === undefined ? {} : { body: text }),
  ...(from === undefined ? {} : { from: momentOf(from) }),
  ...(until === undefined ? {} : { until: momentOf(until) }),
})

const answered = async (outcome: Outcome<true | Overtaken>, done: () => Promise<Answer>): Promise<Answer> => {
  if (isRefusal(outcome)) return unprocessable(outcome)
  return outcome === true ? done() : stale
}

/** News: read by everybody, written by the editors. */
export const newsOperations: Operation[] = [
  openOperation({
    method: 'get',
    path: '/news',
    id: 'listNews',
    summary: 'What is out now, the newest first; for editors also drafts and what was withdrawn',
    who: 'Everybody, also without signing in; `state` shows editors what others do not see',
    tag,
    query: newsQuery,
    reply: {
      status: 200,
      description: 'One page of news',
      schema: newsListOut,
      example: { items: [example], next: null },
    },
    work: async (ctx, { query: { state, ...paging } }) => {
      const page = await (state ? listForDesk(ctx.db, { ...paging, state }) : listOut(ctx, paging))
      return isRefusal(page) ? unprocessable(page) : json({ items: page.items.map(toJson), next: page.next })
    },
  }),
  openOperation({
    method: 'get',
    path: '/news/{id}',
    id: 'getNews',
    summary: 'One piece of news',
    who: 'Everybody what is out, editors all',
    tag,
    params,
    reply: { status: 200, description: 'The version that counts', schema: newsOut, example },
    work: async (ctx, { params: { id } }) => {
      const news = await findNews(ctx.db, id)
      return news ? json(toJson(news)) : notFound('Diese Meldung gibt es nicht, oder sie ist nicht veröffentlicht.')
    },
  }),
  operation({
    method: 'post',
    path: '/news',
    id: 'addNews',
    summary: 'Draft or publish a piece of news',
    who,
    tag,
    guard: may.edit,
    problems: { 403: 'Only editors write news' },
    body: newsIn,
    bodyExample: {
      title: example.title,
      teaser: example.teaser,
      text: example.text,
      topic: example.topic,
      author: example.author,
      state: 'draft',
    },
    reply: { status: 201, description: 'It is on the desk', schema: newsOut, example: { ...example, state: 'draft' } },
    work: async (ctx, { body: { text, from, until, ...rest } }) => {
      const added = await addNews(ctx, { ...rest, body: text, from: momentOf(from), until: momentOf(until) })
      return isRefusal(added) ? unprocessable(added) : current(ctx, added.id, 201)
    },
  }),
  operation({
    method: 'patch',
    path: '/news/{id}',
    id: 'changeNews',
    summary: 'Change, publish or withdraw it: a further version',
    who,
    tag,
    guard: may.edit,
    params,
    problems: { 403: 'Only editors write news', 409: 'Somebody else changed it in between' },
    body: newsChange,
    bodyExample: { state: 'withdrawn', version: 1 },
    reply: {
      status: 200,
      description: 'The version that counts',
      schema: newsOut,
      example: { ...example, state: 'withdrawn', version: 2 },
    },
    work: async (ctx, { params: { id }, body: { version, ...body } }) => {
      const news = await findNews(ctx.db, id)
      if (!news) return notFound('Diese Meldung gibt es nicht.')
      const outcome = await changeNews(ctx, news, changed(news, body), version)
      return answered(outcome, () => current(ctx, id, 200))
    },
  }),
]
