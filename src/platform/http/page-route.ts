import type { Outcome } from '#kernel/outcome.ts'
import type { Answer } from './answer.ts'
import type { Actor, Context, PublicContext } from './context.ts'
import type { Incoming } from './request.ts'
import type { Route } from './route.ts'

interface Shape {
  method: 'GET' | 'POST'
  path: string
  /** Largest body in bytes; 1 MiB when not given. */
  bodyLimit?: number | undefined
}

/**
 * A page or the target of its form, for signed-in people.
 * `guard` looks at the roles before anything is read; `prepare` does what must not happen in a transaction (reading files, hashing).
 * GET runs READ ONLY.
 */
export interface SignedInPage<Prepared = unknown> extends Shape {
  who: 'signedIn'
  guard?: ((actor: Actor) => Outcome<true>) | undefined
  prepare?: ((request: Incoming) => Promise<Prepared>) | undefined
  /** Asks for the own password once more, in the field `password`; `request.confirmation` says whether it is right. */
  confirms?: boolean | undefined
  /** About the person alone: also for somebody who has several organizations and has not said for which. */
  withoutChoice?: boolean | undefined
  work(ctx: Context, request: Incoming, prepared: Prepared): Promise<Answer>
}

/** A page for everybody, or the target of its form; `ctx.actor` is null for those who are not signed in. */
export interface PublicPage<Prepared = unknown> extends Shape {
  who: 'public'
  prepare?: ((request: Incoming) => Promise<Prepared>) | undefined
  /** The secret in the address is all it takes: no mark of a form of ours, because mail programs send it by themselves (RFC 8058). */
  bySecret?: boolean | undefined
  /** Takes a code short enough to be guessed: few wrong ones a minute for each person, and for each address of those not signed in. */
  isGuessable?: boolean | undefined
  work(ctx: PublicContext, request: Incoming, prepared: Prepared): Promise<Answer>
}

export type PageRoute = SignedInPage | PublicPage

type Options<Prepared> = Omit<SignedInPage<Prepared>, 'who' | 'method' | 'path' | 'work' | 'prepare'> & {
  prepare?: (request: Incoming) => Promise<Prepared>
}

/** Shows something. */
export const show = (
  where: Route,
  work: (ctx: Context, request: Incoming) => Promise<Answer>,
  options: Omit<Options<never>, 'prepare'> = {},
): PageRoute => ({ who: 'signedIn', method: 'GET', path: where.path, ...options, work })

/** Does something: the target of a form. */
export const submit = <Prepared = undefined>(
  where: Route,
  work: (ctx: Context, request: Incoming, prepared: Prepared) => Promise<Answer>,
  options: Options<Prepared> = {},
): PageRoute => ({ who: 'signedIn', method: 'POST', path: where.path, ...options, work })

export const publicPage = (
  where: Route,
  work: (ctx: PublicContext, request: Incoming) => Promise<Answer>,
): PageRoute => ({ who: 'public', method: 'GET', path: where.path, work })

/** Does something for people who need not be signed in: the target of the form of a public page. */
export const publicSubmit = <Prepared = undefined>(
  where: Route,
  work: (ctx: PublicContext, request: Incoming, prepared: Prepared) => Promise<Answer>,
  options: { prepare?: (request: Incoming) => Promise<Prepared>; bySecret?: boolean; isGuessable?: boolean } = {},
): PageRoute => ({ who: 'public', method: 'POST', path: where.path, ...options, work })
