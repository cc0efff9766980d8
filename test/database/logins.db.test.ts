// Which login of PostgreSQL the house trusts to keep municipalities apart (access.md, Mechanism 1).
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isRefusal } from '#kernel/outcome.ts'
import { openHouse } from '#app/house.ts'
import { startServer } from '#app/server.ts'
import { schemaSources } from '#platform/config.ts'
import { serverPool } from '#platform/db/database.ts'
import { isolationGaps } from '#platform/db/isolation.ts'
import { silentLog } from '#platform/log.ts'
import { describeSchema } from '../../tools/describe-schema.ts'
import { openTestHouse } from '../harness/house.ts'
import { onServer, testConfig } from '../harness/template.ts'
import {
  type OwnDatabase,
  ask,
  createDatabase,
  onlyEmbedded,
  onlyOnPostgres,
  setUpRoles,
  withLogin,
} from './own-database.ts'

const production = (databaseUrl: string) => testConfig({ databaseUrl, demo: undefined, testClock: false })

async function gapsOf(url: string, trusted = false): Promise<string[]> {
  const pool = serverPool(url, 1)
  try {
    return await isolationGaps(pool, trusted)
  } finally {
    await pool.end()
  }
}

async function refusalOf(url: string): Promise<string> {
  const house = await openHouse(production(url))
  if (isRefusal(house)) return house.refused
  await house.database.close()
  return 'it opens'
}

describe.for(onlyOnPostgres)('on %s', () => {
  let database: OwnDatabase
  beforeAll(async () => {
    database = await createDatabase('demo')
    await setUpRoles(database)
  })
  afterAll(() => database.drop())

  test('a superuser is refused', async () => {
    expect(await gapsOf(database.url)).toContain('Die Anmeldung „postgres“ ist Superuser der Datenbank.')
    expect(await refusalOf(database.url)).toMatch(
      /Trennung der Kommunen nicht gesichert.*Superuser.*npx lotsenwerk roles/,
    )
  })

  test.for([
    ['that bypasses row security', 'bypassrls', '', 'darf die Zeilenrechte umgehen (BYPASSRLS).'],
    ['that may create roles', 'createrole', '', 'darf Rollen anlegen (CREATEROLE).'],
    ['that may become the owner', '', 'lotsenwerk_owner', 'kann die Rolle lotsenwerk_owner annehmen.'],
  ] as const)('a login %s is refused with one sentence', async ([, right, member, sentence]) => {
    const rights = `${right} in role lotsenwerk${member ? `, ${member}` : ''}`
    await withLogin(database, rights, async (url, name) => {
      expect(await gapsOf(url)).toEqual([`Die Anmeldung „${name}“ ${sentence}`])
      expect(await gapsOf(url, true)).toEqual([])
      expect(await refusalOf(url)).toContain(sentence)
    })
  })

  test('a table without forced row security is a gap for everybody, trusted or not', async () => {
    await database.run('alter table security.answer no force row level security')
    const found = [await gapsOf(database.urlOf('lotsenwerk')), await gapsOf(database.url, true)]
    await database.run('alter table security.answer force row level security')
    const gap = ['Ohne erzwungene Zeilenrechte: security.answer.']
    expect(found).toEqual([gap, gap])
  })

  test('an app role that owns a table is a gap', async () => {
    await database.run(
      'grant create on schema security to lotsenwerk_app',
      'alter table security.answer owner to lotsenwerk_app',
    )
    const found = await gapsOf(database.urlOf('lotsenwerk'))
    await database.run(
      'alter table security.answer owner to lotsenwerk_owner',
      'revoke create on schema security from lotsenwerk_app',
    )
    expect(found).toEqual(['Die Rolle lotsenwerk_app besitzt Tabellen oder darf Zeilenrechte umgehen.'])
  })

  test('the login of db/roles.sql has no gap; without SET ROLE it sees nothing, and it never becomes the owner', async () => {
    const login = database.urlOf('lotsenwerk')
    expect(await gapsOf(login)).toEqual([])
    for (const table of ['identity.person', 'security.answer', 'organizations.organization', 'migrations.migration'])
      await expect(ask(login, `select * from ${table}`)).rejects.toThrow(/permission denied/)
    for (const role of ['lotsenwerk_owner', 'lotsenwerk_access', 'postgres'])
      await expect(ask(login, `set role ${role}`)).rejects.toThrow(/permission denied to set role/)
    await expect(ask(login, 'create table public.mine (id integer)')).rejects.toThrow(/permission denied/)
  })

  test('with it the server starts and serves without the rights of a superuser', async () => {
    const server = await startServer(
      { ...production(database.urlOf('lotsenwerk')), demo: false, host: '127.0.0.1' },
      silentLog,
    )
    if (isRefusal(server)) throw new Error(server.refused)
    expect(server.services.database.preamble).toBe('')
    expect(await (await fetch(`${server.address}/health/ready`)).json()).toEqual({ status: 'ready' })
    expect((await fetch(`${server.address}/anmeldung`)).status).toBe(200)
    expect((await fetch(`${server.address}/api/v1/me`)).status).toBe(401)
    await server.stop()
  })

  test('db/roles.sql again and by several at once changes nothing and fails nowhere', async () => {
    const pool = serverPool(database.url, 1)
    const before = await describeSchema(pool)
    const roles = readFileSync(schemaSources.rolesFile, 'utf8')
    const other = await createDatabase('empty')
    await Promise.all(Array.from({ length: 12 }, (_, at) => onServer(at % 2 ? database.url : other.url, roles)))
    expect(await describeSchema(pool)).toBe(before)
    await pool.end()
    await other.drop()
  })

  test('a database that was never or not wholly migrated is refused with the two commands', async () => {
    const empty = await createDatabase('empty')
    await setUpRoles(empty)
    expect(await refusalOf(empty.urlOf('lotsenwerk'))).toMatch(
      /noch nicht eingerichtet.*npx lotsenwerk roles \| psql.*npx lotsenwerk migrate/,
    )
    await empty.drop()
    await database.run(
      `create temp table kept as table migrations.migration; delete from migrations.migration where name like '0007%'`,
    )
    expect(await refusalOf(database.urlOf('lotsenwerk'))).toMatch(/auf einem älteren Stand.*npx lotsenwerk migrate/)
  })

  test('a wrong address, password or database is a sentence', async () => {
    const wrong = [
      ['pathname', '/gone'],
      ['port', '1'],
      ['username', 'gone'],
    ] as const
    for (const [part, value] of wrong) {
      const url = new URL(database.url)
      url[part] = value
      expect(await refusalOf(url.toString())).toMatch(
        /^Die Datenbank ist nicht erreichbar: .* Bitte DATABASE_URL prüfen\.$/,
      )
    }
  })
})

test.for(onlyEmbedded)('the one session of %s is that login, without a gap', async () => {
  const house = await openTestHouse('embedded')
  const { pool } = house.services.database
  expect(await isolationGaps(pool, false)).toEqual([])
  await expect(pool.query('select * from identity.person')).rejects.toThrow(/permission denied/)
  await expect(pool.query('set role lotsenwerk_owner')).rejects.toThrow(/permission denied to set role/)
  await house.close()
})
