import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { type Answer, forbidden, notFound, type ProblemAnswer, unprocessable } from '#platform/http/answer.ts'
import { mebibyte, readBody } from '#platform/http/body.ts'
import type { Actor } from '#platform/http/context.ts'
import type { Operation } from '#platform/http/operation.ts'
import { sha256 } from '#platform/crypto/hash.ts'
import { parse } from '#platform/http/parse.ts'
import type { Incoming } from '#platform/http/request.ts'
import { bearerToken, sessionActor, tokenHolder } from './actor.ts'
import { type Call, clientAddress } from './call.ts'
import { confirmWhereAsked, requestOf } from './incoming.ts'
import { fileResponse } from './file-response.ts'
import { once, readOnceOnly } from './idempotency.ts'
import { isForeignSite, isOurForm, readSessionCookie } from './marks.ts'
import { problem, problemResponse } from './problem.ts'
import { amongGuesses, MinuteLimit } from './rate-limit.ts'
import type { Services } from './services.ts'
import { workAndNote } from './work.ts'

const isProblem = (value: object): value is ProblemAnswer => 'kind' in value && value.kind === 'problem'

/** Answers one operation of the REST API. The actor comes first, from the headers alone, so that strangers cannot make us store files. */
export function serveOperation(services: Services, operation: Operation) {
  return async (call: Call): Promise<Response> => {
    const answer = await answerOperation(services, call, operation)
    return respond(call, answer)
  }
}

async function answerOperation(services: Services, call: Call, operation: Operation): Promise<Answer> {
  const actor = operation.open && !isKnown(services, call) ? null : await whoCalls(services, call, operation)
  if (actor && isProblem(actor)) return actor
  const allowed = (actor && operation.guard?.(actor)) ?? true
  if (isRefusal(allowed)) return forbidden(allowed)
  if (operation.method !== 'get' && !mayWrite(services, call, actor)) return tooMany
  const body = await readBody(call.req.raw, {
    bytes: operation.bodyLimit ?? mebibyte,
    rawJson: operation.rawJson ?? false,
  })
  if (isProblem(body)) return body
  try {
    const request = requestOf(services, call, body, actor)
    await confirmWhereAsked(services, operation, actor, request)
    const asked = { actor, request, caller: callerOf(services, call, actor) }
    return await (operation.isGuessable ? guess : perform)(services, operation, asked)
  } finally {
    await body.discard()
  }
}

function mayWrite(services: Services, call: Call, actor: Actor | null): boolean {
  const { epochMilliseconds } = services.clock.now()
  return actor
    ? writes.admit(actor.personId, epochMilliseconds)
    : strangers.admit(clientAddress(services, call), epochMilliseconds)
}

const tooMany: ProblemAnswer = {
  ...problem(429, 'zu-viele-anfragen', 'Das waren zu viele Änderungen in einer Minute. Bitte warten Sie eine Minute.'),
  headers: { 'retry-after': '60' },
}

interface Asked {
  /** Null for strangers at an open operation. */
  actor: Actor | null
  request: Incoming
  caller: string
}

async function guess(services: Services, operation: Operation, asked: Asked): Promise<Answer> {
  const guesser = asked.actor?.personId ?? asked.request.address
  const answer = await amongGuesses(guesser, services.clock.now().epochMilliseconds, {
    work: () => perform(services, operation, asked),
    isWrong: (done: Answer) => done.kind === 'problem' && done.status === 422,
  })
  return answer ?? tooMany
}

