import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, rmSync } from 'node:fs'
import { createServer, request, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { json as readJson } from 'node:stream/consumers'
import { isMainThread } from 'node:worker_threads'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import type { Done, Options } from './operator.ts'

/**
 * While a server runs on the embedded database, the command line asks it through this socket: nothing else may open the folder.
 * Only the owner of the folder may connect (0600). Paths of sockets are at most 107 bytes long, hence the second place.
 */
export function socketPath(dataFolder: string): string {
  const near = join(dataFolder, 'socket')
  if (Buffer.byteLength(near) <= 100) return near
  const hash = createHash('sha256').update(dataFolder).digest('hex').slice(0, 16)
  return join(tmpdir(), `lotsenwerk-${process.getuid?.() ?? ''}-${hash}`, 'socket')
}

/** Verbs that answer with a stream of bytes; one that fails breaks it off. */
export type Streams = Record<string, (sink: Writable) => Promise<void>>

type Run = (verb: string, options: Options) => Promise<Outcome<Done>>

/** Must run while the folder's lock is held: a socket that lies there is a dead one. */
export async function listenForOperator(dataFolder: string, run: Run, streams: Streams = {}): Promise<Server> {
  const path = socketPath(dataFolder)
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  rmSync(path, { force: true })
  const server = createServer((call, reply) => {
    void (async () => {
      try {
        const { verb, options } = (await readJson(call)) as { verb: string; options: Options }
        const stream = streams[verb]
        if (stream) await stream(reply).catch(() => reply.destroy())
        else reply.end(JSON.stringify(await run(verb, options)))
      } catch (error) {
        reply.statusCode = 500
        reply.end(
          JSON.stringify(
            refuse(
              `Das hat nicht geklappt, und es liegt an uns: ${error instanceof Error ? error.message : String(error)}`,
            ),
          ),
        )
      }
    })()
  })
  // Threads (tests) cannot set it; there the chmod below has to do.
  const before = isMainThread ? process.umask(0o177) : undefined
  try {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve))
  } finally {
    if (before !== undefined) process.umask(before)
  }
  chmodSync(path, 0o600)
  return server
}

/** The running server's answer; undefined when none is running. */
export function askServer(dataFolder: string, verb: string, options: Options): Promise<Outcome<Done> | undefined> {
  return new Promise((resolve, reject) => {
    const call = request({ socketPath: socketPath(dataFolder), method: 'POST' }, (reply) => {
      readJson(reply).then((answer) => resolve(answer as Outcome<Done>), reject)
    })
    call.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED' || error.code === 'ENOTDIR') resolve(undefined)
      else if (error.code === 'EACCES')
        resolve(refuse(`Hier läuft ein Lotsenwerk, das jemand anderem gehört. Befehle nimmt es nur von ihm an.`))
      else reject(error)
    })
    call.end(JSON.stringify({ verb, options }))
  })
}

/** The running server's stream of bytes; undefined when none is running. */
export function askForStream(dataFolder: string, verb: string): Promise<Readable | undefined> {
  return new Promise((resolve, reject) => {
    const call = request({ socketPath: socketPath(dataFolder), method: 'POST' }, resolve)
    call.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED') resolve(undefined)
      else reject(error)
    })
    call.end(JSON.stringify({ verb, options: {} }))
  })
}
