import type { z } from 'zod'
import type { Outcome } from '#kernel/outcome.ts'
import type { Answer } from './answer.ts'
import type { Actor, Context, PublicContext } from './context.ts'
import type { Incoming } from './request.ts'

type Fields = z.ZodObject

/** What an operation answers when it works; `example` is shown in the OpenAPI document and checked against the schema. */
export interface Reply {
  status: 200 | 201 | 202 | 204
  description: string
  schema?: z.ZodType | undefined
  example?: unknown
  /** A file instead of JSON: any bytes, as an attachment. */
  isFile?: true | undefined
}

interface Input<Params extends Fields, Query extends Fields, Body extends z.ZodType> {
  params: z.infer<Params>
  query: z.infer<Query>
  body: z.infer<Body>
  request: Incoming
}

/** One operation of the REST API, and all that its description needs. `path` is below /api/v1, with `{name}` parts. */
export interface Operation {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  path: string
  /** Stable name: the verb of the command line and of generated clients. */
  id: string
  summary: string
  /** One line in German, for the help of the command line: "Organisationen auflisten". */
  title?: string | undefined
  /** Who may, in words; the matrix of the access tests holds it against the roles. */
  who: string
  tag: string
  params?: Fields | undefined
  query?: Fields | undefined
  body?: z.ZodType | undefined
  /** An example of the body, checked against its schema. */
  bodyExample?: unknown
  /** The body may also come as `multipart/form-data` with the part `file`. */
  upload?: string | undefined
  /** Further parts of that upload; `work` reads them from `request.form`. */
  parts?: Fields | undefined
  bodyLimit?: number | undefined
  /** The JSON body goes to a file unparsed, because it may be large or hostile. */
  rawJson?: boolean | undefined
  reply: Reply
  /** Further statuses besides 401, 404 and 422: what they mean. */
  problems?: Partial<Record<403 | 404 | 409 | 413 | 422 | 428 | 429, string>> | undefined
  guard?: ((actor: Actor) => Outcome<true>) | undefined
  prepare?: ((request: Incoming) => Promise<unknown>) | undefined
  /** Asks for the own password once more, in the field `password`; `request.confirmation` says whether it is right. */
  confirms?: boolean | undefined
  /** The reply holds a secret that is shown this once: it is not remembered for an Idempotency-Key. */
  showsOnce?: boolean | undefined
  /** Takes a code short enough to be guessed: few wrong ones a minute for each person, and for each address of those not signed in. */
  isGuessable?: boolean | undefined
  /** Needs nobody signed in; `ctx.actor` is null then. Declared by `openOperation`. */
  open?: true | undefined
  work(ctx: Context, input: Input<Fields, Fields, z.ZodType>, prepared: unknown): Promise<Answer>
}

type Typed<Params extends Fields, Query extends Fields, Body extends z.ZodType, Prepared> = Omit<
  Operation,
  'params' | 'query' | 'body' | 'prepare' | 'work'
> & {
  params?: Params
  query?: Query
  body?: Body
  prepare?: (request: Incoming) => Promise<Prepared>
  work(ctx: Context, input: Input<Params, Query, Body>, prepared: Prepared): Promise<Answer>
}

/** Declares an operation; the schemas give `work` its types. */
export const operation = <
  Params extends Fields = Fields,
  Query extends Fields = Fields,
  Body extends z.ZodType = z.ZodUndefined,
  Prepared = undefined,
>(
  declared: Typed<Params, Query, Body, Prepared>,
): Operation => declared

/** Declares an operation for people who need not be signed in. */
export const openOperation = <
  Params extends Fields = Fields,
  Query extends Fields = Fields,
  Body extends z.ZodType = z.ZodUndefined,
  Prepared = undefined,
>(
  declared: Omit<Typed<Params, Query, Body, Prepared>, 'work' | 'guard' | 'confirms'> & {
    work(ctx: PublicContext, input: Input<Params, Query, Body>, prepared: Prepared): Promise<Answer>
  },
): Operation => ({ ...operation(declared), open: true })