async function perform(services: Services, operation: Operation, { actor, request, caller }: Asked): Promise<Answer> {
  const nothing = z.object({})
  const params = parse(operation.params ?? nothing, request.params)
  if (isRefusal(params)) return notFound()
  const query = parse(operation.query ?? nothing, request.query, 'Diese Anfrage ist nicht zu verstehen')
  if (isRefusal(query)) return unprocessable(query)
  const body = operation.body && !operation.rawJson ? parse(operation.body, request.json ?? request.form) : undefined
  if (isRefusal(body)) return unprocessable(body)
  // Strangers have nothing that tells them apart, so their keys would meet; a secret that is shown once must not be remembered.
  const wish = actor && !operation.showsOnce ? await readOnceOnly(request, caller) : undefined
  if (wish && 'kind' in wish) return wish
  const prepared = await operation.prepare?.(request)
  if (isRefusal(prepared)) return unprocessable(prepared)
  const { answer, traces } = await workAndNote(
    services,
    // Only open operations run without an actor, and their declaration (openOperation) says so to them.
    { actor: actor as Actor, now: services.clock.now(), readOnly: operation.method === 'get' },
    (ctx) => {
      const work = (): Promise<Answer> => operation.work(ctx, { params, query, body, request }, prepared)
      return wish ? once(ctx, wish, work) : work()
    },
  )
  await traces()
  return answer
}

/** With the roles: whoever has lost a right since gets no remembered reply, but the answer of today. */
function callerOf(services: Services, call: Call, actor: Actor | null): string {
  const secret = bearerToken(call) ?? readSessionCookie(services, call) ?? ''
  return sha256(['caller', secret, actor?.actingFor?.id ?? '', ...(actor?.roles ?? []).toSorted()].join(' '))
}

const writes = new MinuteLimit(3000)

/** One network address at operations that need nobody signed in: a town hall has one, a script that guesses has one too. */
const strangers = new MinuteLimit(120)

const isKnown = (services: Services, call: Call): boolean =>
  bearerToken(call) !== undefined || readSessionCookie(services, call) !== undefined

/** A bearer token, or the session of our own pages: then writing needs the form mark in a header, as a form would carry it. */
async function whoCalls(services: Services, call: Call, { method, open }: Operation): Promise<Actor | ProblemAnswer> {
  const now = services.clock.now()
  const token = bearerToken(call)
  if (token) {
    const holder = await tokenHolder(services, call, token, now)
    if ('unknown' in holder) return unauthorized('Dieser Zugangsschlüssel gilt nicht oder nicht mehr.')
    if ('noRoleThere' in holder) return notFound('Für diese Organisation handeln Sie nicht, oder es gibt sie nicht.')
    if (holder.readOnly && method !== 'get')
      return problem(
        403,
        'nur-lesen',
        'Mit diesem Zugangsschlüssel lässt sich nur lesen. Zum Ändern brauchen Sie einen, der auch schreiben darf.',
      )
    return open ? holder.actor : chosen(holder.actor)
  }
  if (!readSessionCookie(services, call))
    return unauthorized('Bitte melden Sie sich an: Authorization: Bearer, gefolgt vom Zugangsschlüssel.')
  if (method !== 'get' && (isForeignSite(call) || !isOurForm(services, call, call.req.header('lotsenwerk-csrf'))))
    return problem(403, 'fremde-seite', 'Diese Anfrage kam nicht von unserer Seite und wurde nicht ausgeführt.')
  const actor = await sessionActor(services, call, now)
  if (actor && open) return actor
  return actor ? chosen(actor) : unauthorized('Ihre Sitzung ist beendet. Bitte melden Sie sich neu an.')
}

function chosen(actor: Actor): Actor | ProblemAnswer {
  if (actor.actingFor || actor.organizations.length <= 1) return actor
  return problem(
    422,
    'fuer-wen',
    'Sie handeln für mehrere Organisationen. Bitte nennen Sie eine im Kopf Lotsenwerk-Acting-For.',
    {
      organizations: actor.organizations.map(({ id, name }) => ({ id, name })),
    },
  )
}

const unauthorized = (title: string): ProblemAnswer => ({
  ...problem(401, 'nicht-angemeldet', title),
  headers: { 'www-authenticate': 'Bearer realm="Lotsenwerk"' },
})

function respond(call: Call, answer: Answer): Response {
  switch (answer.kind) {
    case 'json':
      return new Response(JSON.stringify(answer.body), {
        status: answer.status,
        headers: { 'content-type': 'application/json; charset=utf-8', ...answer.headers },
      })
    case 'problem':
      return problemResponse(answer, call.get('requestId'))
    case 'file':
      return fileResponse(call, answer)
    case 'page':
    case 'redirect':
      throw new Error('an operation of the API answers with data')
  }
}
