// Starting and ending on the embedded database: what an operator sees when it works and when it cannot.
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test as base } from 'vitest'
import { build, data, killAll, newFolder, removeFolder, serve, speaker, tokenOf } from './built-product.ts'
import { toldFolder } from './told-folder.ts'

const test = base.extend<{ folder: string }>({
  folder: async ({}, use) => {
    const folder = newFolder()
    await use(folder)
    removeFolder(folder)
  },
})

beforeAll(build)
afterAll(killAll)

const ready = async (address: string): Promise<unknown> => (await fetch(`${address}/health/ready`)).json()

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8)

test('a fresh folder becomes the demo, which greets with its address and its sign-ins, and belongs to its owner alone', async ({
  folder,
}) => {
  const home = join(folder, 'new/data')
  const server = serve({ LOTSENWERK_DATA: home })
  expect(await ready(await server.address)).toEqual({ status: 'ready' })
  expect(modeOf(home)).toBe('700')
  expect(['lock', 'secret', 'socket'].map((name) => modeOf(join(home, name)))).toEqual(['600', '600', '600'])
  const { code, stdout } = await server.stop()
  expect(code).toBe(0)
  expect(stdout).toMatch(/lotsenwerk-demo[\s\S]*isb@musterstadt\.example[\s\S]*admin@verbund\.example/)
  expect(stdout).toMatch(/keinen Stromausfall/)
  expect(readdirSync(home).toSorted()).toEqual(['files', 'postgres', 'secret'])
})

test('a second start on the same folder is refused with a sentence, and the first keeps serving', async ({
  folder,
}) => {
  const settings = { LOTSENWERK_DATA: toldFolder(folder) }
  const first = serve(settings)
  const address = await first.address
  const began = performance.now()
  const second = await serve(settings).ended
  expect(second.code).toBe(1)
  expect(performance.now() - began).toBeLessThan(30_000) // 3.4 s on an idle machine; this is the limit of a hang
  expect(second.stderr).toBe(
    `Der Datenordner ${folder} wird schon benutzt (Prozess ${first.process.pid}). Es darf nur ein Lotsenwerk darauf laufen: Beenden Sie das andere, oder wählen Sie mit LOTSENWERK_DATA einen anderen Ordner.\n`,
  )
  expect(await ready(address)).toEqual({ status: 'ready' })
  expect(await tokenOf(settings, 'isb@musterstadt.example')).toMatch(/^lw_/) // its socket is still its own
  await first.stop()
})

test('the lock of a server that was killed is taken over, by one of two that try', async ({ folder }) => {
  const settings = { LOTSENWERK_DATA: toldFolder(folder) }
  const killed = serve(settings)
  await killed.address
  await killed.stop('SIGKILL')
  expect(readFileSync(join(folder, 'lock'), 'utf8')).toMatch(new RegExp(`^${killed.process.pid} `))

  const heirs = [serve(settings), serve(settings)]
  const outcomes = await Promise.allSettled(heirs.map(({ address }) => address))
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const winner = heirs[outcomes.findIndex(({ status }) => status === 'fulfilled')]
  expect((await winner?.stop())?.code).toBe(0)
})

test('SIGTERM takes no new request, finishes the one under way with its answer saved, and ends with 0', async ({
  folder,
}) => {
  const settings = { LOTSENWERK_DATA: toldFolder(folder) }
  const server = serve(settings)
  const address = await server.address
  const call = speaker(address, await tokenOf(settings, 'programm@verbund.example'))
  const body = JSON.stringify({ name: 'Beim Beenden angelegt', kind: 'county' })
  const slow = request(`${address}/api/v1/organizations`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await tokenOf(settings, 'programm@verbund.example')}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    },
  })
  const answered = new Promise<number | undefined>((resolve, reject) =>
    slow.once('response', (reply) => resolve(reply.resume().statusCode)).once('error', reject),
  )
  slow.write(body.slice(0, 10))
  await call('GET', '/me') // by now the slow one has arrived
  server.process.kill('SIGTERM')
  await new Promise((resolve) => setTimeout(resolve, 500))
  await expect(fetch(`${address}/health/live`)).rejects.toThrow('fetch failed')
  slow.end(body.slice(10))
  expect(await answered).toBe(201)
  expect((await server.ended).code).toBe(0)

  const again = serve(settings)
  const found = await speaker(await again.address, await tokenOf(settings, 'isb@musterstadt.example'))<{
    items: { name: string }[]
  }>('GET', '/organizations?kind=county')
  expect(found.body.items.map(({ name }) => name)).toContain('Beim Beenden angelegt')
  await again.stop()
})

