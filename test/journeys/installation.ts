// One installation as an operator sets it up, without the demo: on PostgreSQL where this machine has it, else embedded; with a mail server.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { inject } from 'vitest'
import { createDatabase, type OwnDatabase, setUpRoles } from '../database/own-database.ts'
import { deadPort, newestMailTo, startMailServer } from '../harness/mail-server.ts'
import {
  build,
  command,
  data,
  killAll,
  newFolder,
  removeFolder,
  type Running,
  serve,
  type Settings,
} from '../operations/built-product.ts'

export interface Installation {
  base: string
  /** The moment in the house: the test clock, which runs on. */
  now(): Temporal.Instant
  today(): Temporal.PlainDate
  /** The words of the newest mail to somebody, after everything that is due has been sent. */
  newestMail(email: string): Promise<string>
  advance(by: { seconds?: number; hours?: number }): Promise<void>
  /** What a verb of the operator says; throws with its words when it is refused. */
  operator(...args: string[]): Promise<string>
  createAdministrator(email: string, name: string, organization: string): Promise<string>
  /** Ends the server; the database and the data folder are gone, and with them whatever was not backed up. */
  burn(): Promise<void>
  /** On another machine: a new empty database and folder, the backup, a server at the same address. */
  restore(file: string, passphraseFile: string): Promise<string>
  /** A file of the operator's, outside of the data folder. */
  file(name: string, content?: string): string
  strike(): Promise<void>
}

/** Database and data folder of one machine. */
interface Machine {
  settings: Settings
  gone(): Promise<void>
}

export async function setUpInstallation(): Promise<Installation> {
  build()
  const [post, port, desk] = [await startMailServer(), await deadPort(), newFolder()]
  const base = `http://127.0.0.1:${port}`
  const always: Settings = {
    PORT: String(port),
    SMTP_URL: post.url,
    LOTSENWERK_DEMO: '0',
    LOTSENWERK_TEST_CLOCK: '1',
  }
  let machine = await emptyMachine(always)
  if (machine.settings['DATABASE_URL']) await said(machine.settings, 'migrate')
  let server = await started(machine.settings)
  let shift = untilMorning()
  const now = (): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(Date.now() + shift)
  const setClock = () => send(base, 'PUT', 'clock', { now: now().toString() })
  await setClock()
  const file = (name: string, content?: string): string => {
    const path = join(desk, name)
    if (content !== undefined) writeFileSync(path, content)
    return path
  }
  const burn = async (): Promise<void> => {
    await server.stop()
    await machine.gone()
  }
  return {
    base,
    now,
    today: () => now().toZonedDateTimeISO('Europe/Berlin').toPlainDate(),
    newestMail: async (email) => {
      await send(base, 'POST', 'jobs', {})
      return newestMailTo(post, email)
    },
    advance: async ({ seconds = 0, hours = 0 }) => {
      shift += (hours * 3600 + seconds) * 1000
      await setClock()
    },
    operator: (...args) => said(machine.settings, ...args),
    createAdministrator: async (email, name, organization) => {
      const args = ['--email', email, '--name', name, '--organization', organization]
      return (await data<{ password: string }>(machine.settings, 'admin', 'create', ...args)).password
    },
    burn,
    restore: async (from, passphraseFile) => {
      machine = await emptyMachine(always)
      const report = await said(machine.settings, 'restore', from, '--passphrase-file', passphraseFile)
      server = await started(machine.settings)
      await setClock()
      return report
    },
    file,
    strike: async () => {
      await burn()
      killAll()
      await post.stop()
      removeFolder(desk)
    },
  }
}

/** To ten o'clock of the next day: no journey runs over midnight. */
function untilMorning(): number {
  const now = Temporal.Now.zonedDateTimeISO('Europe/Berlin')
  return now.add({ days: 1 }).withPlainTime('10:00').epochMilliseconds - now.epochMilliseconds
}

/** With PostgreSQL as its administrator leaves it: a database and two logins, nothing in it. */
async function emptyMachine(always: Settings): Promise<Machine> {
  const folder = newFolder()
  const settings = { ...always, LOTSENWERK_DATA: folder }
  if (!inject('templates').postgres) return { settings, gone: async () => removeFolder(folder) }
  const database: OwnDatabase = await createDatabase('empty')
  await setUpRoles(database)
  return {
    settings: {
      ...settings,
      DATABASE_URL: database.urlOf('lotsenwerk'),
      DATABASE_OWNER_URL: database.urlOf('lotsenwerk_owner'),
    },
    gone: async () => {
      await database.drop()
      removeFolder(folder)
    },
  }
}

async function started(settings: Settings): Promise<Running> {
  const server = serve(settings)
  await server.address
  return server
}

async function said(settings: Settings, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await command(settings, args)
  if (code !== 0) throw new Error(stderr)
  return stdout
}

async function send(base: string, method: string, what: string, body: unknown): Promise<void> {
  const response = await fetch(`${base}/api/v1/test/${what}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${what}: ${response.status} ${await response.text()}`)
}
