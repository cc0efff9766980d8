import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { type Answer, forbidden, json, notFound, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema, listOf } from '#platform/http/parse.ts'
import { findPlace } from '../people/web/place.ts'
import { may } from './access.ts'
import { candidateOf } from './candidate.ts'
import { confirmReplacement } from './confirm-replacement.ts'
import { proposeReplacement } from './propose-replacement.ts'
import { findReplacement, listReplacements } from './queries.ts'
import { type Replacement, stateOf } from './replacement.ts'
import { newReplacement, replacementObjection, replacementOut, replacementQuery, withdrawal } from './schemas.ts'
import { stopReplacement } from './stop-replacement.ts'

const tag = 'Identity'
const cooperative = 'Programme manager, office and administrator of the cooperative'
const one = z.object({ id: idSchema })
const problems = { 403: 'Somebody else decides this' }

const example = {
  id: '01940d1c-5c00-7a60-8000-6f7a8b9c0d1e',
  organizationId: '01940d1c-5c00-7a60-8000-2f1d3a4b5c6d',
  organizationName: 'Stadt Musterstadt',
  personId: '01940d1c-5c00-7a60-8000-1a2b3c4d5e6f',
  candidate: 'Tobias Brandt',
  reason: 'Die bisherige Stelle ist seit Wochen unbesetzt; mit dem Hauptamt am 20.11. telefonisch geklärt.',
  state: 'waiting',
  proposedBy: 'Torsten Malik',
  proposedAt: '2026-11-23T08:15:00Z',
  expiresAt: '2026-12-07T08:15:00Z',
  confirmedBy: 'Ole Hansen',
  effectiveAt: '2026-11-26T09:00:00Z',
  endedAt: null,
  endedBy: null,
  note: null,
}

const toJson = (replacement: Replacement, { now }: Context) => ({
  id: replacement.id,
  organizationId: replacement.organizationId,
  organizationName: replacement.organizationName,
  personId: replacement.personId,
  candidate: replacement.candidate,
  reason: replacement.reason,
  state: stateOf(replacement, now),
  proposedBy: replacement.proposedByName,
  proposedAt: replacement.proposedAt.toString(),
  expiresAt: replacement.expiresAt.toString(),
  confirmedBy: replacement.confirmedByName,
  effectiveAt: replacement.effectiveAt?.toString() ?? null,
  endedAt: replacement.endedAt?.toString() ?? null,
  endedBy: replacement.endedByName,
  note: replacement.note,
})

const shown = async (ctx: Context, id: string, status: 200 | 201 = 200): Promise<Answer> => {
  const found = await findReplacement(ctx.db, id)
  return found ? json(toJson(found, ctx), status) : notFound()
}

const reply = {
  status: 200 as const,
  description: 'The replacement as it is now',
  schema: replacementOut,
  example,
}

export const replacementOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/administrator-replacements',
    id: 'listAdministratorReplacements',
    summary: 'Replacements of administrators who cannot be reached, ended ones too, the newest first',
    who: `${cooperative}; everybody with a role at the municipality, from the confirmation on`,
    tag,
    query: replacementQuery,
    problems: { 403: 'Replacements are not shown to this role' },
    guard: may.see,
    reply: {
      status: 200,
      description: 'One page of replacements',
      schema: listOf(replacementOut),
      example: { items: [example], next: null },
    },
    work: async (ctx, { query }) => {
      const found = await listReplacements(ctx.db, query)
      return isRefusal(found)
        ? unprocessable(found)
        : json({ items: found.items.map((item) => toJson(item, ctx)), next: found.next })
    },
  }),
  operation({
    method: 'post',
    path: '/administrator-replacements',
    id: 'proposeAdministratorReplacement',
    summary:
      'Propose who is to administer a municipality whose administrators cannot be reached; a second person confirms',
    who: `${cooperative}, not for oneself`,
    tag,
    body: newReplacement,
    bodyExample: { personId: example.personId, organizationId: example.organizationId, reason: example.reason },
    problems,
    reply: { ...reply, status: 201, example: { ...example, state: 'proposed', confirmedBy: null, effectiveAt: null } },
    work: async (ctx, { body }) => {
      const place = await findPlace(ctx, body.organizationId)
      if (!place) return notFound()
      const allowed = may.propose(ctx.actor, place)
      if (isRefusal(allowed)) return forbidden(allowed)
      const candidate = await candidateOf(ctx.db, body)
      if (!candidate) return notFound()
      const proposed = await proposeReplacement(ctx, { place, candidate }, body.reason)
      return isRefusal(proposed) ? unprocessable(proposed) : shown(ctx, proposed.id, 201)
    },
  }),
  operation({
    method: 'post',
    path: '/administrator-replacements/{id}/confirmation',
    id: 'confirmAdministratorReplacement',
    summary: 'The second pair of eyes: everybody there is told, and after 72 hours without objection it takes effect',
    who: `${cooperative}, another person than who proposed it`,
    tag,
    params: one,
    problems,
    reply,
    work: async (ctx, { params }) => {
      const replacement = await findReplacement(ctx.db, params.id)
      if (!replacement) return notFound()
      const allowed = may.confirm(ctx.actor, replacement)
      if (isRefusal(allowed)) return forbidden(allowed)
      const confirmed = await confirmReplacement(ctx, replacement)
      return isRefusal(confirmed) ? unprocessable(confirmed) : shown(ctx, params.id)
    },
  }),
  operation({
    method: 'post',
    path: '/administrator-replacements/{id}/objections',
    id: 'objectToAdministratorReplacement',
    summary: 'Object with a reason until it takes effect: then nothing happens',
    who: 'Chief executive and administrator of the municipality',
    tag,
    params: one,
    body: replacementObjection,
    bodyExample: { reason: 'Ich bin wieder im Dienst.' },
    problems,
    reply: { ...reply, status: 201, example: { ...example, state: 'objected', note: 'Ich bin wieder im Dienst.' } },
    work: async (ctx, { params, body }) => {
      const replacement = await findReplacement(ctx.db, params.id)
      if (!replacement) return notFound()
      const allowed = may.object(ctx.actor, replacement)
      if (isRefusal(allowed)) return forbidden(allowed)
      const objected = await stopReplacement(ctx, replacement, body.reason)
      return isRefusal(objected) ? unprocessable(objected) : shown(ctx, params.id, 201)
    },
  }),
  operation({
    method: 'delete',
    path: '/administrator-replacements/{id}',
    id: 'withdrawAdministratorReplacement',
    summary: 'Withdraw it before it takes effect; it stays in the history',
    who: cooperative,
    tag,
    params: one,
    query: withdrawal,
    problems,
    reply: { ...reply, example: { ...example, state: 'withdrawn' } },
    work: async (ctx, { params, query }) => {
      const replacement = await findReplacement(ctx.db, params.id)
      if (!replacement) return notFound()
      const allowed = may.withdraw(ctx.actor)
      if (isRefusal(allowed)) return forbidden(allowed)
      const withdrawn = await stopReplacement(ctx, replacement, query.reason ?? '')
      return isRefusal(withdrawn) ? unprocessable(withdrawn) : shown(ctx, params.id)
    },
  }),
]
