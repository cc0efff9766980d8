import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { findCatalog } from '#foundation/catalogs/index.ts'
import { namesOf } from '#foundation/identity/index.ts'
import { findOrganization } from '#foundation/organizations/index.ts'
import { forbidden, json, notFound, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { listOf, listQuery } from '#platform/http/parse.ts'
import { may } from './access.ts'
import type { Assessment } from './assessment.ts'
import { answerReply } from './answer-reply.ts'
import { giveAnswer } from './give-answer.ts'
import { answerJson, assessmentJson } from './json.ts'
import { noSuchAssessment, noSuchControl, onAssessment, one, oneAnswer, readers } from './on-check.ts'
import { poamFile } from './poam-file.ts'
import { countGroups, findAnswer, findAssessment, findQuestion, listAssessments, pageOfVersions } from './queries.ts'
import { readNotes } from './read-note.ts'
import { answerIn, answerOut, assessmentOut, newAssessment } from './schemas.ts'
import { startAssessment } from './start-assessment.ts'
import { answerExample, assessmentExample, catalogIdExample, organizationIdExample, poamExample } from './examples.ts'

const tag = 'Assessments'
const writers = 'Own chief executive, security officer, IT staff'

export const assessmentOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/assessments',
    id: 'listAssessments',
    summary: 'Checks that you may see, the newest first',
    who: readers,
    tag,
    query: listQuery,
    reply: {
      status: 200,
      description: 'One page of checks',
      schema: listOf(assessmentOut),
      example: { items: [assessmentExample], next: null },
    },
    work: async (ctx, { query }) => {
      const found = await listAssessments(ctx.db, query)
      if (isRefusal(found)) return unprocessable(found)
      const groups = await countGroups(
        ctx.db,
        found.items.map(({ id }) => id),
      )
      const items = found.items.map((item) => assessmentJson(item, groups.get(item.id) ?? []))
      return { ...json({ items, next: found.next }), notes: readNotes(ctx, ...found.items) }
    },
  }),
  operation({
    method: 'post',
    path: '/assessments',
    id: 'startAssessment',
    summary: 'Start a check of an organization on a catalog',
    who: writers,
    tag,
    body: newAssessment,
    bodyExample: { organizationId: organizationIdExample, catalogId: catalogIdExample },
    problems: { 403: 'Only own staff may start a check' },
    reply: { status: 201, description: 'The new check', schema: assessmentOut, example: assessmentExample },
    work: async (ctx, { body }) => {
      if (!(await findOrganization(ctx.db, body.organizationId))) return notFound('Diese Organisation gibt es nicht.')
      const allowed = may.start(ctx.actor, body.organizationId)
      if (isRefusal(allowed)) return forbidden(allowed)
      const catalog = await findCatalog(ctx.db, body.catalogId)
      if (!catalog) return notFound('Diesen Katalog gibt es nicht.')
      const id = await startAssessment(ctx, body.organizationId, catalog)
      if (isRefusal(id)) return unprocessable(id)
      const assessment = await findAssessment(ctx.db, id)
      return assessment
        ? json(await withGroups(ctx, assessment), 201, { location: `/api/v1/assessments/${id}` })
        : notFound(noSuchAssessment)
    },
  }),
  operation({
    method: 'get',
    path: '/assessments/{id}',
    id: 'getAssessment',
    summary: 'One check with progress and score per group',
    who: readers,
    tag,
    params: one,
    reply: { status: 200, description: 'The check', schema: assessmentOut, example: assessmentExample },
    work: (ctx, { params }) =>
      onAssessment(ctx, params.id, async (assessment) => json(await withGroups(ctx, assessment))),
  }),
  operation({
    method: 'get',
    path: '/assessments/{id}/answers/{controlId}',
    id: 'getAnswer',
    summary: 'The answer that counts',
    who: readers,
    tag,
    params: oneAnswer,
    reply: { status: 200, description: 'The answer', schema: answerOut, example: answerExample },
    work: (ctx, { params }) =>
      onAssessment(ctx, params.id, async () => {
        const answer = await findAnswer(ctx.db, params.id, params.controlId)
        if (!answer)
          return notFound('Diese Frage ist noch nicht beantwortet, oder es gibt sie in dieser Prüfung nicht.')
        return json(answerJson(answer, await namesOf(ctx.db, [answer.answeredBy])))
      }),
  }),
  operation({
    method: 'put',
    path: '/assessments/{id}/answers/{controlId}',
    id: 'setAnswer',
    summary: 'Answer a control; each change is a further version',
    who: writers,
    tag,
    params: oneAnswer,
    body: answerIn,
    bodyExample: { answer: 'no', note: 'Liste liegt nur im Netzlaufwerk.', version: 1 },
    problems: {
      403: 'Only own staff may answer',
      409: 'Somebody else was faster: `yours`, `theirs` and the `version` that counts; nothing was written',
      428: 'There is an answer already: name the version you have seen',
    },
    reply: { status: 200, description: 'The answer as saved', schema: answerOut, example: answerExample },
    work: (ctx, { params, body }) =>
      onAssessment(ctx, params.id, async (assessment) => {
        const question = await findQuestion(ctx.db, assessment, params.controlId)
        const allowed = may.answer(ctx.actor, assessment, question?.topKey)
        if (isRefusal(allowed)) return forbidden(allowed)
        if (!question) return notFound(noSuchControl)
        return answerReply(ctx, await giveAnswer(ctx, assessment, question, body), body)
      }),
  }),
  operation({
    method: 'get',
    path: '/assessments/{id}/answers/{controlId}/history',
    id: 'getAnswerHistory',
    summary: 'All versions of an answer, the newest first',
    who: readers,
    tag,
    params: oneAnswer,
    query: listQuery,
    reply: {
      status: 200,
      description: 'The versions',
      schema: listOf(answerOut),
      example: { items: [answerExample], next: null },
    },
    work: (ctx, { params, query }) =>
      onAssessment(ctx, params.id, async (assessment) => {
        if (!(await findQuestion(ctx.db, assessment, params.controlId))) return notFound(noSuchControl)
        const answer = { assessmentId: params.id, controlId: params.controlId }
        const found = await pageOfVersions(ctx.db, answer, query)
        if (isRefusal(found)) return unprocessable(found)
        const names = await namesOf(
          ctx.db,
          found.items.map(({ answeredBy }) => answeredBy),
        )
        return json({ items: found.items.map((version) => answerJson(version, names)), next: found.next })
      }),
  }),
  operation({
    method: 'get',
    path: '/assessments/{id}/poam.json',
    id: 'getPoam',
    summary: 'Open points as OSCAL plan of action and milestones (1.1.3)',
    who: readers,
    tag,
    params: one,
    reply: {
      status: 200,
      description: 'OSCAL POA&M',
      schema: z.looseObject({ 'plan-of-action-and-milestones': z.looseObject({}) }).meta({ id: 'OscalPoam' }),
      example: poamExample,
    },
    work: (ctx, { params }) =>
      onAssessment(ctx, params.id, async (assessment) => {
        const allowed = may.seeWhole(assessment)
        return isRefusal(allowed) ? forbidden(allowed) : poamFile(ctx, assessment)
      }),
  }),
]

async function withGroups(ctx: Context, assessment: Assessment) {
  const groups = await countGroups(ctx.db, [assessment.id])
  return assessmentJson(assessment, groups.get(assessment.id) ?? [])
}
