import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import type { Answer } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import type { Incoming } from '#platform/http/request.ts'
import { problem } from './problem.ts'

/** A caller's wish that this request happens once, however often it is sent. */
export interface OnceOnly {
  /** Hash of the token or session: keys of different callers never meet. */
  caller: string
  key: string
  requestHash: string
}

const longest = 255

/** Undefined without the header; a problem when the key cannot be one. Reads uploaded files, so it runs before the transaction. */
export async function readOnceOnly(request: Incoming, caller: string): Promise<OnceOnly | Answer | undefined> {
  const key = request.header('idempotency-key')
  if (key === undefined || request.method === 'GET') return undefined
  if (key === '' || key.length > longest || !/^[\x21-\x7e]+$/.test(key))
    return problem(
      422,
      'schluessel-ungueltig',
      `Ein Idempotency-Key hat 1 bis ${longest} druckbare Zeichen ohne Leerzeichen.`,
    )
  return { caller, key, requestHash: await hashOf(request) }
}

async function hashOf({ method, url, form, json, files }: Incoming): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([method, url, form, json ?? null]))
  for (const [name, file] of Object.entries(files)) {
    hash.update(name)
    await pipeline(createReadStream(file.path), async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) hash.update(chunk)
    })
  }
  return hash.digest('hex')
}

interface Recalled {
  state: 'new' | 'done' | 'other' | 'busy'
  status: 200 | 201
  headers: Record<string, string>
  body: string
}

/** Does the work once: a repeated request gets the remembered reply. Only successes are remembered, in the deed's own transaction. */
export async function once(ctx: Context, wish: OnceOnly, work: () => Promise<Answer>): Promise<Answer> {
  const { caller, key, requestHash } = wish
  const at = ctx.now.toString()
  const { rows } =
    await sql<Recalled>`select * from platform.recall_reply(${caller}, ${key}, ${requestHash}, ${at}::timestamptz)`.execute(
      ctx.db,
    )
  const known = rows[0]
  if (known?.state === 'done')
    return {
      kind: 'json',
      status: known.status,
      body: JSON.parse(known.body),
      headers: { ...known.headers, 'idempotency-replayed': 'true' },
    }
  if (known?.state === 'busy')
    return problem(409, 'noch-in-arbeit', 'Diese Anfrage wird gerade schon ausgeführt. Bitte einen Augenblick warten.')
  if (known?.state === 'other')
    return problem(
      422,
      'schluessel-verbraucht',
      'Dieser Idempotency-Key gehört zu einer anderen Anfrage. Bitte für jede Anfrage einen eigenen verwenden.',
    )
  const answer = await work()
  if (answer.kind === 'json')
    await sql`select platform.remember_reply(${caller}, ${key}, ${requestHash}, ${answer.status}, ${JSON.stringify(answer.headers ?? {})}::jsonb,
      ${JSON.stringify(answer.body)}, ${at}::timestamptz)`.execute(ctx.db)
  return answer
}
