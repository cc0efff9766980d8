import { z } from 'zod'
import { isRefusal, refuse } from '#kernel/outcome.ts'
import { prepareFile, usualLimit } from '#foundation/files/index.ts'
import { type EnrollmentWithSteps, findEnrollment } from '#foundation/programmes/index.ts'
import { type Answer, forbidden, json, notFound, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema, parse } from '#platform/http/parse.ts'
import { may } from '../access.ts'
import { agreementExample as example } from '../examples.ts'
import { agreementJson } from '../json.ts'
import { onRoad } from '../on-road.ts'
import { reasonIn } from '../signing/schemas.ts'
import type { Agreement } from './agreement.ts'
import { recordOwner, revokeAgreement } from './end-agreement.ts'
import { giveAgreement } from './give-agreement.ts'
import { findAgreement, listAgreements } from './queries.ts'
import { agreementIn, agreementList, agreementOut, agreementQuery, paperIn } from './schemas.ts'

const tag = 'Agreements'
const enders = 'Who speaks for the municipality, and who leads the programme'
const params = z.object({ id: idSchema })
const upload = 'The signed paper: PDF, PNG, JPEG or WebP, at most 25 MB'

export const agreementOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/agreements',
    id: 'listAgreements',
    title: 'Vereinbarungen auflisten',
    summary:
      'Agreements on data processing and confidentiality, permissions to scan; revoked ones too, the newest first',
    who: 'The municipality itself, its assessor while assigned, and who leads or guides in the programme',
    tag,
    query: agreementQuery,
    reply: {
      status: 200,
      description: 'One page of agreements',
      schema: agreementList,
      example: { items: [example], next: null },
    },
    work: async (ctx, { query }) => {
      const found = await listAgreements(ctx.db, query)
      return isRefusal(found)
        ? unprocessable(found)
        : json({ items: found.items.map((one) => agreementJson(one, ctx.now)), next: found.next })
    },
  }),
  operation({
    method: 'post',
    path: '/agreements',
    id: 'giveAgreement',
    title: 'eine Vereinbarung schließen',
    summary:
      'Sign with the own password (JSON), or record the signed paper (multipart: `file`, `signedBy`, `signedOn`)',
    who: 'The chief executive signs; paper also who speaks for the municipality, and who leads the programme',
    tag,
    body: agreementIn,
    bodyExample: {
      enrollmentId: example.enrollmentId,
      kind: 'scanPermission',
      targets: example.targets,
      timeWindow: example.timeWindow,
      systemsOwner: '',
      validFrom: example.validFrom,
      validUntil: example.validUntil,
      password: '…',
    },
    upload,
    bodyLimit: usualLimit,
    confirms: true,
    prepare: async ({ files, storage }) => (files['file'] ? prepareFile(files['file'], storage) : undefined),
    problems: {
      403: 'Not yours to sign or to record',
      409: 'The text is another one by now: `text`, `sha256`; nothing was signed',
      413: 'Over 25 MB',
    },
    reply: { status: 201, description: 'The agreement', schema: agreementOut, example },
    work: (ctx, { body, request }, file) =>
      onRoad(ctx, body.enrollmentId, async (road) => {
        const allowed = file === undefined ? may.sign(ctx.actor, road) : may.recordPaper(ctx.actor, road)
        if (isRefusal(allowed)) return forbidden(allowed)
        const { kind, targets, timeWindow, systemsOwner, validFrom, validUntil, shownSha256, signedBy, signedOn } = body
        const wish = { kind, targets, timeWindow, systemsOwner, validFrom, validUntil: validUntil || null }
        const paper =
          file === undefined ? undefined : parse(paperIn, { signedBy, signedOn }, 'Das Papier ist noch nicht abgelegt')
        if (isRefusal(paper)) return unprocessable(paper)
        if (isRefusal(file)) return unprocessable(file)
        const way = paper && file ? { ...paper, file } : { shownSha256, passwordConfirmed: request.confirmation }
        const given = await giveAgreement(ctx, road, wish, way)
        if (isRefusal(given)) return unprocessable(given)
        return 'changed' in given ? changed(given.changed) : shown(ctx, given.given, 201)
      }),
  }),
  operation({
    method: 'post',
    path: '/agreements/{id}/owner-consent',
    id: 'recordOwnerConsent',
    title: 'die Zustimmung dessen ablegen, dem die Systeme gehören',
    summary: 'Record the paper in which whoever owns the systems agrees (multipart)',
    who: enders,
    tag,
    params,
    body: paperIn.meta({ id: 'OwnerConsent' }),
    bodyExample: { signedBy: 'Rechenzentrum Nordaue, Leitung', signedOn: '2026-11-20' },
    upload,
    bodyLimit: usualLimit,
    prepare: async ({ files, storage }) => (files['file'] ? prepareFile(files['file'], storage) : undefined),
    problems: { 403: 'Not yours to record', 413: 'Over 25 MB' },
    reply: { status: 200, description: 'The agreement as it is now', schema: agreementOut, example },
    work: (ctx, input, file) =>
      onAgreement(ctx, input.params.id, async (_, agreement) => {
        if (file === undefined) return unprocessable(noPaper)
        if (isRefusal(file)) return unprocessable(file)
        const done = await recordOwner(ctx, agreement, { ...input.body, file })
        return isRefusal(done) ? unprocessable(done) : shown(ctx, agreement.id, 200)
      }),
  }),
  operation({
    method: 'post',
    path: '/agreements/{id}/revocation',
    id: 'revokeAgreement',
    title: 'eine Vereinbarung widerrufen',
    summary: 'Revoke an agreement with a reason; from now on it does not hold',
    who: enders,
    tag,
    params,
    body: reasonIn.meta({ id: 'AgreementRevocation' }),
    bodyExample: { reason: 'Das Rechenzentrum zieht um.' },
    problems: { 403: 'Not yours to revoke' },
    reply: { status: 200, description: 'The agreement as it is now', schema: agreementOut, example },
    work: (ctx, input) =>
      onAgreement(ctx, input.params.id, async (_, agreement) => {
        const done = await revokeAgreement(ctx, agreement, input.body.reason)
        return isRefusal(done) ? unprocessable(done) : shown(ctx, agreement.id, 200)
      }),
  }),
]

const noPaper = refuse('Die Zustimmung ist noch nicht abgelegt.', [
  { path: 'file', message: 'Bitte wählen Sie eine Datei aus.' },
])

async function onAgreement(
  ctx: Context,
  id: string,
  work: (road: EnrollmentWithSteps, agreement: Agreement) => Promise<Answer>,
): Promise<Answer> {
  const agreement = await findAgreement(ctx.db, id)
  const road = agreement && (await findEnrollment(ctx.db, agreement.enrollmentId))
  if (!agreement || !road) return notFound()
  const allowed = may.endAgreement(ctx.actor, road)
  return isRefusal(allowed) ? forbidden(allowed) : work(road, agreement)
}

const changed = ({ text, sha256 }: { text: string; sha256: string }): Answer => ({
  kind: 'problem',
  status: 409,
  type: 'seitdem-geaendert',
  title: 'Seit Sie den Text gelesen haben, hat er sich geändert. Unterschrieben ist nichts.',
  more: { text, sha256 },
})

async function shown(ctx: Context, id: string, status: 200 | 201): Promise<Answer> {
  const agreement = await findAgreement(ctx.db, id)
  return agreement ? json(agreementJson(agreement, ctx.now), status) : notFound()
}
