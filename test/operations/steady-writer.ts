// Somebody who writes while the database comes and goes: sends each request with a key of its own, and the same one again until it is answered.
import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { Reply } from './built-product.ts'

export interface Refused {
  status: number
  contentType: string
  text: string
}

export interface Steady {
  /** Every reply after which it tried again, as it came. */
  refused: Refused[]
  /** How many requests got the reply of an earlier try. */
  replayed: number
  send<Body>(method: string, path: string, body: unknown): Promise<Reply<Body>>
}

/** Gives up after two minutes: then it is the server that does not come back. */
export function steadyWriter(address: string, token: string): Steady {
  const writer: Steady = { refused: [], replayed: 0, send }
  return writer

  async function send<Body>(method: string, path: string, body: unknown): Promise<Reply<Body>> {
    const key = randomUUID()
    const until = performance.now() + 120_000
    while (performance.now() < until) {
      const reply = await fetch(`${address}/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'idempotency-key': key,
        },
        body: JSON.stringify(body),
      })
      const text = await reply.text()
      if (reply.status < 500 && !text.includes('noch-in-arbeit')) {
        if (reply.headers.get('idempotency-replayed')) writer.replayed += 1
        return { status: reply.status, body: JSON.parse(text) as Body }
      }
      writer.refused.push({ status: reply.status, contentType: reply.headers.get('content-type') ?? '', text })
      await setTimeout(100)
    }
    throw new Error(`${method} ${path} got no answer: ${JSON.stringify(writer.refused.at(-1))}`)
  }
}
