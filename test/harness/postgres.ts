// A PostgreSQL server of our own for the tests: found on the machine, run as an ordinary user, in a temporary folder.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'

export interface TestServer {
  /** Of a superuser, in the database `postgres`. */
  url: string
  /** Nobody else uses it. */
  folder: string
  /** `fast` ends every connection and shuts down; `immediate` drops everything at once and recovers from its log when it resumes. */
  halt(mode: 'fast' | 'immediate'): Promise<void>
  /** Returns when it answers again. */
  resume(): Promise<void>
  stop(): Promise<void>
}

export const findPostgres = (): string | undefined => {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(':'),
  ]
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
}

/** `durable`: waits for the disk at each commit, as a server that is used in earnest does; tests need not. */
export async function startPostgres(bin: string, { durable = false } = {}): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'lotsenwerk-pg-'))
  const user = unprivileged()
  if (user) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N'], {
    ...user,
    cwd: folder,
    stdio: 'ignore',
  })
  const port = await freePort()
  const settings = [
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    `fsync=${durable ? 'on' : 'off'}`,
    '-c',
    'max_connections=200',
    '-c',
    `unix_socket_directories=${folder}`,
  ]
  const launch = (): ChildProcess =>
    spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...settings], {
      ...user,
      cwd: folder,
      stdio: 'ignore',
    })
  let server = launch()
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  await untilReady(url)
  const halt: TestServer['halt'] = async (mode) => {
    if (server.exitCode !== null || server.signalCode !== null) return
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill(mode === 'fast' ? 'SIGINT' : 'SIGQUIT')
    await ended
  }
  const resume = async (): Promise<void> => {
    server = launch()
    await untilReady(url)
  }
  const stop = async (): Promise<void> => {
    await halt('fast')
    rmSync(folder, { recursive: true, force: true })
  }
  return { url, folder, halt, resume, stop }
}

/** PostgreSQL refuses to run as root. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string): number =>
        Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
      return { uid: id('-u'), gid: id('-g') }
    } catch {
      // no such user
    }
  }
  return undefined
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

async function untilReady(url: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      await client.end().catch(() => undefined)
      if (tries > 100) throw error
      await setTimeout(100)
    }
  }
}
