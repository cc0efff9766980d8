import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { type Answer, forbidden, json, notFound, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import { may } from './access.ts'
import { consentExample, purposeExample } from './examples.ts'
import { giveConsent } from './give-consent.ts'
import { consentJson, purposeJson } from './json.ts'
import { currentText, findPurpose, type Purpose, purposesFor, textOf } from './purposes.ts'
import { findConsent, listConsents, standingConsents } from './queries.ts'
import { revokeConsent } from './revoke-consent.ts'
import { consentIn, consentList, consentOut, consentQuery, purposeList } from './schemas.ts'

const tag = 'Consents'
const readers = 'Everybody with a task at the municipality acted for'
const head = 'The chief executive of the municipality acted for'

export const consentOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/consent-purposes',
    id: 'listConsentPurposes',
    title: 'wofür Einwilligungen erbeten werden, mit dem Text',
    summary: 'What the organization acted for is asked, with the current text and the consent that holds',
    who: readers,
    tag,
    reply: {
      status: 200,
      description: 'All purposes; none where the organization is not asked',
      schema: purposeList,
      example: { items: [purposeExample], next: null },
    },
    work: async (ctx) => {
      const standing = await standingConsents(ctx.db)
      const asked = purposesFor(ctx.actor.actingFor?.kind)
      return json({ items: asked.map((purpose) => purposeJson(purpose, standing)), next: null })
    },
  }),
  operation({
    method: 'get',
    path: '/consents',
    id: 'listConsents',
    title: 'Einwilligungen auflisten',
    summary: 'Consents of the organization acted for, revoked ones too, the newest first',
    who: readers,
    tag,
    query: consentQuery,
    reply: {
      status: 200,
      description: 'One page of consents',
      schema: consentList,
      example: { items: [consentExample], next: null },
    },
    work: async (ctx, { query }) => {
      const found = await listConsents(ctx.db, query)
      return isRefusal(found) ? unprocessable(found) : json({ items: found.items.map(consentJson), next: found.next })
    },
  }),
  operation({
    method: 'post',
    path: '/consents',
    id: 'giveConsent',
    title: 'eine Einwilligung geben',
    summary: 'Consent in the name of the organization acted for, on the text of this version',
    who: head,
    tag,
    body: consentIn,
    bodyExample: { purpose: 'namedInStatePicture', textVersion: 1 },
    problems: {
      403: 'Only the chief executive of a municipality that is asked',
      409: 'The text is another one by now: `text`, `textVersion`, `sha256`; nothing was given',
    },
    reply: { status: 201, description: 'The consent', schema: consentOut, example: consentExample },
    work: async (ctx, { body }) => {
      const purpose = findPurpose(body.purpose)
      if (!purpose) return notFound()
      for (const allowed of [may.see(ctx.actor), may.decide(ctx.actor)])
        if (isRefusal(allowed)) return forbidden(allowed)
      const outcome = await giveConsent(ctx, purpose, body)
      if (isRefusal(outcome)) return unprocessable(outcome)
      return 'newer' in outcome ? newer(outcome.newer) : shown(ctx, outcome.given, 201)
    },
  }),
  operation({
    method: 'post',
    path: '/consents/{id}/revocation',
    id: 'revokeConsent',
    title: 'eine Einwilligung widerrufen',
    summary: 'Take a consent back, without a reason; what was published stays published',
    who: head,
    tag,
    params: z.object({ id: idSchema }),
    problems: { 403: 'Only the chief executive' },
    reply: {
      status: 200,
      description: 'The consent as it is now',
      schema: consentOut,
      example: { ...consentExample, revokedAt: '2026-11-22T10:00:00Z', revokedBy: consentExample.givenBy },
    },
    work: async (ctx, { params }) => {
      const consent = await findConsent(ctx.db, params.id)
      if (!consent) return notFound()
      const allowed = may.decide(ctx.actor)
      if (isRefusal(allowed)) return forbidden(allowed)
      const done = await revokeConsent(ctx, consent)
      return isRefusal(done) ? unprocessable(done) : shown(ctx, consent.id, 200)
    },
  }),
]

function newer(purpose: Purpose): Answer {
  const text = currentText(purpose)
  return {
    kind: 'problem',
    status: 409,
    type: 'seitdem-geaendert',
    title: 'Der Text hat jetzt eine andere Fassung. Eingewilligt ist nichts. Bitte lesen Sie ihn noch einmal.',
    more: { text: textOf(text), textVersion: text.version, sha256: text.sha256 },
  }
}

async function shown(ctx: Context, id: string, status: 200 | 201): Promise<Answer> {
  const consent = await findConsent(ctx.db, id)
  return consent ? json(consentJson(consent), status) : notFound()
}
