import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { json, notFound, type ProblemAnswer, unprocessable } from '#platform/http/answer.ts'
import { type Operation, openOperation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import { may } from './access.ts'
import { answerBarrier } from './answer-barrier.ts'
import type { BarrierReport } from './barrier-report.ts'
import { changePage } from './change-page.ts'
import { gapsIn } from './plain-page.ts'
import { type CurrentPage, findPage, findReport, listPageTexts, listReports } from './queries.ts'
import { answerIn, pageIn, pageOut, reportListOut, reportOut, reportQuery } from './schemas.ts'

const named = z.object({ name: z.string().max(100) })
const one = z.object({ id: idSchema })
const unknownPage = () => notFound('Diese Seite gibt es nicht.')

const pageExample = {
  name: 'impressum',
  title: 'Impressum',
  url: '/impressum',
  text: '## Anbieter\n\n{{verbund}}\n\n[[Straße und Hausnummer]]',
  missing: ['Straße und Hausnummer'],
  own: false,
  version: 0,
}

const reportExample = {
  id: '01940d1c-5c00-7a60-8000-7b5c6d7e8f90',
  what: 'Der Fortschritt wird vom Bildschirmleser nicht vorgelesen.',
  place: '/pruefungen',
  answerWanted: true,
  receivedAt: '2026-11-21T08:15:00Z',
  dueOn: '2026-12-21',
  answer: null,
  answeredAt: null,
}

const pageToJson = ({ page, text, version, own }: CurrentPage) => ({
  name: page.name,
  title: page.title,
  url: page.path,
  text,
  missing: gapsIn(text),
  own,
  version,
})

const reportToJson = ({ id, what, place, email, receivedAt, dueOn, answer, answeredAt }: BarrierReport) => ({
  id,
  what,
  place,
  answerWanted: email !== '',
  receivedAt: receivedAt.toString(),
  dueOn: dueOn.toString(),
  answer: answeredAt ? answer : null,
  answeredAt: answeredAt?.toString() ?? null,
})

const stale: ProblemAnswer = {
  kind: 'problem',
  status: 409,
  type: 'inzwischen-geaendert',
  title: 'Inzwischen hat jemand anderes diese Seite gespeichert. Bitte lesen Sie den neuen Stand und ändern Sie ihn.',
  refusal: { refused: 'stale' },
}

const pages: Operation[] = [
  openOperation({
    method: 'get',
    path: '/pages',
    id: 'listPages',
    summary: 'Imprint, privacy notice, accessibility statement and what the programmes are',
    who: 'Everybody, also without signing in',
    tag: 'Pages',
    reply: {
      status: 200,
      description: 'All plain pages',
      schema: z.object({ items: z.array(pageOut) }),
      example: { items: [pageExample] },
    },
    work: async ({ db }) => json({ items: (await listPageTexts(db)).map(pageToJson) }),
  }),
  openOperation({
    method: 'get',
    path: '/pages/{name}',
    id: 'getPage',
    summary: 'One plain page',
    who: 'Everybody, also without signing in',
    tag: 'Pages',
    params: named,
    reply: { status: 200, description: 'As it is worded today', schema: pageOut, example: pageExample },
    work: async ({ db }, { params }) => {
      const found = await findPage(db, params.name)
      return found ? json(pageToJson(found)) : unknownPage()
    },
  }),
  operation({
    method: 'put',
    path: '/pages/{name}',
    id: 'changePage',
    summary: 'Word a plain page: a further version',
    who: 'Editor, office and administrator of the cooperative',
    tag: 'Pages',
    guard: may.word,
    params: named,
    problems: { 403: 'Only editor, office and administrator word pages', 409: 'Somebody else changed it in between' },
    body: pageIn,
    bodyExample: { text: '## Anbieter\n\n{{verbund}}', version: 0 },
    reply: {
      status: 200,
      description: 'As it is worded now',
      schema: pageOut,
      example: { ...pageExample, text: '## Anbieter\n\n{{verbund}}', missing: [], own: true, version: 1 },
    },
    work: async (ctx, { params, body }) => {
      const found = await findPage(ctx.db, params.name)
      if (!found) return unknownPage()
      if ((await changePage(ctx, found.page, body)) !== true) return stale
      return json(pageToJson({ ...found, text: body.text, own: true, version: body.version + 1 }))
    },
  }),
]

const reports: Operation[] = [
  operation({
    method: 'get',
    path: '/barrier-reports',
    id: 'listBarrierReports',
    summary: 'Barriers that people reported, the latest first',
    who: 'Editor and office of the cooperative',
    tag: 'Barrier reports',
    guard: may.answer,
    problems: { 403: 'Only editor and office read them' },
    query: reportQuery,
    reply: {
      status: 200,
      description: 'One page of reports',
      schema: reportListOut,
      example: { items: [reportExample], next: null },
    },
    work: async ({ db }, { query }) => {
      const page = await listReports(db, query)
      return isRefusal(page) ? unprocessable(page) : json({ items: page.items.map(reportToJson), next: page.next })
    },
  }),
  operation({
    method: 'post',
    path: '/barrier-reports/{id}/answer',
    id: 'answerBarrierReport',
    summary: 'Answer a report and close it; the answer goes out by mail where an address was given',
    who: 'Editor and office of the cooperative',
    tag: 'Barrier reports',
    guard: may.answer,
    problems: { 403: 'Only editor and office answer them' },
    params: one,
    body: answerIn,
    bodyExample: { answer: 'Danke für den Hinweis. Die Beschriftung ist ergänzt.' },
    reply: {
      status: 200,
      description: 'Answered',
      schema: reportOut,
      example: {
        ...reportExample,
        answerWanted: false,
        answer: 'Danke für den Hinweis. Die Beschriftung ist ergänzt.',
        answeredAt: '2026-11-23T09:00:00Z',
      },
    },
    work: async (ctx, { params, body }) => {
      const report = await findReport(ctx.db, params.id)
      if (!report) return notFound('Diese Meldung gibt es nicht.')
      const outcome = await answerBarrier(ctx, report, body.answer)
      if (isRefusal(outcome)) return unprocessable(outcome)
      return json(reportToJson({ ...report, email: '', answer: body.answer, answeredAt: ctx.now }))
    },
  }),
]

/** Plain pages and reported barriers. */
export const pageOperations: Operation[] = [...pages, ...reports]