test('LOTSENWERK_DEMO=0 starts empty and stays empty without the variable', async ({ folder }) => {
  const first = serve({ LOTSENWERK_DATA: folder, LOTSENWERK_DEMO: '0' })
  expect(await (await fetch(`${await first.address}/anmeldung`)).text()).not.toMatch(/Vorführ|lotsenwerk-demo/)
  expect((await first.stop()).stdout).not.toContain('lotsenwerk-demo')
  const second = serve({ LOTSENWERK_DATA: folder })
  await second.address
  await expect(tokenOf({ LOTSENWERK_DATA: folder }, 'isb@musterstadt.example')).rejects.toThrow(/gibt es keinen Zugang/)
  expect((await second.stop()).stdout).not.toContain('lotsenwerk-demo')
})

test('a public address never serves demo accounts, and refuses them before it makes any', async ({ folder }) => {
  const open = { LOTSENWERK_DATA: folder, HOST: '0.0.0.0' }
  const wished = await serve({ ...open, LOTSENWERK_DEMO: '1' }).ended
  expect(wished.code).toBe(1)
  expect(wished.stderr).toMatch(
    /^LOTSENWERK_DEMO=1 geht nur auf diesem Rechner selbst\..*erlaubt ist 127\.0\.0\.1\.\n$/,
  )
  const bare = serve(open)
  await bare.address
  expect((await bare.stop()).stdout).not.toContain('lotsenwerk-demo')

  expect(await data({ LOTSENWERK_DATA: folder }, 'demo', 'load')).toMatchObject({ people: expect.any(Number) })
  const withDemo = await serve(open).ended
  expect(withDemo.code).toBe(1)
  expect(withDemo.stderr).toMatch(
    /^Diese Datenbank enthält Vorführzugänge.*startet das Lotsenwerk nur auf 127\.0\.0\.1, nicht auf 0\.0\.0\.0\./,
  )
})

test.for([
  [
    'the test clock with a public address',
    { HOST: '0.0.0.0', LOTSENWERK_TEST_CLOCK: '1' },
    /^LOTSENWERK_TEST_CLOCK=1 geht nur auf diesem Rechner selbst\. HOST ist 0\.0\.0\.0; erlaubt ist 127\.0\.0\.1\.\n$/,
  ],
  [
    'a port that is none',
    { PORT: '70000' },
    /^PORT=70000 ist keine Portnummer\. Bitte eine Zahl von 1 bis 65535 angeben\.\n$/,
  ],
  [
    'an address of another machine',
    { HOST: '192.0.2.1' },
    /^Auf 192\.0\.2\.1:0 lässt sich nicht lauschen \(EADDRNOTAVAIL\)\. Bitte HOST und PORT prüfen\.\n$/,
  ],
  ['a base address that is none', { LOTSENWERK_BASE_URL: 'portal' }, /^LOTSENWERK_BASE_URL=portal ist keine Adresse\./],
  ['a secret that is too short', { LOTSENWERK_SECRET: 'geheim' }, /^LOTSENWERK_SECRET ist zu kurz\./],
] as const)('%s is refused with one sentence', async ([, settings, sentence]) => {
  const folder = newFolder()
  const { code, stderr } = await serve({ LOTSENWERK_DATA: folder, LOTSENWERK_DEMO: '0', ...settings }).ended
  removeFolder(folder)
  expect(code).toBe(1)
  expect(stderr).toMatch(sentence)
})

test('a port that is taken is refused, and the folder is free again', async ({ folder }) => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as AddressInfo
  const { code, stderr } = await serve({ LOTSENWERK_DATA: folder, LOTSENWERK_DEMO: '0', PORT: String(port) }).ended
  other.close()
  expect(code).toBe(1)
  expect(stderr).toBe(`Der Anschluss ${port} ist schon belegt. Bitte mit PORT einen anderen wählen.\n`)
  expect(existsSync(join(folder, 'lock'))).toBe(false)
})

test('a folder that cannot be one, and one with something else in it, are refused and left as they are', async ({
  folder,
}) => {
  const refusal = async (home: string): Promise<string> => {
    const { code, stderr } = await serve({ LOTSENWERK_DATA: home }).ended
    expect(code).toBe(1)
    return stderr
  }
  const file = join(folder, 'file')
  writeFileSync(file, 'a letter')
  expect(await refusal(file)).toMatch(
    /^Der Datenordner .*file lässt sich nicht anlegen oder beschreiben \(EEXIST\)\..*LOTSENWERK_DATA.*\n$/,
  )
  expect(await refusal(join(file, 'below'))).toMatch(/^Der Datenordner .* \(ENOTDIR\)\./)

  const foreign = join(folder, 'foreign')
  mkdirSync(join(foreign, 'postgres'), { recursive: true })
  writeFileSync(join(foreign, 'postgres/letter.txt'), 'a letter')
  expect(await refusal(foreign)).toMatch(
    /^Der Ordner .*foreign\/postgres enthält keine Datenbank, die sich öffnen lässt/,
  )
  expect(readFileSync(join(foreign, 'postgres/letter.txt'), 'utf8')).toBe('a letter')

  writeFileSync(join(foreign, 'postgres/PG_VERSION'), 'spoilt')
  expect(await refusal(foreign)).toMatch(/^Der Ordner .*foreign\/postgres enthält keine Datenbank.*Sicherung.*\n$/)
})
