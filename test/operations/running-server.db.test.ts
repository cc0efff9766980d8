// A backup while people work, and what a server tells about itself.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askForStream, socketPath } from '#app/operator-socket.ts'
import { runVerb } from '#app/operator.ts'
import { backUp } from '#app/operations/backup.ts'
import { restore } from '#app/operations/restore.ts'
import { type RunningServer, startServer } from '#app/server.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { silentLog } from '#platform/log.ts'
import { filledInstallation, type Installation, kindOfProject } from './installations.ts'

const folder = mkdtempSync(join(tmpdir(), 'lotsenwerk-running-'))
let installation: Installation
let server: RunningServer
let token = ''

beforeAll(async () => {
  installation = await filledInstallation(kindOfProject())
  const started = await startServer(installation.config, silentLog)
  if (isRefusal(started)) throw new Error(started.refused)
  server = started
  const issued = await runVerb(server.services, 'token create', { email: 'admin@verbund.example' })
  if (isRefusal(issued)) throw new Error(issued.refused)
  token = String(issued.data['token'])
})
afterAll(async () => {
  await server.stop()
  await installation.drop()
  rmSync(folder, { recursive: true, force: true })
})

const url = (path: string): string => new URL(path, `http://127.0.0.1:${new URL(server.address).port}`).toString()
const authorization = (): Record<string, string> => ({ authorization: `Bearer ${token}` })

test('a backup is taken while requests are answered, and none of them fails', async () => {
  const stop = new AbortController()
  const statuses: number[] = []
  const work = async (): Promise<void> => {
    while (!stop.signal.aborted)
      statuses.push((await fetch(url('/api/v1/organizations'), { headers: authorization() })).status)
  }
  const workers = Array.from({ length: 4 }, work)
  const file = join(folder, 'running')
  const done = await backUp(installation.config, { file, passphraseFile: undefined })
  stop.abort()
  await Promise.all(workers)
  expect(done).toMatchObject({ data: { file } })
  expect(new Set(statuses)).toEqual(new Set([200]))
  expect(await restore(installation.config, { file, passphraseFile: undefined })).toHaveProperty(
    'refused',
    expect.stringMatching(/schon benutzt|arbeitet gerade/),
  )
})

const onEmbedded = kindOfProject() === 'embedded' ? test : () => {} // PostgreSQL is read without the server

onEmbedded('a backup that is broken off leaves the server as nobody but itself', async () => {
  const stream = await askForStream(installation.config.dataFolder, 'backup')
  await new Promise((resolve) => stream?.once('data', resolve))
  stream?.destroy()
  expect((await fetch(url('/api/v1/organizations'), { headers: authorization() })).status).toBe(200)
  const { rows } = await server.services.database.pool.query(
    'select session_user::text as login, current_user::text as role',
  )
  expect(rows).toEqual([{ login: 'lotsenwerk', role: 'lotsenwerk' }])
  expect(existsSync(socketPath(installation.config.dataFolder))).toBe(true)
})

test('a folder that cannot be written to is named', async () => {
  const file = join(folder, 'no', 'such', 'folder')
  expect(await backUp(installation.config, { file, passphraseFile: undefined })).toHaveProperty(
    'refused',
    expect.stringContaining('Den Ordner'),
  )
  writeFileSync(join(folder, 'letter'), 'Sehr geehrte')
  expect(await backUp(installation.config, { file: join(folder, 'letter'), passphraseFile: undefined })).toHaveProperty(
    'refused',
    expect.stringContaining('etwas anderes'),
  )
})

test('the metrics are for this machine and for administrators, and name nobody', async () => {
  const local = await fetch(url('/metrics'))
  expect(local.status).toBe(200)
  expect(local.headers.get('content-type')).toContain('version=0.0.4')
  const text = await local.text()
  for (const line of text.trimEnd().split('\n'))
    expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{\w+="[^"]*"(,\w+="[^"]*")*\})? [\d.e+-]+)$/)
  for (const name of [
    'http_requests_total',
    'http_request_duration_seconds_bucket',
    'jobs',
    'database_connections',
    'database_size_bytes',
    'disk_free_bytes',
  ])
    expect(text).toContain(`lotsenwerk_${name}`)
  expect(text).toContain('lotsenwerk_database_up 1')
  expect(text).toContain('route="/api/v1/organizations",method="GET",status="200"')
  expect(text).not.toMatch(/@|verbund|Musterstadt/)

  const forwarded = { 'x-forwarded-for': '203.0.113.7' }
  expect((await fetch(url('/metrics'), { headers: forwarded })).status).toBe(401)
  expect((await fetch(url('/metrics'), { headers: { ...forwarded, ...authorization() } })).status).toBe(200)
  const issued = await runVerb(server.services, 'token create', { email: 'isb@musterstadt.example' })
  if (isRefusal(issued)) throw new Error(issued.refused)
  const other = { ...forwarded, authorization: `Bearer ${String(issued.data['token'])}` }
  expect((await fetch(url('/metrics'), { headers: other })).status).toBe(403)
})

test('an address that nobody knows adds no line of its own', async () => {
  for (const at of [1, 2, 3]) await fetch(url(`/gibt/es/nicht/${at}`))
  const text = await (await fetch(url('/metrics'))).text()
  expect(text).toMatch(/route="other",method="GET",status="404"\} 3/)
  expect(text).not.toContain('/gibt')
})

test('whom to tell about a weakness', async () => {
  const text = await (await fetch(url('/.well-known/security.txt'))).text()
  expect(text).toMatch(
    /^Contact: mailto:\S+@\S+\nExpires: \d{4}-\d\d-\d\dT[\d:.]+Z\nPreferred-Languages: de, en\nCanonical: http/,
  )
})
