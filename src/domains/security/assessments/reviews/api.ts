import { isRefusal } from '#kernel/outcome.ts'
import { namesOf } from '#foundation/identity/index.ts'
import { type Answer as HttpAnswer, forbidden, json, notFound, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { listOf } from '#platform/http/parse.ts'
import { noSuchControl, onAssessment, one, oneAnswer, readers } from '../on-check.ts'
import { answerExample } from '../examples.ts'
import { answerJson } from '../json.ts'
import { findQuestion } from '../queries.ts'
import { may } from './access.ts'
import { addRemark } from './add-remark.ts'
import { giveVerdict, type VerdictOutcome } from './give-verdict.ts'
import { discussionJson, remarkJson, reviewJson } from './json.ts'
import { findStanding, pageOfStandings, readDiscussion } from './queries.ts'
import { discussionOut, remarkIn, remarkOut, reviewIn, reviewOut, reviewsQuery } from './schemas.ts'

const tag = 'Reviews'

const { controlId, assessor, version } = {
  controlId: 'lw-start-01',
  assessor: { id: '01940d1c-5c00-7a60-8000-5b6c7d8e9f00', name: 'Arne Feld' },
  version: 1,
}
const versionExample = {
  version,
  verdict: 'disputed',
  remark: 'Die zweite Platte steckte beim Besuch am Server.',
  answerVersion: 2,
  reviewedBy: assessor,
  reviewedAt: '2026-11-24T09:20:00Z',
}
const reviewExample = { ...versionExample, controlId, changedSince: false }
const remarkExample = {
  id: '01940d1c-5c00-7a60-8000-7d8e9f001122',
  side: 'organization',
  text: 'Wir tauschen jetzt montags, das Protokoll liegt bei.',
  writtenBy: answerExample.answeredBy,
  writtenAt: '2026-11-24T13:05:00Z',
}

/** What the assessor says on site, and what both sides say to it. */
export const reviewOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/assessments/{id}/reviews',
    id: 'listReviews',
    summary: 'Verdicts that count, in the order of the catalog',
    title: 'Urteile der Vor-Ort-Prüfung auflisten',
    who: readers,
    tag,
    params: one,
    query: reviewsQuery,
    reply: {
      status: 200,
      description: 'One page of verdicts',
      schema: listOf(reviewOut),
      example: { items: [reviewExample], next: null },
    },
    work: (ctx, { params, query }) =>
      onAssessment(ctx, params.id, async () => {
        const found = await pageOfStandings(ctx.db, params.id, query)
        if (isRefusal(found)) return unprocessable(found)
        const names = await namesOf(
          ctx.db,
          found.items.map(({ reviewedBy }) => reviewedBy),
        )
        return json({ items: found.items.map((standing) => reviewJson(standing, names)), next: found.next })
      }),
  }),
  operation({
    method: 'get',
    path: '/assessments/{id}/reviews/{controlId}',
    id: 'getReview',
    summary: 'Verdict on one control, its history, and what both sides wrote',
    who: readers,
    tag,
    params: oneAnswer,
    reply: {
      status: 200,
      description: 'The discussion; `review` is null before the first verdict',
      schema: discussionOut,
      example: { controlId, review: reviewExample, history: [versionExample], remarks: [remarkExample] },
    },
    work: (ctx, { params }) =>
      onAssessment(ctx, params.id, async (assessment) => {
        if (!(await findQuestion(ctx.db, assessment, params.controlId))) return notFound(noSuchControl)
        const standing = await findStanding(ctx.db, params.id, params.controlId)
        const discussion = await readDiscussion(ctx.db, params.id, params.controlId)
        const people = [
          ...discussion.history.map(({ reviewedBy }) => reviewedBy),
          ...discussion.remarks.map(({ writtenBy }) => writtenBy),
        ]
        return json(discussionJson(params.controlId, standing, discussion, await namesOf(ctx.db, people)))
      }),
  }),
  operation({
    method: 'put',
    path: '/assessments/{id}/reviews/{controlId}',
    id: 'setReview',
    summary: 'Confirm or dispute an answer, or comment on it; each change is a further version',
    title: 'Antwort bestätigen, bestreiten oder kommentieren',
    who: 'The assessor while assigned, until the check is signed off or signed by the assessor',
    tag,
    params: oneAnswer,
    body: reviewIn,
    bodyExample: { verdict: 'disputed', remark: versionExample.remark, answerVersion: 2 },
    problems: {
      403: 'Only the assigned assessor may judge',
      409: 'The answer has changed since: `theirs` is the one that counts now; nothing was written',
    },
    reply: { status: 200, description: 'The verdict as saved', schema: reviewOut, example: reviewExample },
    work: (ctx, { params, body }) =>
      onAssessment(ctx, params.id, async (assessment) => {
        const allowed = may.review(ctx.actor, assessment)
        if (isRefusal(allowed)) return forbidden(allowed)
        const question = await findQuestion(ctx.db, assessment, params.controlId)
        if (!question) return notFound(noSuchControl)
        const outcome = await giveVerdict(ctx, assessment, question, body)
        return isRefusal(outcome) ? unprocessable(outcome) : verdictReply(ctx, outcome)
      }),
  }),
  operation({
    method: 'post',
    path: '/assessments/{id}/reviews/{controlId}/remarks',
    id: 'addRemark',
    summary: 'Write to the other side about an answer',
    title: 'der anderen Seite zu einer Antwort schreiben',
    who: 'Own chief executive, security officer, IT staff, delegate of the list; the assessor while assigned; until the check is signed off',
    tag,
    params: oneAnswer,
    body: remarkIn,
    bodyExample: { text: remarkExample.text },
    problems: { 403: 'Only both sides of the check may write' },
    reply: { status: 201, description: 'What was written', schema: remarkOut, example: remarkExample },
    work: (ctx, { params, body }) =>
      onAssessment(ctx, params.id, async (assessment) => {
        const question = await findQuestion(ctx.db, assessment, params.controlId)
        const side = may.remark(ctx.actor, assessment, question?.topKey ?? '')
        if (isRefusal(side)) return forbidden(side)
        if (!question) return notFound(noSuchControl)
        const remark = await addRemark(ctx, assessment, question, { side, text: body.text })
        if (isRefusal(remark)) return unprocessable(remark)
        return json(remarkJson(remark, new Map([[ctx.actor.personId, ctx.actor.name]])), 201)
      }),
  }),
]

async function verdictReply(ctx: Context, outcome: VerdictOutcome): Promise<HttpAnswer> {
  if ('saved' in outcome) return json(reviewJson(outcome.saved, new Map([[ctx.actor.personId, ctx.actor.name]])))
  const { answeredAnew: there } = outcome
  return {
    kind: 'problem',
    status: 409,
    type: 'neu-beantwortet',
    title: 'Die Kommune hat diese Frage inzwischen neu beantwortet. Ihr Urteil ist nicht gespeichert.',
    more: {
      theirs: there && answerJson(there, await namesOf(ctx.db, [there.answeredBy])),
      answerVersion: there?.version ?? null,
    },
  }
}
