import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { Answer } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type OnceOnly, recallReply, type RememberedReply, rememberReply } from '#platform/db/remembered-replies.ts'
import type { Incoming } from '#platform/http/request.ts'
import { problem } from './problem.ts'

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

/** Does the work once: a repeated request gets the remembered reply. Only successes are remembered, in the deed's own transaction. */
export async function once(ctx: Context, wish: OnceOnly, work: () => Promise<Answer>): Promise<Answer> {
  const at = ctx.now.toString()
  const known = await recallReply(ctx.db, wish, at)
  switch (known.state) {
    case 'done':
      return replay(known)
    case 'busy':
      return problem(
        409,
        'noch-in-arbeit',
        'Diese Anfrage wird gerade schon ausgeführt. Bitte einen Augenblick warten.',
      )
    case 'other':
      return problem(
        422,
        'schluessel-verbraucht',
        'Dieser Idempotency-Key gehört zu einer anderen Anfrage. Bitte für jede Anfrage einen eigenen verwenden.',
      )
    case 'new': {
      const answer = await work()
      if (answer.kind === 'json') {
        const { status, headers = {}, body } = answer
        await rememberReply(ctx.db, wish, { status, headers, body: JSON.stringify(body) }, at)
      }
      return answer
    }
  }
}

const replay = ({ status, headers, body }: RememberedReply): Answer => ({
  kind: 'json',
  status,
  body: JSON.parse(body),
  headers: { ...headers, 'idempotency-replayed': 'true' },
})
