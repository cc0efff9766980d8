// The built product in a process of its own, on a fresh embedded database with the demo story.
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

export interface Product {
  base: string
  cli(...args: string[]): string
  /** Cookie of a signed-in session. */
  session(email: string): Promise<string>
  stop(): Promise<void>
}

/** `more`: further settings, such as the address of a PostgreSQL server. */
export async function startProduct(more: Record<string, string> = {}): Promise<Product> {
  const data = mkdtempSync(join(tmpdir(), 'lotsenwerk-bench-'))
  const port = await freePort()
  const env = {
    ...process.env,
    LOTSENWERK_DATA: data,
    PORT: String(port),
    LOTSENWERK_DEMO: '1',
    LOTSENWERK_TEST_CLOCK: '1',
    ...more,
  }
  const child = spawn(process.execPath, ['--max-semi-space-size=8', 'dist/server/cli.js', 'serve'], {
    env,
    stdio: 'ignore',
  })
  const base = `http://127.0.0.1:${port}`
  await untilReady(base)
  return {
    base,
    cli: (...args) => execFileSync(process.execPath, ['dist/server/cli.js', ...args], { env, encoding: 'utf8' }),
    session: (email) => signIn(base, email),
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
      rmSync(data, { recursive: true, force: true })
    },
  }
}

async function untilReady(base: string): Promise<void> {
  for (let tries = 0; tries < 1200; tries++) {
    const reply = await fetch(`${base}/health/ready`).catch(() => undefined)
    if (reply?.ok) return
    await setTimeout(100)
  }
  throw new Error('the server did not become ready')
}

async function signIn(base: string, email: string): Promise<string> {
  const form = await fetch(`${base}/anmeldung`)
  const visit = form.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const csrf = /name="_csrf" value="([^"]+)"/.exec(await form.text())?.[1] ?? ''
  const reply = await fetch(`${base}/anmeldung`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: visit },
    body: new URLSearchParams({ _csrf: csrf, email, password: 'lotsenwerk-demo' }),
  })
  const cookie = reply.headers
    .getSetCookie()
    .find((line) => line.includes('session'))
    ?.split(';')[0]
  if (!cookie) throw new Error(`sign-in of ${email} answered ${reply.status}`)
  return cookie
}

/** A port that nobody uses at the moment. */
export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** A list of 133 invented municipalities in the form of the official one. */
export function writeMunicipalities(count: number): string {
  const file = join(mkdtempSync(join(tmpdir(), 'lotsenwerk-list-')), 'kommunen.csv')
  const rows = Array.from({ length: count }, (_, at) => {
    const ars = String(150_810_000 + at)
    return `${ars};;Musterort ${at};Einheitsgemeinde;Stadt;Landkreis ${at % 11};15081;1;${5000 + at * 37};10;`
  })
  writeFileSync(
    file,
    [
      'ars;ags;name;typ;bezeichnung;kreis;kreis_schluessel;anzahl_mitgliedsgemeinden;einwohner_2018;flaeche_km2;mitglieder_ags',
      ...rows,
    ].join('\r\n'),
  )
  return file
}
