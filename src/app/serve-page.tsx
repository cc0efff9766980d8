import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { actingForRoutes, askForChoice } from '#foundation/identity/index.ts'
import { forbidden, type ProblemAnswer } from '#platform/http/answer.ts'
import { type Body, mebibyte, readBody } from '#platform/http/body.ts'
import { type Actor, mustChoose } from '#platform/http/context.ts'
import type { PageRoute, PublicPage, SignedInPage } from '#platform/http/page-route.ts'
import type { Incoming } from '#platform/http/request.ts'
import { withQuery } from '#platform/http/route.ts'
import { sessionActor } from './actor.ts'
import type { Call } from './call.ts'
import { isForeignSite, isOurForm } from './marks.ts'
import { confirmWhereAsked, requestOf } from './incoming.ts'
import { problem } from './problem.ts'
import { amongGuesses, MinuteLimit } from './rate-limit.ts'
import { holdsSecret } from './readable-path.ts'
import { respondWithPage } from './render-page.tsx'
import { askAgain, askToSignIn } from './sign-in-page.tsx'
import type { Services } from './services.ts'
import { workAndNote } from './work.ts'

const isProblem = (value: object): value is ProblemAnswer => 'kind' in value && value.kind === 'problem'

const noFields = { form: {}, json: undefined, files: {} }

/** Answers a page or the target of its form, in the five steps of architecture.md. */
export function servePage(services: Services, page: PageRoute) {
  return async (call: Call): Promise<Response> => {
    const actor = await sessionActor(services, call, services.clock.now())
    if (page.method === 'GET' && needsChoice(page, actor)) return call.redirect(choiceHref(call), 303)
    const allowed = guarded(page, actor)
    if (isRefusal(allowed)) return respondWithPage(services, call, actor, forbidden(allowed))
    // Nobody stores files here without a session; what was typed into a form without a file goes along through the sign-in.
    const bringsFiles = (call.req.header('content-type') ?? '').startsWith('multipart/')
    if (!actor && bringsFiles && page.who === 'signedIn')
      return askToSignIn(services, call, requestOf(services, call, noFields))
    const body = await readBody(call.req.raw, { bytes: page.bodyLimit ?? mebibyte, rawJson: false })
    if (isProblem(body)) return respondWithPage(services, call, actor, body)
    call.set('typed', body.form)
    try {
      return page.who === 'public'
        ? await servePublic(services, call, page, actor, body)
        : await serveSignedIn(services, call, page, actor, body)
    } finally {
      await body.discard()
    }
  }
}

const needsChoice = (page: PageRoute, actor: Actor | null): boolean =>
  page.who === 'signedIn' && !page.withoutChoice && actor !== null && mustChoose(actor)

/** Roles are known only when it is said for whom: before that nothing is refused, the choice is asked for. */
const guarded = (page: PageRoute, actor: Actor | null): Outcome<true> =>
  actor && page.who === 'signedIn' && page.guard && !needsChoice(page, actor) ? page.guard(actor) : true

const choiceHref = (call: Call): string => {
  const { pathname, search } = new URL(call.req.url)
  return withQuery(actingForRoutes.choose.href(), { weiter: pathname + search })
}

/** The form of a page that was opened while the person acted for somebody else, in another tab for example. */
const isForAnother = ({ form }: Body, actor: Actor): boolean =>
  form['_fuer'] !== undefined && form['_fuer'] !== (actor.actingFor?.id ?? '')

async function servePublic(
  services: Services,
  call: Call,
  page: PublicPage,
  actor: Actor | null,
  body: Body,
): Promise<Response> {
  const request = requestOf(services, call, body)
  const isLimited = page.method === 'POST' || holdsSecret(call.req.path)
  if (isLimited && !strangers.admit(request.address, services.clock.now().epochMilliseconds))
    return respondWithPage(services, call, actor, tooMany)
  const isOurs = () => !isForeignSite(call) && isOurForm(services, call, body.form['_csrf'])
  if (page.method === 'POST' && !page.bySecret && !isOurs()) return respondWithPage(services, call, actor, tooOld)
  const work = async (): Promise<Response> => {
    const prepared = await page.prepare?.(request)
    return finish(services, call, actor, request, (ctx) => page.work(ctx, request, prepared))
  }
  if (!page.isGuessable) return work()
  const guesser = actor?.personId ?? request.address
  const response = await amongGuesses(guesser, services.clock.now().epochMilliseconds, { work, isWrong })
  return response ?? respondWithPage(services, call, actor, tooMany)
}

const isWrong = ({ status }: Response): boolean => status === 422

/** One network address at forms and links that need nobody signed in: a town hall has one, a script that guesses has one too. */
const strangers = new MinuteLimit(300)

const tooMany = {
  ...problem(429, 'zu-viele-anfragen', 'Das waren zu viele Aufrufe in einer Minute. Bitte warten Sie eine Minute.'),
  headers: { 'retry-after': '60' },
}

const tooOld = problem(
  403,
  'seite-zu-alt',
  'Diese Seite war zu lange offen, oder die Eingabe kam von einer fremden Seite. Gespeichert wurde nichts. Bitte öffnen Sie die Seite noch einmal.',
)

async function serveSignedIn(
  services: Services,
  call: Call,
  page: SignedInPage,
  actor: Actor | null,
  body: Body,
): Promise<Response> {
  const request = requestOf(services, call, body, actor)
  // Before the sign-in too: another site's words must not wait behind it, one click away from being saved.
  if (page.method === 'POST' && isForeignSite(call))
    return respondWithPage(
      services,
      call,
      actor,
      problem(403, 'fremde-seite', 'Diese Eingabe kam von einer fremden Seite und wurde nicht ausgeführt.'),
    )
  if (!actor) return askToSignIn(services, call, request)
  if (page.method === 'POST') {
    if (!isOurForm(services, call, body.form['_csrf'])) return askAgain(services, call, actor, request)
    if (needsChoice(page, actor) || (!page.withoutChoice && isForAnother(body, actor)))
      return finish(services, call, actor, request, (ctx) => askForChoice(ctx, request))
  }
  await confirmWhereAsked(services, page, actor, request)
  const prepared = await page.prepare?.(request)
  return finish(services, call, actor, request, (ctx) => page.work(ctx, request, prepared))
}

async function finish<A extends Actor | null>(
  services: Services,
  call: Call,
  actor: A,
  request: Incoming,
  work: Parameters<typeof workAndNote<A>>[2],
): Promise<Response> {
  const { answer, traces } = await workAndNote(
    services,
    { actor, now: services.clock.now(), readOnly: request.method === 'GET' },
    work,
  )
  const response = respondWithPage(services, call, actor, answer)
  await traces()
  return response
}
