// Bodies that are made while they are sent, so that no test holds a huge file in memory.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { App } from '#app/create-app.ts'
import { origin } from './raw-calls.ts'

const boundary = 'lotsenwerk-test-boundary'

export interface Generated {
  before: string
  /** Sent again and again between `before` and `after`. */
  filling: string
  megabytes: number
  after: string
}

export const fileStart = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="katalog.json"\r\ncontent-type: application/json\r\n\r\n`
export const fileEnd = `\r\n--${boundary}--\r\n`
export const fieldStart = (name: string): string =>
  `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n`

export interface Sent {
  status: number
  text: string
  /** How much of the body the server took. */
  megabytesRead: number
}

/** Sends it without announcing a length, as a client that lies about it or does not know it would. */
export async function send(
  app: App,
  { path, headers }: { path: string; headers: Record<string, string> },
  { before, filling, megabytes, after }: Generated,
): Promise<Sent> {
  const part = new Uint8Array(Buffer.from(filling.repeat(Math.ceil(65_536 / filling.length))))
  let sent = 0
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(Buffer.from(before)),
    pull: (controller) => {
      if (sent < megabytes * 1024 * 1024) {
        controller.enqueue(part)
        sent += part.length
      } else {
        controller.enqueue(Buffer.from(after))
        controller.close()
      }
    },
  })
  const init = { method: 'POST', body, headers, duplex: 'half' as const }
  const response = await app.request(`${origin}${path}`, init)
  return { status: response.status, text: await response.text(), megabytesRead: sent / 1024 / 1024 }
}

export const multipart = { 'content-type': `multipart/form-data; boundary=${boundary}` }

/** The most that this thread held while the work ran, above what it held before, in MB. */
export async function memoryOf(work: () => Promise<unknown>): Promise<number> {
  const held = (): number => {
    const { heapUsed, external } = process.memoryUsage()
    return (heapUsed + external) / 1024 / 1024
  }
  const before = held()
  let most = before
  const timer = setInterval(() => {
    most = Math.max(most, held())
  }, 5)
  await work()
  clearInterval(timer)
  return Math.max(most, held()) - before
}

/** Runs with a folder of its own for temporary files, and says which are left. */
export async function leftovers(work: () => Promise<unknown>): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lotsenwerk-uploads-'))
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  try {
    await work()
    return readdirSync(folder)
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
    rmSync(folder, { recursive: true })
  }
}
