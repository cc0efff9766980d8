import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { json, notFound, unprocessable } from '#platform/http/answer.ts'
import { type Operation, openOperation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import { may } from '../access.ts'
import { atDesk } from '../attendance/web/at-desk.ts'
import { certificateExample, checkExample } from './examples.ts'
import { issueAll, issueOne, revokeCertificate } from './issue-certificates.ts'
import { certificateJson, checkJson } from './json.ts'
import { readNumber } from './number.ts'
import { checkNumber, findCertificate, listCertificates, ownCertificates } from './queries.ts'
import { certificateList, certificateOut, checkOut, issueIn, issueOut, revocationIn } from './schemas.ts'
import { certificatePdf } from './web/certificate-file.ts'

const tag = 'Certificates'
const who = 'Guides and programme managers of the cooperative that organizes it'
const params = z.object({ id: idSchema })
const problems = { 403: 'Only organizers' }
const list = {
  status: 200,
  description: 'Certificates, the newest first',
  schema: certificateList,
  example: { items: [certificateExample] },
} as const

/** Issuing, checking, withdrawing. */
export const certificateOperations: Operation[] = [
  openOperation({
    method: 'get',
    path: '/certificates/{id}',
    id: 'checkCertificate',
    title: 'ein Zertifikat prüfen',
    summary: 'By its number, however it is spelled: valid, replaced by which one, or withdrawn',
    who: 'Everybody who has the number, also without signing in',
    tag,
    params: z.object({ id: z.string().max(100).meta({ description: 'Number of the certificate' }) }),
    reply: { status: 200, description: 'What it certifies, and its state', schema: checkOut, example: checkExample },
    work: async (ctx, { params: { id } }) => {
      const number = readNumber(id)
      const found = number === undefined ? undefined : await checkNumber(ctx.db, number)
      return found ? json(checkJson(found)) : notFound('Ein Zertifikat mit dieser Nummer gibt es nicht.')
    },
  }),
  operation({
    method: 'get',
    path: '/certificates',
    id: 'listOwnCertificates',
    title: 'eigene Zertifikate auflisten',
    summary: 'One\u2019s own, replaced and withdrawn ones too',
    who: 'Everybody signed in',
    tag,
    reply: list,
    work: async (ctx) =>
      json({ items: (await ownCertificates(ctx.db, ctx.actor.personId)).map((one) => certificateJson(one)) }),
  }),
  operation({
    method: 'get',
    path: '/events/{id}/certificates',
    id: 'listCertificates',
    title: 'Zertifikate einer Veranstaltung auflisten',
    summary: 'All of an event, replaced and withdrawn ones too',
    who,
    tag,
    params,
    guard: may.organize,
    problems,
    reply: list,
    work: (ctx, { params: { id } }) =>
      atDesk(ctx, id, async (event) =>
        json({ items: (await listCertificates(ctx.db, event.id)).map((one) => certificateJson(one)) }),
      ),
  }),
  operation({
    method: 'post',
    path: '/events/{id}/certificates',
    id: 'issueCertificates',
    title: 'Zertifikate ausstellen',
    summary:
      'For one person or for everybody who passed; after a correction the new one replaces the old one. Holders are told',
    who,
    tag,
    params,
    guard: may.organize,
    body: issueIn,
    bodyExample: {},
    problems: { ...problems, 422: 'Not passed, or nothing to correct' },
    reply: {
      status: 201,
      description: 'How many, and all of the event',
      schema: issueOut,
      example: { issued: 1, replaced: 0, items: [certificateExample] },
    },
    work: (ctx, { params: { id }, body: { registrationId } }) =>
      atDesk(ctx, id, async (event) => {
        const done = await (registrationId ? issueOne(ctx, event, registrationId) : issueAll(ctx, event))
        if (isRefusal(done)) return unprocessable(done)
        const items = (await listCertificates(ctx.db, event.id)).map((one) => certificateJson(one))
        return json({ ...done, items }, 201)
      }),
  }),
  operation({
    method: 'post',
    path: '/certificates/{id}/revocation',
    id: 'revokeCertificate',
    title: 'ein Zertifikat zurückziehen',
    summary: 'For a reason; the number stays to be checked and says so',
    who,
    tag,
    params,
    guard: may.organize,
    body: revocationIn,
    bodyExample: { reason: 'Verwechslung zweier Personen gleichen Namens.' },
    problems,
    reply: { status: 200, description: 'The certificate', schema: certificateOut, example: certificateExample },
    work: async (ctx, { params: { id }, body: { reason } }) => {
      const found = await findCertificate(ctx.db, id)
      if (!found) return notFound()
      return atDesk(ctx, found.eventId, async (event) => {
        const done = await revokeCertificate(ctx, event, found, reason)
        if (isRefusal(done)) return unprocessable(done)
        const now = await findCertificate(ctx.db, id)
        return now ? json(certificateJson(now)) : notFound()
      })
    },
  }),
  operation({
    method: 'get',
    path: '/certificates/{id}/certificate.pdf',
    id: 'getCertificateFile',
    title: 'ein Zertifikat als PDF holen',
    summary: 'Accessible PDF of one page',
    who: 'Its holder, their organization, the organizer',
    tag,
    params,
    problems: { 422: 'No PDF on this machine' },
    reply: { status: 200, description: 'The PDF', isFile: true },
    work: async (ctx, { params: { id }, request: { portal } }) => {
      const found = await findCertificate(ctx.db, id)
      return found ? certificatePdf(found, { portal, now: ctx.now }) : notFound()
    },
  }),
]
