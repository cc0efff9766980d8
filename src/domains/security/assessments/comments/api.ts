import { z } from 'zod'
import { localDay } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { namesOf, staffOf } from '#foundation/identity/index.ts'
import { forbidden, json, notFound, unprocessable } from '#platform/http/answer.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema, listOf } from '#platform/http/parse.ts'
import { onQuestion } from '../on-check.ts'
import { controlIdSchema } from '../schemas.ts'
import { may } from './access.ts'
import type { Comment } from './comment.ts'
import { findComment, listComments } from './queries.ts'
import { removeComment } from './remove-comment.ts'
import { commentOut, newComment, writtenOut } from './schemas.ts'
import { writeComment } from './write-comment.ts'

const tag = 'Assessments'
const who =
  'Own chief executive, security officer, IT staff, data protection officer; delegates in their lists; no assessor'
const params = z.object({ id: idSchema, controlId: controlIdSchema })

const example = {
  id: '01940d1c-5c00-7a60-8000-9d8c7b6a5f4e',
  controlId: 'lw-start-12',
  text: '@Tobias Brandt Wann kommt der Ersatz für die Schließanlage?',
  mentions: [{ id: '01940d1c-5c00-7a60-8000-5e6f7a8b9c0d', name: 'Tobias Brandt' }],
  writtenBy: { id: '01940d1c-5c00-7a60-8000-1a2b3c4d5e6f', name: 'Jana Wiesner' },
  writtenAt: '2026-11-23T09:42:00Z',
}

const toJson = (one: Comment, names: Map<string, string>) => ({
  id: one.id,
  controlId: one.controlId,
  text: one.text,
  mentions: one.mentions.map((id) => ({ id, name: names.get(id) ?? null })),
  writtenBy: { id: one.writtenBy, name: one.writtenByName },
  writtenAt: one.writtenAt.toString(),
})

export const commentOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/assessments/{id}/answers/{controlId}/comments',
    id: 'listAnswerComments',
    summary: 'What colleagues write to each other about a question, the oldest first',
    title: 'Kommentare zu einer Frage auflisten',
    who,
    tag,
    params,
    problems: { 403: 'Assessors read no comments' },
    reply: {
      status: 200,
      description: 'The comments',
      schema: listOf(commentOut),
      example: { items: [example], next: null },
    },
    work: (ctx, input) =>
      onQuestion(ctx, input.params, async (assessment, question) => {
        const allowed = may.comment(ctx.actor, assessment, question.topKey)
        if (isRefusal(allowed)) return forbidden(allowed)
        const found = await listComments(ctx.db, assessment.id, question.id)
        const names = await namesOf(
          ctx.db,
          found.flatMap(({ mentions }) => mentions),
        )
        return json({ items: found.map((one) => toJson(one, names)), next: null })
      }),
  }),
  operation({
    method: 'post',
    path: '/assessments/{id}/answers/{controlId}/comments',
    id: 'addAnswerComment',
    summary: 'Write to colleagues about a question; `@Name` tells whoever is named and sees it',
    title: 'Kommentar zu einer Frage schreiben',
    who,
    tag,
    params,
    body: newComment,
    bodyExample: { text: example.text },
    problems: { 403: 'Assessors write no comments' },
    reply: {
      status: 201,
      description: 'The comment, and which names were not understood',
      schema: writtenOut,
      example: { ...example, unknown: [], ambiguous: [], blind: [] },
    },
    work: (ctx, input) =>
      onQuestion(ctx, input.params, async (assessment, question) => {
        const allowed = may.comment(ctx.actor, assessment, question.topKey)
        if (isRefusal(allowed)) return forbidden(allowed)
        const staff = await staffOf(ctx.db, assessment.organizationId, localDay(ctx.now).toString())
        const written = await writeComment(ctx, assessment, question, { text: input.body.text, staff })
        if (isRefusal(written)) return unprocessable(written)
        const { id, blind, unknown, ambiguous } = written
        const comment = await findComment(ctx.db, id)
        if (!comment) return notFound()
        const names = new Map(staff.map((person) => [person.id, person.name]))
        const notTold = blind.map((person) => ({ id: person.id, name: person.name }))
        return json({ ...toJson(comment, names), unknown, ambiguous, blind: notTold }, 201)
      }),
  }),
  operation({
    method: 'delete',
    path: '/assessments/{id}/answers/{controlId}/comments/{commentId}',
    id: 'removeAnswerComment',
    summary: 'Remove an own comment; that there was one stays',
    title: 'Eigenen Kommentar entfernen',
    who: 'Whoever wrote it',
    tag,
    params: params.extend({ commentId: idSchema }),
    problems: { 403: 'Somebody else wrote it', 422: 'It is removed already' },
    reply: { status: 200, description: 'What is left', schema: commentOut, example: { ...example, text: null } },
    work: (ctx, input) =>
      onQuestion(ctx, input.params, async (assessment, question) => {
        const comment = await findComment(ctx.db, input.params.commentId)
        if (comment?.assessmentId !== assessment.id || comment.controlId !== question.id)
          return notFound('Diesen Kommentar gibt es nicht.')
        const allowed = may.remove(ctx.actor, comment)
        if (isRefusal(allowed)) return forbidden(allowed)
        const removed = await removeComment(ctx, comment)
        if (isRefusal(removed)) return unprocessable(removed)
        return json(toJson({ ...comment, text: null }, await namesOf(ctx.db, comment.mentions)))
      }),
  }),
]
