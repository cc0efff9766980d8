// Every state the schema ever had, filled with the demo story of then, comes to the state of today with nothing lost.
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAlone, type OwnerAccess } from '#app/operations/owner-door.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { Envelope } from '#platform/backup/envelope.ts'
import { type Manifest, qualified } from '#platform/backup/manifest.ts'
import { ownTables } from '#platform/backup/own-tables.ts'
import { checkBackup, type Part, readParts } from '#platform/backup/read-backup.ts'
import { emptySchema, restoreTables } from '#platform/backup/restore-tables.ts'
import { schemaSources } from '#platform/config.ts'
import { migrationFiles, runMigrations } from '#platform/db/migrate.ts'
import { describeSchema } from '../../tools/describe-schema.ts'
import { emptyInstallation, type Installation, kindOfProject } from './installations.ts'

const all = migrationFiles(schemaSources.migrationsFolder)
const fixtures = join(import.meta.dirname, '../fixtures/backups')
/** `0008-demo.backup`: the demo story as the product told it when 0008 was its newest migration. */
const told = readdirSync(fixtures)
  .filter((name) => name.endsWith('.backup'))
  .toSorted()

let installation: Installation
let owner: OwnerAccess
let today = ''
const folders: string[] = []

beforeAll(async () => {
  installation = await emptyInstallation(kindOfProject())
  const opened = await openAlone(installation.config)
  if (isRefusal(opened)) throw new Error(opened.refused)
  owner = opened
  today = await owner.asOwner(async (client) => {
    await client.query('begin')
    await emptySchema(client)
    await runMigrations(client, schemaSources.migrationsFolder, all)
    await client.query('commit')
    return describeSchema(client)
  })
})
afterAll(async () => {
  await owner.close()
  await installation.drop()
  for (const folder of folders) rmSync(folder, { recursive: true })
})

/** The migrations as they were when `last` was the newest. */
function folderUpTo(last: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'lotsenwerk-migrations-'))
  folders.push(folder)
  for (const name of all.slice(0, all.indexOf(last) + 1))
    copyFileSync(join(schemaSources.migrationsFolder, name), join(folder, name))
  return folder
}

/** The story that is nearest: the newest one not younger than the state, or the part of the oldest that the state could hold. */
const storyFor = (last: string): string =>
  told.findLast((name) => name.slice(0, 4) <= last.slice(0, 4)) ?? told[0] ?? ''

async function fill(client: pg.ClientBase, last: string): Promise<Manifest> {
  const envelope = await Envelope.open(join(fixtures, storyFor(last)))
  const folder = folderUpTo(last)
  try {
    const story = await checkBackup(envelope)
    const names = migrationFiles(folder)
    const then = await tablesAfter(client, folder, names)
    const manifest: Manifest = {
      ...story,
      migrations: story.migrations.filter(({ name }) => names.includes(name)),
      tables: story.tables.filter((table) => then.has(qualified(table)) || story.migrations.length <= names.length),
    }
    await restoreTables(client, {
      manifest,
      migrationsFolder: folder,
      parts: only(readParts(envelope), new Set(manifest.tables.map(qualified))),
      keep: async () => {},
    })
    return manifest
  } finally {
    await envelope.close()
  }
}

async function tablesAfter(client: pg.ClientBase, folder: string, names: string[]): Promise<Set<string>> {
  await client.query('begin')
  await emptySchema(client)
  await runMigrations(client, folder, names)
  const tables = await ownTables(client)
  await client.query('rollback')
  return new Set(tables.map(qualified))
}

async function* only(parts: AsyncGenerator<Part, Manifest>, tables: Set<string>): AsyncGenerator<Part, Manifest> {
  for (;;) {
    const next = await parts.next()
    if (next.done) return next.value
    if (next.value.kind !== 'rows' || tables.has(next.value.table)) yield next.value
  }
}

async function countAll(client: pg.ClientBase): Promise<Map<string, number>> {
  const names = (await ownTables(client)).map(qualified)
  const counts = names.map((name) => `select '${name}' as name, count(*)::integer as n from ${name}`)
  const { rows } = await client.query<{ name: string; n: number }>(counts.join(' union all '))
  return new Map(rows.map(({ name, n }) => [name, n]))
}

test('there is a story to begin with, and it is not empty', async () => {
  expect(told.length).toBeGreaterThan(0)
  const envelope = await Envelope.open(join(fixtures, told[0] ?? ''))
  const { tables } = await checkBackup(envelope)
  await envelope.close()
  expect(tables.find(({ name }) => name === 'answer')?.rows).toBeGreaterThan(10)
})

/**
 * Every state before the oldest story, which holds the part of it that the state could hold, and the state of each story. The states after a
 * story are those its walk comes through, one step at a time.
 */
const oldest = told[0]?.slice(0, 4) ?? ''
const starts = all.filter(
  (name) => name.slice(0, 4) < oldest || told.some((story) => story.slice(0, 4) === name.slice(0, 4)),
)

test.for(starts)('from %s, step by step, nothing is lost', async (last) => {
  await owner.asOwner(async (client) => {
    const { tables } = await fill(client, last)
    let before = await countAll(client)
    for (const table of tables)
      expect(before.get(qualified(table)), qualified(table)).toBeGreaterThanOrEqual(table.rows)
    for (const name of all.slice(all.indexOf(last) + 1)) {
      await client.query('begin')
      await runMigrations(client, schemaSources.migrationsFolder, [name])
      await client.query('commit')
      const after = await countAll(client)
      for (const [table, rows] of before)
        expect(after.get(table), `${table} after ${name}`).toBeGreaterThanOrEqual(rows)
      before = after
    }
    expect(await describeSchema(client)).toBe(today)
    if (tables.some(({ name }) => name === 'answer')) {
      const { rows } =
        await client.query(`select p.email, a.answer from security.answer a join identity.person p on p.id = a.answered_by
        join security.assessment t on t.id = a.assessment_id join organizations.organization o on o.id = t.organization_id
        where o.name like '%Musterstadt%'`)
      expect(rows.length).toBeGreaterThan(5)
    }
  })
})
