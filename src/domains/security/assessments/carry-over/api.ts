import { type Refusal, isRefusal, refuse } from '#kernel/outcome.ts'
import { findCatalog } from '#foundation/catalogs/index.ts'
import { type Answer as HttpAnswer, forbidden, json, notFound, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { listOf } from '#platform/http/parse.ts'
import { may } from '../access.ts'
import { answerReply } from '../answer-reply.ts'
import type { Assessment, Question } from '../assessment.ts'
import { answerExample } from '../examples.ts'
import { answerJson } from '../json.ts'
import { onAssessment, onQuestion, one, oneAnswer, readers } from '../on-check.ts'
import { findAssessment, listLatestChecks } from '../queries.ts'
import { readNotes } from '../read-note.ts'
import { manyOut } from '../work/schemas.ts'
import { type Covering, coverageOf } from './coverage-of.ts'
import { declineProposal, resumeProposal } from './decline-proposal.ts'
import { coverageExample, proposalExample } from './examples.ts'
import { proposalJson } from './json.ts'
import { loadProposals } from './load-proposals.ts'
import { coverageOut, coverageQuery, decisionOut, groupIn, proposalIn, proposalOut, proposalQuery } from './schemas.ts'
import { takeGroup } from './take-group.ts'
import { takeProposal } from './take-proposal.ts'

const tag = 'Assessments'
const writers = 'Own chief executive, security officer, IT staff; delegates in their lists'
const problems = { 403: 'Neither own staff nor a delegate of the list' }
const manyExample = { count: 2, controlIds: ['BES.2', 'BES.3'], answeredAt: '2026-11-23T09:42:00Z' }

export const carryOverOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/assessments/{id}/proposals',
    id: 'listProposals',
    summary: 'What answers of other checks say about the questions of this one that nobody has answered',
    who: readers,
    tag,
    params: one,
    query: proposalQuery,
    reply: {
      status: 200,
      description: 'One page of proposals, in the order of the catalog; none of them is an answer',
      schema: listOf(proposalOut),
      example: { items: [proposalExample], next: null },
    },
    work: (ctx, { params, query: { group, limit, cursor } }) =>
      onAssessment(ctx, params.id, async (assessment) => {
        const after = decodeCursor(cursor, ['integer'])
        if (isRefusal(after)) return unprocessable(after)
        const { open, others } = await loadProposals(ctx.db, assessment)
        const from = after ? Number(after[0]) : 0
        const wanted = open.filter(
          ({ question }) => (group === undefined || question.topKey === group) && question.position > from,
        )
        const { items, next } = listPage(wanted.slice(0, limit + 1), limit, ({ question }) => [question.position])
        const notes = readNotes(ctx, ...others.map(({ check }) => check))
        return { ...json({ items: items.map(proposalJson), next }), notes }
      }),
  }),
  operation({
    method: 'post',
    path: '/assessments/{id}/proposals',
    id: 'takeProposals',
    summary: 'Take every proposed answer of a list; none counts before somebody confirms it',
    title: 'Vorgeschlagene Antworten einer Liste übernehmen',
    who: writers,
    tag,
    params: one,
    body: groupIn,
    bodyExample: { group: 'BES' },
    problems,
    reply: { status: 200, description: 'What was taken', schema: manyOut, example: manyExample },
    work: (ctx, { params, body: { group } }) =>
      onAssessment(ctx, params.id, async (assessment) => {
        const allowed = may.answer(ctx.actor, assessment)
        if (isRefusal(allowed)) return forbidden(allowed)
        const done = await takeGroup(ctx, assessment, group)
        if (isRefusal(done)) return unprocessable(done)
        const { controlIds, answeredAt } = done
        return json({ count: controlIds.length, controlIds, answeredAt: answeredAt.toString() })
      }),
  }),
  operation({
    method: 'post',
    path: '/assessments/{id}/proposals/{controlId}',
    id: 'takeProposal',
    summary: 'Decide about one proposal: take it as an answer that counts, decline it, or have it proposed again',
    title: 'Über einen Vorschlag entscheiden',
    who: writers,
    tag,
    params: oneAnswer,
    body: proposalIn,
    bodyExample: { answer: 'yes', note: 'Übernommen aus WiBA, BAK.2: Ja.' },
    problems: { ...problems, 409: 'Somebody else was faster: `yours`, `theirs` and the `version` that counts' },
    reply: {
      status: 200,
      description: 'What was decided',
      schema: decisionOut,
      example: { controlId: 'BES.2', declined: false, answer: answerExample },
    },
    work: (ctx, { params, body: { answer, declined, note, version, sources } }) =>
      onOwnQuestion(ctx, params, async (assessment, question) => {
        if (answer === undefined) return decide(ctx, assessment, question, declined === true)
        const taking = { answer, note: note ?? '', version, sources }
        const outcome = await takeProposal(ctx, assessment, question, taking)
        if (!('saved' in outcome)) return answerReply(ctx, outcome, taking)
        const names = new Map([[ctx.actor.personId, ctx.actor.name]])
        return json({ controlId: question.id, declined: false, answer: answerJson(outcome.saved, names) })
      }),
  }),
  operation({
    method: 'delete',
    path: '/assessments/{id}/proposals/{controlId}',
    id: 'declineProposal',
    summary: 'Decline a proposal; nothing is proposed for this question until that is taken back',
    title: 'Vorschlag ablehnen',
    who: writers,
    tag,
    params: oneAnswer,
    problems,
    reply: {
      status: 200,
      description: 'What was decided',
      schema: decisionOut,
      example: { controlId: 'BES.2', declined: true, answer: null },
    },
    work: (ctx, { params }) =>
      onOwnQuestion(ctx, params, (assessment, question) => decide(ctx, assessment, question, true)),
  }),
  operation({
    method: 'get',
    path: '/assessments/{id}/coverage',
    id: 'getCoverage',
    summary: 'How much of another check or catalog reaches the catalog of this check, list by list, zero included',
    who: readers,
    tag,
    params: one,
    query: coverageQuery,
    reply: {
      status: 200,
      description: 'The coverage by each other check of the organization, or by the one asked for',
      schema: listOf(coverageOut),
      example: { items: [coverageExample], next: null },
    },
    work: (ctx, { params, query: { from } }) =>
      onAssessment(ctx, params.id, async (assessment) => {
        const sources = await sourcesOf(ctx, assessment, from)
        if (sources.length === 0 && from !== undefined)
          return notFound('Diese Prüfung oder diesen Katalog gibt es nicht.')
        if (sources.some(({ catalogId }) => catalogId === assessment.catalogId)) return unprocessable(sameCatalog)
        return json({ items: await coverageOf(ctx.db, sources, assessment), next: null })
      }),
  }),
]

