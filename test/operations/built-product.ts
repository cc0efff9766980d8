// The built product as an operator runs it: processes, folders, signals.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const node = join(root, 'node_modules/.bin/node')
const cli = join(root, 'dist/server/cli.js')

export type Settings = Record<string, string>

/** A second when nothing has changed since the last build. */
export const build = (): void => void execFileSync(node, [join(root, 'tools/run.mjs'), 'build'], { stdio: 'inherit' })

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'lotsenwerk-operations-'))
export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true })

/** Only what the test names; PORT=0 lets the system choose, and the server says which. */
const environment = (settings: Settings): Settings => ({ PATH: process.env['PATH'] ?? '', PORT: '0', ...settings })

export interface Ended {
  code: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
}

export interface Running {
  process: ChildProcess
  /** `http://127.0.0.1:43211`, as soon as it serves; throws with its words when it ends instead. */
  address: Promise<string>
  ended: Promise<Ended>
  stop(signal?: NodeJS.Signals): Promise<Ended>
}

function launch(args: string[], settings: Settings, stdin: string | null): Running {
  const child = spawn(node, ['--enable-source-maps', cli, ...args], {
    cwd: tmpdir(),
    env: environment(settings),
    stdio: [stdin === null ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  })
  running.add(child)
  child.stdin?.end(stdin)
  const said = { stdout: '', stderr: '' }
  let serving: (address: string) => void = () => {}
  const address = new Promise<string>((resolve) => (serving = resolve))
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said.stdout += text
    const found = /Lotsenwerk: (http\S+)/.exec(said.stdout)?.[1]
    if (found) serving(found)
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said.stderr += text))
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code, signal) => {
      running.delete(child)
      resolve({ code, signal, ...said })
    })
  })
  const early = ended.then((end) => Promise.reject(new Error(`it ended: ${JSON.stringify(end)}`)))
  early.catch(() => {}) // an end that nobody waits for is no failure
  return {
    process: child,
    address: Promise.race([address, early]),
    ended,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal)
      return ended
    },
  }
}

const running = new Set<ChildProcess>()

/** What a failed test left running. */
export const killAll = (): void => running.forEach((child) => child.kill('SIGKILL'))

export function serve(settings: Settings): Running {
  const server = launch(['serve'], settings, null)
  server.address.catch(() => {})
  return server
}

/** A process that does the work of the queue and nothing else. */
export async function startWorker(settings: Settings): Promise<Running> {
  const worker = launch(['worker'], settings, null)
  worker.address.catch(() => {})
  const saying = new Promise((resolve) => worker.process.stdout?.once('data', resolve))
  await Promise.race([saying, worker.ended.then((end) => Promise.reject(new Error(JSON.stringify(end))))])
  return worker
}

export const command = (settings: Settings, args: string[], stdin: string | null = ''): Promise<Ended> => {
  const run = launch(args, settings, stdin)
  run.address.catch(() => {})
  return run.ended
}

/** What a verb answers with --json; throws with its words when it was refused. */
export async function data<Data>(settings: Settings, ...args: string[]): Promise<Data> {
  const { code, stdout, stderr } = await command(settings, [...args, '--json'])
  if (code !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as Data
}

export const tokenOf = async (settings: Settings, email: string): Promise<string> =>
  (await data<{ token: string }>(settings, 'token', 'create', '--email', email)).token

export interface Reply<Body> {
  status: number
  body: Body
}

/** Speaks to a running server with a token. */
export const speaker =
  (address: string, token: string) =>
  async <Body>(method: string, path: string, body?: unknown): Promise<Reply<Body>> => {
    const response = await fetch(`${address}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return { status: response.status, body: (await response.json()) as Body }
  }
