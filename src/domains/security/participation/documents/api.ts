import { z } from 'zod'
import { isRefusal, refuse } from '#kernel/outcome.ts'
import { prepareFile, usualLimit } from '#foundation/files/index.ts'
import type { EnrollmentWithSteps } from '#foundation/programmes/index.ts'
import { type Answer, forbidden, json, notFound, type ProblemAnswer, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import type { Incoming } from '#platform/http/request.ts'
import { may } from '../access.ts'
import { findRoadWith, onRoad } from '../on-road.ts'
import { notesOfReading } from '../read-notes.ts'
import { addFinding } from './add-finding.ts'
import type { Document } from './document.ts'
import { documentExample as example } from './examples.ts'
import { handIn, handInFurther } from './hand-in.ts'
import { documentJson } from './json.ts'
import { findDocument, listDocuments } from './queries.ts'
import {
  documentChange,
  documentList,
  documentOut,
  documentQuery,
  newDocument,
  newDocumentFile,
  newFinding,
  withdrawal,
} from './schemas.ts'
import { setDocumentState, staleDocument } from './set-document-state.ts'
import { withdrawFile } from './withdraw-file.ts'
import { withdrawFinding } from './withdraw-finding.ts'

const tag = 'Documents'
const who =
  'States: everybody of the municipality, its assessor while assigned, who leads or guides in the programme. Files and findings: who speaks for the municipality, and the assessor'
const organization = 'Who speaks for the municipality'
const assessor = 'The assessor while assigned'
const one = z.object({ id: idSchema })
const reply = { status: 200, description: 'The document', schema: documentOut, example } as const
const noFile = refuse('Es ist keine Datei angekommen. Gespeichert ist nichts.', [
  { path: 'file', message: 'Bitte eine Datei mitschicken.' },
])

const stale = (document: Document): ProblemAnswer => ({
  kind: 'problem',
  status: 409,
  type: 'inzwischen-geaendert',
  title: staleDocument(document).refused,
  more: { version: document.version, state: document.state },
})

/** A document and its road, as far as the actor sees both. */
async function onDocument(
  ctx: Context,
  id: string,
  work: (road: EnrollmentWithSteps, document: Document) => Promise<Answer>,
): Promise<Answer> {
  const document = await findDocument(ctx.db, id)
  return document
    ? onRoad(ctx, document.enrollmentId, 'documents', (road) => work(road, document))
    : notFound('Dieses Dokument gibt es nicht, oder es gehört einer anderen Kommune.')
}

async function shown(ctx: Context, road: EnrollmentWithSteps, id: string, status: 200 | 201 = 200): Promise<Answer> {
  const document = await findDocument(ctx.db, id, { enrollmentId: road.id })
  return document ? json(documentJson(document, may.sideOf(ctx.actor, road) !== undefined), status) : notFound()
}

const prepareHanded = async ({ files, storage }: Incoming) =>
  files['file'] ? prepareFile(files['file'], storage) : undefined

const upload = 'PDF, PNG, JPEG, WebP, TXT, CSV, JSON, DOCX, XLSX, ODT or ODS, at most 25 MB'

export const documentOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/documents',
    id: 'listDocuments',
    title: 'Unterlagen auflisten',
    summary: 'What the programme wants of each municipality and what it has handed in, road by road',
    who,
    tag,
    query: documentQuery,
    reply: {
      status: 200,
      description: 'One page of documents',
      schema: documentList,
      example: { items: [example], next: null },
    },
    work: async (ctx, { query }) => {
      const found = await listDocuments(ctx.db, query)
      if (isRefusal(found)) return unprocessable(found)
      const items = found.items.map((document) => documentJson(document, may.sideOf(ctx.actor, document) !== undefined))
      return { ...json({ items, next: found.next }), notes: notesOfReading(ctx, found.items) }
    },
  }),
  operation({
    method: 'get',
    path: '/documents/{id}',
    id: 'getDocument',
    title: 'ein Dokument zeigen',
    summary: 'One document with its versions and findings',
    who,
    tag,
    params: one,
    reply,
    work: (ctx, { params }) =>
      onDocument(ctx, params.id, async (road, document) =>
        json(documentJson(document, may.sideOf(ctx.actor, road) !== undefined)),
      ),
  }),
  operation({
    method: 'post',
    path: '/documents',
    id: 'addDocument',
    title: 'ein weiteres Dokument ablegen',
    summary:
      'Hand in a document that the programme does not ask for (multipart: `file`, `enrollmentId`, `title`, `validUntil`)',
    who: organization,
    tag,
    body: newDocument,
    bodyExample: { enrollmentId: example.enrollmentId, title: 'Dienstanweisung Mobiles Arbeiten' },
    upload,
    bodyLimit: usualLimit,
    prepare: prepareHanded,
    problems: { 403: 'Not for this municipality, or its participation has ended', 413: 'Over 25 MB' },
    reply: { ...reply, status: 201 },
    work: async (ctx, { body }, file) => {
      const road = await findRoadWith(ctx, body.enrollmentId, 'documents')
      if (!road) return notFound()
      const allowed = may.actForOrganization(ctx.actor, road)
      if (isRefusal(allowed)) return forbidden(allowed)
      if (file === undefined || isRefusal(file)) return unprocessable(file ?? noFile)
      const id = await handInFurther(ctx, road, { ...body, file })
      return isRefusal(id) ? unprocessable(id) : shown(ctx, road, id, 201)
    },
  }),
  operation({
    method: 'post',
    path: '/documents/{id}/files',
    id: 'addDocumentFile',
    title: 'eine Fassung eines Dokuments ablegen',
    summary:
      'Hand in a version of a document (multipart: `file`, `validUntil`); what was reviewed is to be reviewed again',
    who: organization,
    tag,
    params: one,
    body: newDocumentFile,
    bodyExample: { validUntil: '2027-12-31' },
    upload,
    bodyLimit: usualLimit,
    prepare: prepareHanded,
    problems: { 403: 'Not for this municipality, or its participation has ended', 413: 'Over 25 MB' },
    reply: { ...reply, status: 201 },
    work: (ctx, { params, body }, file) =>
      onDocument(ctx, params.id, async (road) => {
        const allowed = may.actForOrganization(ctx.actor, road)
        if (isRefusal(allowed)) return forbidden(allowed)
        if (file === undefined || isRefusal(file)) return unprocessable(file ?? noFile)
        const id = await handIn(ctx, road, params.id, { ...body, file })
        return isRefusal(id) ? unprocessable(id) : shown(ctx, road, id, 201)
      }),
  }),
  operation({
    method: 'post',
    path: '/documents/{id}/files/{fileId}/withdrawal',
    id: 'withdrawDocumentFile',
    title: 'eine Fassung eines Dokuments zurücknehmen',
    summary: 'Take a version back before it is reviewed; its file is gone, that it was there stays',
    who: organization,
    tag,
    params: one.extend({ fileId: idSchema }),
    body: withdrawal,
    bodyExample: { reason: 'Falsche Datei.' },
    problems: { 403: 'Not for this municipality, or its participation has ended' },
    reply,
    work: (ctx, { params, body }) =>
      onDocument(ctx, params.id, async (road) => {
        const allowed = may.actForOrganization(ctx.actor, road)
        if (isRefusal(allowed)) return forbidden(allowed)
        const done = await withdrawFile(ctx, road, {
          documentId: params.id,
          versionId: params.fileId,
          reason: body.reason,
        })
        return isRefusal(done) ? unprocessable(done) : shown(ctx, road, params.id)
      }),
  }),
  operation({
    method: 'patch',
    path: '/documents/{id}',
    id: 'changeDocument',
    title: 'sagen, wo ein Dokument steht',
    summary:
      'Say that a document does not exist or is still missing (municipality), that it is reviewed or not yet (assessor)',
    who: `${organization}; ${assessor.toLowerCase()}`,
    tag,
    params: one,
    body: documentChange,
    bodyExample: { state: 'doesNotExist', version: 0 },
    problems: {
      403: 'Neither side, or the participation has ended',
      409: 'Somebody else changed it since; `version` and `state` are those of now',
    },
    reply,
    work: (ctx, { params, body }) =>
      onDocument(ctx, params.id, async (road, document) => {
        const side = may.act(ctx.actor, road)
        if (isRefusal(side)) return forbidden(side)
        const done = await setDocumentState(ctx, document, { ...body, side })
        if (isRefusal(done)) return unprocessable(done)
        if (done === 'stale') return stale((await findDocument(ctx.db, params.id)) ?? document)
        return shown(ctx, road, params.id)
      }),
  }),
  operation({
    method: 'post',
    path: '/documents/{id}/findings',
    id: 'addFinding',
    title: 'einen Befund zu einem Dokument schreiben',
    summary: 'Say what was found in a document, how grave it is and what to do',
    who: assessor,
    tag,
    params: one,
    body: newFinding,
    bodyExample: {
      severity: 'medium',
      text: 'Die Telefonliste ist veraltet.',
      recommendation: 'Zweimal im Jahr durchsehen.',
    },
    problems: { 403: 'Not assigned, or the participation has ended' },
    reply: { ...reply, status: 201 },
    work: (ctx, { params, body }) =>
      onDocument(ctx, params.id, async (road, document) => {
        const allowed = may.actForAssessor(ctx.actor, road)
        if (isRefusal(allowed)) return forbidden(allowed)
        const id = await addFinding(ctx, document, body)
        return isRefusal(id) ? unprocessable(id) : shown(ctx, road, params.id, 201)
      }),
  }),
  operation({
    method: 'post',
    path: '/documents/{id}/findings/{findingId}/withdrawal',
    id: 'withdrawFinding',
    title: 'einen Befund zurücknehmen',
    summary: 'Take a finding back with the reason; it stays readable',
    who: assessor,
    tag,
    params: one.extend({ findingId: idSchema }),
    body: withdrawal,
    bodyExample: { reason: 'Beim zweiten Lesen geklärt.' },
    problems: { 403: 'Not assigned, or the participation has ended' },
    reply,
    work: (ctx, { params, body }) =>
      onDocument(ctx, params.id, async (road, document) => {
        const allowed = may.actForAssessor(ctx.actor, road)
        if (isRefusal(allowed)) return forbidden(allowed)
        const done = await withdrawFinding(ctx, document, { findingId: params.findingId, reason: body.reason })
        return isRefusal(done) ? unprocessable(done) : shown(ctx, road, params.id)
      }),
  }),
]