/** The one asked for, by check or by catalog, or all other checks of the organization. */
async function sourcesOf({ db }: Context, assessment: Assessment, from: string | undefined): Promise<Covering[]> {
  if (from === undefined)
    return (await listLatestChecks(db, assessment.organizationId)).filter(
      ({ catalogId }) => catalogId !== assessment.catalogId,
    )
  const check = await findAssessment(db, from)
  const catalog = check ? undefined : await findCatalog(db, from)
  if (catalog) return [{ catalogId: catalog.id, catalogTitle: catalog.title, catalogVersion: catalog.version }]
  return check ? [check] : []
}

const sameCatalog: Refusal = refuse('Beide Prüfungen haben denselben Katalog. Bitte nennen Sie eine andere (from).', [
  { path: 'from', message: 'Das ist der Katalog dieser Prüfung.' },
])

const onOwnQuestion = (
  ctx: Context,
  params: { id: string; controlId: string },
  work: (assessment: Assessment, question: Question) => Promise<HttpAnswer>,
): Promise<HttpAnswer> =>
  onQuestion(ctx, params, async (assessment, question) => {
    const allowed = may.answer(ctx.actor, assessment, question.topKey)
    return isRefusal(allowed) ? forbidden(allowed) : work(assessment, question)
  })

async function decide(
  ctx: Context,
  assessment: Assessment,
  question: Question,
  declined: boolean,
): Promise<HttpAnswer> {
  const done = await (declined ? declineProposal : resumeProposal)(ctx, assessment, question)
  return isRefusal(done) ? unprocessable(done) : json({ controlId: question.id, declined, answer: null })
}
