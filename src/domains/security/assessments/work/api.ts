import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { forbidden, json, notFound, unprocessable } from '#platform/http/answer.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import { may } from '../access.ts'
import { answerReply } from '../answer-reply.ts'
import { answerExample } from '../examples.ts'
import { onAssessment, onQuestion } from '../on-check.ts'
import type { QuestionScope } from '../queries.ts'
import { answerOut, controlIdSchema } from '../schemas.ts'
import { confirmAnswers, type Many, setAside } from './answer-many.ts'
import { restoreAnswer } from './restore-answer.ts'
import { bulkIn, confirmationIn, manyOut, restorationIn, undoIn } from './schemas.ts'
import { undoAnswers } from './undo-answers.ts'

const tag = 'Assessments'
const who = 'Own chief executive, security officer, IT staff; delegates in their lists'
const one = z.object({ id: idSchema })
const problems = { 403: 'Neither own staff nor a delegate' }
const example = { count: 2, controlIds: ['lw-start-16', 'lw-start-17'], answeredAt: '2026-11-23T09:42:00Z' }

const scopeOf = ({ groupKey, controlIds }: { groupKey?: string | undefined; controlIds?: string[] | undefined }) =>
  ({ selection: 'alle', listKey: groupKey, controlIds }) satisfies QuestionScope

const manyJson = ({ controlIds, answeredAt }: Many) =>
  json({ count: controlIds.length, controlIds, answeredAt: answeredAt.toString() })

export const workOperations: Operation[] = [
  operation({
    method: 'post',
    path: '/assessments/{id}/answers/bulk',
    id: 'bulkAnswers',
    summary: 'Answer what is still empty in a list, or of some questions, with "not applicable" for one reason',
    title: 'Offene Fragen zusammen als nicht relevant beantworten',
    who,
    tag,
    params: one,
    body: bulkIn,
    bodyExample: { groupKey: 'lw-start-technik', answer: 'notApplicable', note: 'Macht das Rechenzentrum.' },
    problems,
    reply: { status: 200, description: 'What was answered', schema: manyOut, example },
    work: (ctx, { params, body }) =>
      onAssessment(ctx, params.id, async (assessment) => {
        const allowed = may.answer(ctx.actor, assessment)
        if (isRefusal(allowed)) return forbidden(allowed)
        const done = await setAside(ctx, assessment, scopeOf(body), body.note)
        return isRefusal(done) ? unprocessable(done) : manyJson(done)
      }),
  }),
  operation({
    method: 'post',
    path: '/assessments/{id}/answers/confirmation',
    id: 'confirmAnswers',
    summary: 'Say of answers carried over from the last wave that they still hold',
    title: 'Übernommene Antworten bestätigen',
    who,
    tag,
    params: one,
    body: confirmationIn,
    bodyExample: { groupKey: 'lw-start-technik' },
    problems,
    reply: { status: 200, description: 'What was confirmed', schema: manyOut, example },
    work: (ctx, { params, body }) =>
      onAssessment(ctx, params.id, async (assessment) => {
        const allowed = may.answer(ctx.actor, assessment)
        if (isRefusal(allowed)) return forbidden(allowed)
        const done = await confirmAnswers(ctx, assessment, scopeOf(body))
        return isRefusal(done) ? unprocessable(done) : manyJson(done)
      }),
  }),
  operation({
    method: 'post',
    path: '/assessments/{id}/answers/undo',
    id: 'undoAnswers',
    summary: 'Put the content from before on own answers, while nobody has answered after them',
    title: 'Eigene Antworten rückgängig machen',
    who,
    tag,
    params: one,
    body: undoIn,
    bodyExample: { controlId: 'lw-start-16', version: 3 },
    problems,
    reply: { status: 200, description: 'What was undone', schema: manyOut, example },
    work: (ctx, { params, body: { answeredAt, controlId = '', version = 0 } }) =>
      onAssessment(ctx, params.id, async (assessment) => {
        const allowed = may.answer(ctx.actor, assessment)
        if (isRefusal(allowed)) return forbidden(allowed)
        const undone = await undoAnswers(
          ctx,
          assessment,
          answeredAt === undefined ? { controlId, version } : { answeredAt },
        )
        return isRefusal(undone) ? unprocessable(undone) : manyJson({ controlIds: undone, answeredAt: ctx.now })
      }),
  }),
  operation({
    method: 'post',
    path: '/assessments/{id}/answers/{controlId}/restorations',
    id: 'restoreAnswer',
    summary: 'Bring an earlier version of an answer back, as a further one',
    title: 'Frühere Fassung wiederherstellen',
    who,
    tag,
    params: one.extend({ controlId: controlIdSchema }),
    body: restorationIn,
    bodyExample: { from: 1, version: 2 },
    problems: { ...problems, 409: 'Somebody else was faster: `yours`, `theirs` and the `version` that counts' },
    reply: { status: 200, description: 'The answer as saved', schema: answerOut, example: answerExample },
    work: (ctx, { params, body }) =>
      onQuestion(ctx, params, async (assessment, question) => {
        const allowed = may.answer(ctx.actor, assessment, question.topKey)
        if (isRefusal(allowed)) return forbidden(allowed)
        if (!question.answer) return notFound('Diese Frage ist noch nicht beantwortet.')
        const outcome = await restoreAnswer(ctx, assessment, question, body)
        return isRefusal(outcome) ? unprocessable(outcome) : answerReply(ctx, outcome, {})
      }),
  }),
]
