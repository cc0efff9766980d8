import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { prepareFile, usualLimit } from '#foundation/files/index.ts'
import type { EnrollmentWithSteps } from '#foundation/programmes/index.ts'
import { type Answer, forbidden, json, notFound, type ProblemAnswer, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import type { Incoming } from '#platform/http/request.ts'
import { may } from '../access.ts'
import { onRoad } from '../on-road.ts'
import { closeProtocol } from './close-protocol.ts'
import { commentSpotCheck } from './comment-spot-check.ts'
import { spotCheckExample as example } from './examples.ts'
import { findControl } from './find-control.ts'
import { spotCheckJson } from './json.ts'
import { protocolPdf, protocolSheet } from './protocol-files.ts'
import { findClosing, findSpotCheck, listSpotChecks } from './queries.ts'
import {
  closedOut,
  closing,
  newSpotCheck,
  newSpotComment,
  spotCheckChange,
  spotCheckList,
  spotCheckOut,
  spotCheckQuery,
  templateList,
} from './schemas.ts'
import type { SpotCheck } from './spot-check.ts'
import { spotCheckTemplates } from './templates.ts'
import { addSpotCheck, correctSpotCheck } from './write-spot-check.ts'

const tag = 'Spot checks'
const readers = 'Who speaks for the municipality, and the assessor while assigned'
const assessor = 'The assessor while assigned'
const one = z.object({ id: idSchema })
const reply = { status: 200, description: 'The sample', schema: spotCheckOut, example } as const
const upload = 'Evidence: PDF, PNG, JPEG, WebP, TXT, CSV, JSON, DOCX, XLSX, ODT or ODS, at most 25 MB'
const notBoth = 'Neither of the municipality nor assigned, or the participation has ended'

const stale = (check: SpotCheck): ProblemAnswer => ({
  kind: 'problem',
  status: 409,
  type: 'inzwischen-geaendert',
  title: `Stichprobe ${check.number} ist inzwischen berichtigt (Fassung ${check.version}). Ihre Änderung ist nicht gespeichert.`,
  more: { theirs: spotCheckJson(check), version: check.version },
})

const prepareEvidence = async ({ files, storage }: Incoming) =>
  files['file'] ? prepareFile(files['file'], storage) : undefined

/** A road whose content the actor reads. */
const onProtocol = (ctx: Context, id: string, work: (road: EnrollmentWithSteps) => Promise<Answer>): Promise<Answer> =>
  onRoad(ctx, id, 'spotChecks', async (road) => {
    const allowed = may.see(ctx.actor, road)
    return isRefusal(allowed) ? forbidden(allowed) : work(road)
  })

async function onCheck(
  ctx: Context,
  id: string,
  work: (road: EnrollmentWithSteps, check: SpotCheck) => Promise<Answer>,
): Promise<Answer> {
  const check = await findSpotCheck(ctx.db, id)
  return check
    ? onProtocol(ctx, check.enrollmentId, (road) => work(road, check))
    : notFound('Diese Stichprobe gibt es nicht, oder sie gehört einer anderen Kommune.')
}

async function shown(ctx: Context, id: string, status: 200 | 201): Promise<Answer> {
  const check = await findSpotCheck(ctx.db, id)
  return check ? json(spotCheckJson(check), status) : notFound()
}

export const spotCheckOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/spot-check-templates',
    id: 'listSpotCheckTemplates',
    title: 'übliche Stichproben auflisten',
    summary: 'Usual samples to start from',
    who: 'Everybody signed in',
    tag,
    reply: {
      status: 200,
      description: 'All of them',
      schema: templateList,
      example: { items: spotCheckTemplates.slice(0, 1), next: null },
    },
    work: async () => json({ items: spotCheckTemplates, next: null }),
  }),
  operation({
    method: 'get',
    path: '/spot-checks',
    id: 'listSpotChecks',
    title: 'Stichproben auflisten',
    summary: 'The protocol of one road, in order, with corrections and comments',
    who: readers,
    tag,
    query: spotCheckQuery,
    problems: { 403: notBoth },
    reply: {
      status: 200,
      description: 'All samples of the road',
      schema: spotCheckList,
      example: { items: [example], next: null, closedAt: null },
    },
    work: (ctx, { query }) =>
      onProtocol(ctx, query.enrollmentId, async (road) => {
        const items = await listSpotChecks(ctx.db, road.id)
        const closed = await findClosing(ctx.db, road.id)
        return json({ items: items.map(spotCheckJson), next: null, closedAt: closed?.closedAt.toString() ?? null })
      }),
  }),
  operation({
    method: 'get',
    path: '/spot-checks/{id}',
    id: 'getSpotCheck',
    title: 'eine Stichprobe zeigen',
    summary: 'One sample with its corrections and comments',
    who: readers,
    tag,
    params: one,
    reply,
    work: (ctx, { params }) => onCheck(ctx, params.id, async (_, check) => json(spotCheckJson(check))),
  }),
  operation({
    method: 'post',
    path: '/spot-checks',
    id: 'addSpotCheck',
    title: 'eine Stichprobe eintragen',
    summary: 'Add a sample to the protocol (JSON, or multipart with the part `file` as evidence)',
    who: assessor,
    tag,
    body: newSpotCheck,
    bodyExample: {
      enrollmentId: example.enrollmentId,
      object: example.object,
      what: example.what,
      expected: example.expected,
      seen: example.seen,
      result: example.result,
      evidenceNote: '',
      checkedOn: example.checkedOn,
    },
    upload,
    bodyLimit: usualLimit,
    prepare: prepareEvidence,
    problems: { 403: 'Not assigned, or the participation has ended', 413: 'Over 25 MB' },
    reply: { ...reply, status: 201 },
    work: (ctx, { body }, file) =>
      onProtocol(ctx, body.enrollmentId, async (road) => {
        const allowed = may.actForAssessor(ctx.actor, road)
        if (isRefusal(allowed)) return forbidden(allowed)
        if (isRefusal(file)) return unprocessable(file)
        const { controlId, enrollmentId: _, ...text } = body
        const control = await findControl(ctx, road.organizationId, controlId)
        if (isRefusal(control)) return unprocessable(control)
        const id = await addSpotCheck(ctx, road, { ...text, control, file })
        return isRefusal(id) ? unprocessable(id) : shown(ctx, id, 201)
      }),
  }),
  operation({
    method: 'patch',
    path: '/spot-checks/{id}',
    id: 'changeSpotCheck',
    title: 'eine Stichprobe berichtigen',
    summary: 'Correct a sample by a further version, with the reason; not after the protocol is closed',
    who: assessor,
    tag,
    params: one,
    body: spotCheckChange,
    bodyExample: {
      version: 1,
      reason: 'Uhrzeit verwechselt.',
      object: example.object,
      what: example.what,
      expected: example.expected,
      seen: 'Nach fünf Minuten gesperrt.',
      result: example.result,
      evidenceNote: '',
      checkedOn: example.checkedOn,
    },
    upload,
    bodyLimit: usualLimit,
    prepare: prepareEvidence,
    problems: {
      403: 'Not assigned, or the participation has ended',
      409: 'It was corrected since: `{theirs, version}`',
      413: 'Over 25 MB',
    },
    reply,
    work: (ctx, { params, body }, file) =>
      onCheck(ctx, params.id, async (road, check) => {
        const allowed = may.actForAssessor(ctx.actor, road)
        if (isRefusal(allowed)) return forbidden(allowed)
        if (isRefusal(file)) return unprocessable(file)
        const { controlId, version, reason, ...text } = body
        const control = await findControl(ctx, road.organizationId, controlId)
        if (isRefusal(control)) return unprocessable(control)
        const done = await correctSpotCheck(ctx, road, { check, version, reason, written: { ...text, control, file } })
        if (isRefusal(done)) return unprocessable(done)
        return done === 'stale' ? stale((await findSpotCheck(ctx.db, check.id)) ?? check) : shown(ctx, check.id, 200)
      }),
  }),
  operation({
    method: 'post',
    path: '/spot-checks/{id}/comments',
    id: 'addSpotCheckComment',
    title: 'eine Stichprobe kommentieren',
    summary: 'Say something about a sample, also after the protocol is closed',
    who: 'Who speaks for the municipality',
    tag,
    params: one,
    body: newSpotComment,
    bodyExample: { text: 'Wird bis Ende des Monats behoben.' },
    problems: { 403: 'Not of the municipality, or the participation has ended' },
    reply: { ...reply, status: 201 },
    work: (ctx, { params, body }) =>
      onCheck(ctx, params.id, async (road, check) => {
        const allowed = may.actForOrganization(ctx.actor, road)
        if (isRefusal(allowed)) return forbidden(allowed)
        await commentSpotCheck(ctx, check, body.text)
        return shown(ctx, check.id, 201)
      }),
  }),
  operation({
    method: 'post',
    path: '/spot-checks/closures',
    id: 'closeSpotChecks',
    title: 'das Protokoll der Stichproben abschließen',
    summary: 'Close the protocol: the step is done, and nothing in it changes from then on',
    who: assessor,
    tag,
    body: closing,
    bodyExample: { enrollmentId: example.enrollmentId },
    problems: { 403: 'Not assigned, or the participation has ended' },
    reply: {
      status: 200,
      description: 'It is closed',
      schema: closedOut,
      example: { enrollmentId: example.enrollmentId, closedAt: '2026-11-18T16:00:00Z' },
    },
    work: (ctx, { body }) =>
      onProtocol(ctx, body.enrollmentId, async (road) => {
        const allowed = may.actForAssessor(ctx.actor, road)
        if (isRefusal(allowed)) return forbidden(allowed)
        const done = await closeProtocol(ctx, road)
        if (isRefusal(done)) return unprocessable(done)
        const closed = done === 'closed' ? undefined : await findClosing(ctx.db, road.id)
        return json({ enrollmentId: road.id, closedAt: (closed?.closedAt ?? ctx.now).toString() })
      }),
  }),
  ...(['pdf', 'xlsx'] as const).map((kind) =>
    operation({
      method: 'get',
      path: `/enrollments/{id}/spot-checks.${kind}`,
      id: kind === 'pdf' ? 'getSpotChecksPdf' : 'getSpotChecksXlsx',
      title: `das Protokoll der Stichproben als ${kind === 'pdf' ? 'PDF' : 'Tabelle'}`,
      summary: kind === 'pdf' ? 'The protocol as PDF/UA-1' : 'The protocol as a workbook',
      who: readers,
      tag,
      params: one,
      problems: { 403: notBoth },
      reply: { status: 200, description: 'The file', isFile: true },
      work: (ctx, { params }) =>
        onProtocol(ctx, params.id, (road) => (kind === 'pdf' ? protocolPdf(ctx, road) : protocolSheet(ctx, road))),
    }),
  ),
]
