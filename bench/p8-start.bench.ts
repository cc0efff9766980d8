// P8: start on an existing embedded database, and the memory of the idle server 5 s later, against a bare process that opens the same
// database with PGlite and the same settings (at most 1 s and 150 MB more); with PostgreSQL under 250 MB.
import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { findPostgres, startPostgres } from '../test/harness/postgres.ts'
import { type Figure, figure, quantile } from './figure.ts'
import { freePort } from './product.ts'

const rounds = 3
const flags = ['--max-semi-space-size=8']
const settleMs = 5000

interface Seen {
  ms: number
  megabytes: number
}

export async function measure(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lotsenwerk-p8-'))
  const data = join(folder, 'data')
  try {
    await serverOn({ LOTSENWERK_DATA: data }) // the very first start: database, demo story
    cpSync(join(data, 'postgres'), join(folder, 'bare'), { recursive: true })
    const product: Seen[] = []
    const bare: Seen[] = []
    for (let round = 0; round < rounds; round++) {
      bare.push(await bareOn(join(folder, 'bare')))
      product.push(await serverOn({ LOTSENWERK_DATA: data }))
    }
    const middle = (seen: Seen[], what: keyof Seen): number =>
      quantile(
        seen.map((each) => each[what]),
        0.5,
      )
    const more = (what: keyof Seen): number => middle(product, what) - middle(bare, what)
    console.error(`P8: product ${JSON.stringify(product)}, bare ${JSON.stringify(bare)}`)
    return [
      figure('P8', 'start until ready, more than a bare PGlite (goal ratio 1)', more('ms'), 'ms', 1000),
      figure('P8', 'memory 5 s later, more than a bare PGlite (goal ratio 1)', more('megabytes'), 'MB', 150),
      ...(await onPostgres(folder)),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function onPostgres(folder: string): Promise<Figure[]> {
  const bin = findPostgres()
  if (!bin) return []
  const server = await startPostgres(bin)
  try {
    const env = { LOTSENWERK_DATA: join(folder, 'beside'), DATABASE_URL: server.url }
    await serverOn(env)
    const { megabytes } = await serverOn(env)
    return [figure('P8', 'memory 5 s after the start with PostgreSQL (goal ratio 1)', megabytes, 'MB', 250)]
  } finally {
    await server.stop()
  }
}

async function serverOn(settings: Record<string, string>): Promise<Seen> {
  const port = await freePort()
  const env = { ...process.env, ...settings, PORT: String(port), LOTSENWERK_DEMO: '1' }
  const began = performance.now()
  const child = spawn(process.execPath, [...flags, 'dist/server/cli.js', 'serve'], { env, stdio: 'ignore' })
  for (;;) {
    const reply = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined)
    if (reply?.ok) break
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    await setTimeout(10)
  }
  return settle(child, performance.now() - began)
}

const bareProgram = `
  const { PGlite } = await import('@electric-sql/pglite')
  const db = await PGlite.create(process.argv[1], { startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB', '-c', 'max_wal_size=128MB'] })
  await db.query('select 1')
  process.on('SIGTERM', () => void db.close().then(() => process.exit(0)))
  setInterval(() => {}, 1000)
  console.log('ready')`

async function bareOn(folder: string): Promise<Seen> {
  const began = performance.now()
  const child = spawn(process.execPath, [...flags, '--input-type=module', '-e', bareProgram, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise((resolve) => child.stdout.once('data', resolve))
  return settle(child, performance.now() - began)
}

async function settle(child: ChildProcess, ms: number): Promise<Seen> {
  await setTimeout(settleMs)
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
  const megabytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
  return { ms: Math.round(ms), megabytes: Math.round(megabytes) }
}
