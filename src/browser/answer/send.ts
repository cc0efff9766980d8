import type { Input } from './input.ts'
import { readReply, type Reply } from './reply.ts'

export interface Letter {
  api: string
  csrf: string
  input: Input
  version: number | undefined
}

const patience = 20_000

/** Browsers let at most 64 KB outlive a page; a longer note goes the usual way. */
const outlivesPage = (body: string): boolean => body.length < 20_000

/** Saves one answer. No reply, or one that is not ours, is `unreachable`, never an exception. */
export async function send({ api, csrf, input, version }: Letter): Promise<Reply> {
  const body = JSON.stringify({ answer: input.answer === '' ? null : input.answer, note: input.note, version })
  try {
    const response = await fetch(api, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'lotsenwerk-csrf': csrf },
      body,
      credentials: 'same-origin',
      redirect: 'error',
      keepalive: outlivesPage(body),
      signal: AbortSignal.timeout(patience),
    })
    const json: unknown = await response.json().catch(() => undefined)
    return readReply(response.status, json, response.headers.get('retry-after'))
  } catch {
    return { got: 'unreachable' }
  }
}
