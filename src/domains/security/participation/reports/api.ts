import { z } from 'zod'
import { isRefusal, type Refusal, refuse } from '#kernel/outcome.ts'
import { prepareFile, usualLimit } from '#foundation/files/index.ts'
import type { EnrollmentWithSteps } from '#foundation/programmes/index.ts'
import { type Answer, forbidden, json, notFound, type ProblemAnswer, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import { may } from '../access.ts'
import { findRoadWith, onRoad } from '../on-road.ts'
import { notesOfReading } from '../read-notes.ts'
import { acceptReport, askChanges } from './decide-report.ts'
import { deliverReport } from './deliver-report.ts'
import { reportExample as example } from './examples.ts'
import { reportJson } from './json.ts'
import { findReport, listReports } from './queries.ts'
import type { Report } from './report.ts'
import {
  acceptanceIn,
  changeRequest,
  commentChange,
  newComment,
  newReport,
  reportList,
  reportOut,
  reportQuery,
} from './schemas.ts'
import { settleComment, writeComment } from './write-comment.ts'

const tag = 'Contractor reports'
const who =
  'Versions and states: everybody of the municipality, its assessor while assigned, who leads or guides in the programme. Content: who speaks for the municipality, and the assessor'
const bothSides = 'Who speaks for the municipality, and the assessor while assigned'
const one = z.object({ id: idSchema })
const reply = { status: 200, description: 'The version', schema: reportOut, example } as const
const notYours = 'Not of this side, or the participation has ended'
const noFile = refuse('Es ist keine Datei angekommen. Gespeichert ist nichts.', [
  { path: 'file', message: 'Bitte eine Datei mitschicken.' },
])

// With its refusal the transaction is undone: the step had moved already.
const changed = (refusal: Refusal): ProblemAnswer => ({
  kind: 'problem',
  status: 409,
  type: 'inzwischen-geaendert',
  title: refusal.refused,
  refusal,
})

async function onReport(
  ctx: Context,
  id: string,
  work: (road: EnrollmentWithSteps, report: Report) => Promise<Answer>,
): Promise<Answer> {
  const report = await findReport(ctx.db, id)
  return report
    ? onRoad(ctx, report.enrollmentId, 'reports', (road) => work(road, report))
    : notFound('Diesen Bericht gibt es nicht, oder er gehört einer anderen Kommune.')
}

async function shown(ctx: Context, road: EnrollmentWithSteps, id: string, status: 200 | 201 = 200): Promise<Answer> {
  const report = await findReport(ctx.db, id)
  return report ? json(reportJson(report, may.sideOf(ctx.actor, road) !== undefined, road), status) : notFound()
}

export const contractorReportOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/contractor-reports',
    id: 'listContractorReports',
    title: 'Berichte des Prüfhauses auflisten',
    summary: 'Versions of the reports, the newest first',
    who,
    tag,
    query: reportQuery,
    reply: {
      status: 200,
      description: 'One page of versions',
      schema: reportList,
      example: { items: [example], next: null },
    },
    work: async (ctx, { query }) => {
      const found = await listReports(ctx.db, query)
      if (isRefusal(found)) return unprocessable(found)
      const items = found.items.map((report) => reportJson(report, may.sideOf(ctx.actor, report) !== undefined))
      return { ...json({ items, next: found.next }), notes: notesOfReading(ctx, found.items) }
    },
  }),
  operation({
    method: 'get',
    path: '/contractor-reports/{id}',
    id: 'getContractorReport',
    title: 'eine Fassung eines Berichts zeigen',
    summary: 'One version with its comments, and what would be signed',
    who,
    tag,
    params: one,
    reply,
    work: (ctx, { params }) =>
      onReport(ctx, params.id, async (road, report) =>
        json(reportJson(report, may.sideOf(ctx.actor, road) !== undefined, road)),
      ),
  }),
  operation({
    method: 'post',
    path: '/contractor-reports/{id}/comments',
    id: 'addReportComment',
    title: 'etwas zu einem Bericht schreiben',
    summary: 'Comment on a page or section, or answer a comment; not after the acceptance',
    who: bothSides,
    tag,
    params: one,
    body: newComment,
    bodyExample: { place: 'Seite 4', text: 'Die Zahl der Server stimmt nicht.' },
    problems: { 403: notYours },
    reply: { ...reply, status: 201 },
    work: (ctx, { params, body }) =>
      onReport(ctx, params.id, async (road, report) => {
        const side = may.act(ctx.actor, road)
        if (isRefusal(side)) return forbidden(side)
        const done = await writeComment(ctx, report, { ...body, side })
        return isRefusal(done) ? unprocessable(done) : shown(ctx, road, report.id, 201)
      }),
  }),
  operation({
    method: 'patch',
    path: '/contractor-reports/{id}/comments/{commentId}',
    id: 'settleReportComment',
    title: 'einen Beitrag zu einem Bericht als erledigt kennzeichnen',
    summary: 'Say that a comment needs nothing more',
    who: bothSides,
    tag,
    params: one.extend({ commentId: idSchema }),
    body: commentChange,
    bodyExample: { settled: true },
    problems: { 403: notYours },
    reply,
    work: (ctx, { params }) =>
      onReport(ctx, params.id, async (road, report) => {
        const side = may.act(ctx.actor, road)
        if (isRefusal(side)) return forbidden(side)
        if (!report.comments.some(({ id }) => id === params.commentId)) return notFound()
        const done = await settleComment(ctx, report, params.commentId)
        return isRefusal(done) ? unprocessable(done) : shown(ctx, road, report.id)
      }),
  }),
  operation({
    method: 'post',
    path: '/contractor-reports/{id}/change-requests',
    id: 'askReportChanges',
    title: 'um Änderungen an einem Bericht bitten',
    summary: 'Ask for changes; the contractor is waited for',
    who: 'Who speaks for the municipality',
    tag,
    params: one,
    body: changeRequest,
    bodyExample: { wish: 'Abschnitt 3 passt nicht zu unserem Netz.' },
    problems: { 403: notYours, 409: 'This version no longer waits for the municipality' },
    reply,
    work: (ctx, { params, body }) =>
      onReport(ctx, params.id, async (road, report) => {
        const allowed = may.actForOrganization(ctx.actor, road)
        if (isRefusal(allowed)) return forbidden(allowed)
        const done = await askChanges(ctx, road, report, body.wish)
        if (isRefusal(done)) return unprocessable(done)
        return 'changed' in done ? changed(done.changed) : shown(ctx, road, report.id)
      }),
  }),
  operation({
    method: 'post',
    path: '/contractor-reports/{id}/acceptance',
    id: 'acceptContractorReport',
    title: 'einen Bericht abnehmen',
    summary: 'Accept a version with the own password: it is final, and the step is done',
    who: 'Own chief executive or security officer',
    tag,
    params: one,
    body: acceptanceIn,
    bodyExample: { password: '…', shownSha256: example.content.fileSha256 },
    confirms: true,
    problems: { 403: 'Not theirs to accept', 409: 'Something else lies there by now; nothing was signed' },
    reply,
    work: (ctx, { params, body, request }) =>
      onReport(ctx, params.id, async (road, report) => {
        const role = may.accept(ctx.actor, road)
        if (isRefusal(role)) return forbidden(role)
        const { shownSha256 } = body
        const done = await acceptReport(ctx, road, report, {
          role,
          shownSha256,
          passwordConfirmed: request.confirmation,
        })
        if (isRefusal(done)) return unprocessable(done)
        return 'changed' in done ? changed(done.changed) : json(reportJson(done.accepted, true))
      }),
  }),
  operation({
    method: 'post',
    path: '/contractor-reports',
    id: 'addContractorReport',
    title: 'einen Bericht liefern',
    summary:
      'Deliver a version (multipart: `file`, `enrollmentId`, `summary`, `reason`); the municipality is waited for',
    who: 'The assessor while assigned',
    tag,
    body: newReport,
    bodyExample: { enrollmentId: example.enrollmentId, summary: 'Abschnitt 3 ist überarbeitet.', reason: '' },
    upload: 'PDF, DOCX or another kind of file that is taken, at most 25 MB',
    bodyLimit: usualLimit,
    prepare: async ({ files, storage }) => (files['file'] ? prepareFile(files['file'], storage) : undefined),
    problems: { 403: notYours, 413: 'Over 25 MB' },
    reply: {
      status: 201,
      description: 'Where it is',
      schema: z.object({ id: idSchema }).meta({ id: 'ContractorReportAdded' }),
      example: { id: example.id },
    },
    work: async (ctx, { body }, file) => {
      const road = await findRoadWith(ctx, body.enrollmentId, 'reports')
      if (!road) return notFound()
      const allowed = may.actForAssessor(ctx.actor, road)
      if (isRefusal(allowed)) return forbidden(allowed)
      if (file === undefined || isRefusal(file)) return unprocessable(file ?? noFile)
      const id = await deliverReport(ctx, road, { ...body, file })
      return isRefusal(id) ? unprocessable(id) : json({ id }, 201, { location: `/api/v1/contractor-reports/${id}` })
    },
  }),
]
