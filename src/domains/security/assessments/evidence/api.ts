import { z } from 'zod'
import { localDay } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { prepareFile, usualLimit } from '#foundation/files/index.ts'
import { forbidden, json, notFound, unprocessable } from '#platform/http/answer.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema, listOf } from '#platform/http/parse.ts'
import type { Temporal } from 'temporal-polyfill'
import { may } from '../access.ts'
import { onQuestion } from '../on-check.ts'
import { controlIdSchema } from '../schemas.ts'
import { addEvidence } from './add-evidence.ts'
import { type Evidence, validityOf } from './evidence.ts'
import { findEvidence, listEvidence } from './queries.ts'
import { removeEvidence } from './remove-evidence.ts'
import { evidenceOut, newEvidence } from './schemas.ts'

const tag = 'Assessments'
const who = 'Own chief executive, security officer, IT staff; delegates in their lists'
const noSuchEvidence = 'Diesen Nachweis gibt es nicht, oder er ist entfernt.'
const params = z.object({ id: idSchema, controlId: controlIdSchema })

const example = {
  id: '01940d1c-5c00-7a60-8000-3c4d5e6f7a8b',
  controlId: 'lw-start-19',
  title: 'Notfallkarte, Stand November',
  file: {
    id: '01940d1c-5c00-7a60-8000-4d5e6f7a8b9c',
    name: 'notfallkarte.pdf',
    mediaType: 'application/pdf',
    size: 48_210,
  },
  link: null,
  validUntil: '2027-11-30',
  validity: 'valid',
  addedBy: { id: '01940d1c-5c00-7a60-8000-1a2b3c4d5e6f', name: 'Jana Wiesner' },
  addedAt: '2026-11-23T09:42:00Z',
}

const toJson = (one: Evidence, now: Temporal.Instant) => ({
  id: one.id,
  controlId: one.controlId,
  title: one.title,
  file: one.file && { id: one.file.id, name: one.file.name, mediaType: one.file.mediaType, size: one.file.size },
  link: one.link,
  validUntil: one.validUntil,
  validity: validityOf(one, localDay(now)),
  addedBy: { id: one.addedBy, name: one.addedByName },
  addedAt: one.addedAt.toString(),
})

export const evidenceOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/assessments/{id}/answers/{controlId}/evidence',
    id: 'listEvidence',
    summary: 'Files and links that prove an answer, the newest first',
    title: 'Nachweise zu einer Frage auflisten',
    who: 'Whoever reads the answer',
    tag,
    params,
    reply: {
      status: 200,
      description: 'The evidence',
      schema: listOf(evidenceOut),
      example: { items: [example], next: null },
    },
    work: (ctx, input) =>
      onQuestion(ctx, input.params, async (assessment, question) => {
        const found = await listEvidence(ctx.db, assessment.id, question.id)
        return json({ items: found.map((one) => toJson(one, ctx.now)), next: null })
      }),
  }),
  operation({
    method: 'post',
    path: '/assessments/{id}/answers/{controlId}/evidence',
    id: 'addEvidence',
    summary: 'Add a file (multipart: `file`, `title`, `validUntil`) or a link (JSON: `link`) as evidence',
    title: 'Datei oder Link als Nachweis ablegen',
    who,
    tag,
    params,
    body: newEvidence,
    bodyExample: { link: 'https://wiki.musterstadt.example/notfallkarte', title: 'Notfallkarte im Wiki' },
    upload: 'PDF, PNG, JPEG, WebP, TXT, CSV, JSON, DOCX, XLSX, ODT or ODS, at most 25 MB',
    bodyLimit: usualLimit,
    prepare: async ({ files, storage }) => (files['file'] ? prepareFile(files['file'], storage) : undefined),
    problems: { 403: 'Neither own staff nor a delegate of the list', 413: 'Over 25 MB' },
    reply: { status: 201, description: 'The evidence', schema: evidenceOut, example },
    work: (ctx, input, file) =>
      onQuestion(ctx, input.params, async (assessment, question) => {
        const allowed = may.answer(ctx.actor, assessment, question.topKey)
        if (isRefusal(allowed)) return forbidden(allowed)
        if (isRefusal(file)) return unprocessable(file)
        const id = await addEvidence(ctx, assessment, question, { ...input.body, file })
        if (isRefusal(id)) return unprocessable(id)
        const added = await findEvidence(ctx.db, id)
        return added ? json(toJson(added, ctx.now), 201) : notFound()
      }),
  }),
  operation({
    method: 'delete',
    path: '/assessments/{id}/answers/{controlId}/evidence/{evidenceId}',
    id: 'removeEvidence',
    summary: 'Remove evidence and its file',
    title: 'Nachweis entfernen',
    who,
    tag,
    params: params.extend({ evidenceId: idSchema }),
    problems: { 403: 'Neither own staff nor a delegate of the list', 422: 'Somebody has signed the check' },
    reply: { status: 200, description: 'The evidence as it was', schema: evidenceOut, example },
    work: (ctx, input) =>
      onQuestion(ctx, input.params, async (assessment, question) => {
        const evidence = await findEvidence(ctx.db, input.params.evidenceId)
        if (evidence?.assessmentId !== assessment.id || evidence.controlId !== question.id)
          return notFound(noSuchEvidence)
        const allowed = may.answer(ctx.actor, assessment, question.topKey)
        if (isRefusal(allowed)) return forbidden(allowed)
        const removed = await removeEvidence(ctx, assessment, evidence)
        return isRefusal(removed) ? unprocessable(removed) : json(toJson(evidence, ctx.now))
      }),
  }),
]
