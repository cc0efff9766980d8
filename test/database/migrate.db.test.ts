import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test as base } from 'vitest'
import { schemaSources } from '#platform/config.ts'
import { serverPool } from '#platform/db/database.ts'
import { migrate, migrationFiles, pendingMigrations } from '#platform/db/migrate.ts'
import { describeSchema } from '../../tools/describe-schema.ts'
import { createDatabase, onlyOnPostgres, setUpRoles } from './own-database.ts'
import { type Owner, openAsOwner } from './owner.ts'

/** The database with all migrations, and a folder with the same files, to be changed. */
const test = base.extend<{ owner: Owner; folder: string }>({
  owner: async ({}, use) => {
    const owner = await openAsOwner()
    await use(owner)
    await owner.close()
  },
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'lotsenwerk-migrations-'))
    cpSync(schemaSources.migrationsFolder, folder, { recursive: true })
    await use(folder)
    rmSync(folder, { recursive: true })
  },
})

const exists = async ({ pool }: Owner, table: string): Promise<boolean> => {
  const { rows } = await pool.query<{ there: boolean }>('select to_regclass($1) is not null as there', [table])
  return rows[0]?.there ?? false
}

test('running the migrations again changes nothing', async ({ owner, folder }) => {
  const before = await describeSchema(owner.pool)
  expect(await migrate(owner.pool, folder)).toEqual([])
  expect(await pendingMigrations(owner.pool, folder)).toEqual([])
  expect(await describeSchema(owner.pool)).toBe(before)
})

test('a new file runs once, and the database says until then that it is pending', async ({ owner, folder }) => {
  writeFileSync(join(folder, '9000-new.sql'), 'create schema trial; create table trial.note (id integer);')
  expect(await pendingMigrations(owner.pool, folder)).toEqual(['9000-new.sql'])
  expect(await migrate(owner.pool, folder)).toEqual(['9000-new.sql'])
  expect(await migrate(owner.pool, folder)).toEqual([])
  expect(await exists(owner, 'trial.note')).toBe(true)
  const { rows } = await owner.pool.query<{ owner: string }>(
    `select relowner::regrole::text as owner from pg_class where oid = 'trial.note'::regclass`,
  )
  expect(rows).toEqual([{ owner: 'lotsenwerk_owner' }])
})

test('a file that was changed after it ran is refused, and nothing behind it runs', async ({ owner, folder }) => {
  appendFileSync(join(folder, '0003-identity.sql'), '\n-- a harmless remark')
  writeFileSync(join(folder, '9000-new.sql'), 'create schema trial')
  await expect(migrate(owner.pool, folder)).rejects.toThrow('migration 0003-identity.sql was changed after it ran')
  expect(await pendingMigrations(owner.pool, folder)).toEqual(['9000-new.sql'])
})

test('a migration that fails leaves nothing of itself, keeps those before it, and can be mended', async ({
  owner,
  folder,
}) => {
  writeFileSync(join(folder, '9000-fine.sql'), 'create schema trial; create table trial.kept (id integer)')
  writeFileSync(join(folder, '9001-fails.sql'), 'create table trial.half (id integer); select 1 / 0')
  await expect(migrate(owner.pool, folder)).rejects.toThrow(/^migration 9001-fails\.sql: division by zero/)
  expect([await exists(owner, 'trial.kept'), await exists(owner, 'trial.half')]).toEqual([true, false])
  expect(await pendingMigrations(owner.pool, folder)).toEqual(['9001-fails.sql'])

  writeFileSync(join(folder, '9001-fails.sql'), 'create table trial.half (id integer)')
  expect(await migrate(owner.pool, folder)).toEqual(['9001-fails.sql'])
  expect(await exists(owner, 'trial.half')).toBe(true)
})

// The embedded database has one process and one connection: nobody there could be second.
test.for(onlyOnPostgres)('four servers that start at once on an empty %s run each migration once', async () => {
  const database = await createDatabase('empty')
  await setUpRoles(database)
  const pools = Array.from({ length: 4 }, () => serverPool(database.url, 1))
  const ran = await Promise.all(pools.map((pool) => migrate(pool, schemaSources.migrationsFolder)))
  await Promise.all(pools.map((pool) => pool.end()))
  await database.drop()
  expect(ran.flat().toSorted()).toEqual(migrationFiles(schemaSources.migrationsFolder))
  expect(ran.filter((names) => names.length > 0)).toHaveLength(1)
})
