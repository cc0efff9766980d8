import { type Outcome, refuse } from '#kernel/outcome.ts'
import type { ApiRequest } from './build-request.ts'

/** Where and as whom: what every call carries. */
export interface Caller {
  /** Of the server, without /api/v1. */
  url: string
  token: string
  actingFor: string | undefined
}

export interface Problem {
  status: number
  title: string
  errors: { path: string; message: string }[]
  more: Record<string, unknown>
}

export type ApiReply = { json: unknown } | { file: Buffer; name: string } | { problem: Problem } | { done: true }

/** One call of the API. Only that nobody answers is a refusal here; what the server refuses is its `problem`. */
export async function callApi(
  { url, token, actingFor }: Caller,
  { method, path, query, body }: ApiRequest,
  idempotencyKey?: string,
): Promise<Outcome<ApiReply>> {
  const search = query.toString()
  try {
    const response = await fetch(`${url}/api/v1${path}${search === '' ? '' : `?${search}`}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(actingFor === undefined ? {} : { 'lotsenwerk-acting-for': actingFor }),
        ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
        ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
      },
      ...(body === undefined ? {} : { body }),
      // A redirect would carry the token to another place.
      redirect: 'error',
    })
    return await readReply(response)
  } catch (error) {
    return refuse(
      `Unter ${url} antwortet kein Lotsenwerk (${reasonOf(error)}). Läuft der Server? Eine andere Adresse nennen Sie mit --url.`,
    )
  }
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (cause instanceof Error && 'code' in cause) return String(cause.code)
  return cause instanceof Error ? cause.message : 'keine Verbindung'
}

async function readReply(response: Response): Promise<ApiReply> {
  const bytes = Buffer.from(await response.arrayBuffer())
  const type = response.headers.get('content-type') ?? ''
  if (!response.ok) return { problem: problemOf(response.status, type, bytes) }
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1]
  if (name !== undefined) return { file: bytes, name: decodeURIComponent(name) }
  if (bytes.length === 0) return { done: true }
  return type.includes('json')
    ? { json: JSON.parse(bytes.toString('utf8')) as unknown }
    : { file: bytes, name: 'antwort' }
}

function problemOf(status: number, type: string, bytes: Buffer): Problem {
  if (!type.includes('json')) return { status, title: `Der Server antwortet mit ${status}.`, errors: [], more: {} }
  const { title, errors, ...more } = JSON.parse(bytes.toString('utf8')) as Partial<Problem> & Record<string, unknown>
  return {
    status,
    title: typeof title === 'string' ? title : `Der Server antwortet mit ${status}.`,
    errors: Array.isArray(errors) ? errors : [],
    more,
  }
}
