// The migrated database with the demo story, made once per run; each test file gets a copy of its own.
import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { Temporal } from 'temporal-polyfill'
import { localDay } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { type House, openHouse } from '#app/house.ts'
import { openInstallation } from '#app/installation.ts'
import { SettableClock } from '#platform/clock.ts'
import type { Config } from '#platform/config.ts'

export const testConfig = (rest: Partial<Config>): Config => ({
  port: 0,
  host: '127.0.0.1',
  dataFolder: '',
  databaseUrl: undefined,
  databaseOwnerUrl: undefined,
  demo: true,
  baseUrl: 'http://127.0.0.1:3000',
  testClock: true,
  trustedProxies: [],
  secret: 'a secret that only the tests know, long enough',
  mail: { smtp: undefined, imap: undefined, sender: 'portal@verbund.example' },
  work: false,
  ...rest,
})

async function tellStory(config: Config): Promise<void> {
  const house = await openHouse(config)
  if (isRefusal(house)) throw new Error(house.refused)
  const installation = await openInstallation(house, 'short')
  if (isRefusal(installation)) throw new Error(installation.refused)
  await house.database.close()
}

/** A folder, to be copied. */
export async function embeddedTemplate(): Promise<string> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'lotsenwerk-template-'))
  await tellStory(testConfig({ dataFolder }))
  return dataFolder
}

const withDatabase = (url: string, name: string): string => {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.toString()
}

export async function onServer(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

/** A database to be used as template, and the folder with the files of its story: papers made while it was told bear its moment. */
export async function postgresTemplate(url: string): Promise<{ name: string; files: string }> {
  const name = `lotsenwerk_template_${randomUUID().slice(0, 8)}`
  await onServer(url, `create database ${name}`)
  const dataFolder = mkdtempSync(join(tmpdir(), 'lotsenwerk-template-'))
  await tellStory(testConfig({ databaseUrl: withDatabase(url, name), dataFolder }))
  return { name, files: dataFolder }
}

export interface Templates {
  /** When the story was told (RFC 3339): its "in five days" are counted from the local day of this moment. */
  toldAt: string
  embedded: string
  postgres: { url: string; name: string; files: string } | undefined
}

export interface OpenCopy {
  house: House
  /** For a second process on the same database (PostgreSQL only). */
  config: Config
  drop(): Promise<void>
}

/** A copy for one test file, on the database its project names. */
export async function openCopy(
  templates: Templates,
  kind: 'embedded' | 'postgres',
  rest: Partial<Config> = {},
): Promise<OpenCopy> {
  if (kind === 'embedded') {
    const dataFolder = mkdtempSync(join(tmpdir(), 'lotsenwerk-test-'))
    cpSync(templates.embedded, dataFolder, { recursive: true })
    const config = testConfig({ dataFolder, ...rest })
    return {
      config,
      house: await opened(config, templates),
      drop: async () => rmSync(dataFolder, { recursive: true, force: true }),
    }
  }
  if (!templates.postgres) throw new Error('no PostgreSQL for this run')
  const { url, name, files } = templates.postgres
  const own = `lotsenwerk_test_${randomUUID().slice(0, 8)}`
  await onServer(url, `create database ${own} template ${name}`)
  // A folder of its own: jobs remove from it what their own database does not know.
  const dataFolder = mkdtempSync(join(tmpdir(), 'lotsenwerk-test-'))
  cpSync(join(files, 'files'), join(dataFolder, 'files'), { recursive: true })
  const config = testConfig({ databaseUrl: withDatabase(url, own), dataFolder, ...rest })
  return {
    config,
    house: await opened(config, templates),
    drop: async () => {
      await onServer(url, `drop database ${own} with (force)`)
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

/** A run that passes midnight stays on the day of its story. */
async function opened(config: Config, { toldAt }: Templates): Promise<House> {
  const house = await openHouse(config)
  if (isRefusal(house)) throw new Error(house.refused)
  const told = Temporal.Instant.from(toldAt)
  const isLater = !localDay(house.clock.now()).equals(localDay(told))
  if (isLater && house.clock instanceof SettableClock) house.clock.set(told)
  return house
}
