import { sql } from 'kysely'
import { expect } from 'vitest'
import { type Subject, nobody, operator, unitOfWork } from '#platform/db/unit-of-work.ts'
import type { Db } from '#platform/db/database.ts'
import { type TestHouse, test } from '../harness/house.ts'
import { onlyOnPostgres } from './own-database.ts'

const run = <T>(
  { services, clock }: TestHouse,
  work: (db: Db) => Promise<T>,
  {
    as = nobody,
    mode = 'read write' as const,
    undo,
  }: { as?: Subject; mode?: 'read only' | 'read write'; undo?: () => boolean } = {},
): Promise<T> => unitOfWork(services.database, { as, now: clock.now(), mode, ...(undo ? { undo } : {}) }, work)

const addCounty = (db: Db, name: string) =>
  db
    .insertInto('organizations.organization')
    .values({
      id: crypto.randomUUID(),
      name,
      kind: 'county',
      sort_key: name,
      created_at: '2026-01-01T00:00:00Z',
      changed_at: '2026-01-01T00:00:00Z',
    })
    .execute()

const count = (house: TestHouse, name: string): Promise<number> =>
  run(
    house,
    async (db) =>
      (await db.selectFrom('organizations.organization').select('id').where('name', '=', name).execute()).length,
    { as: operator },
  )

test('a unit runs under the role that owns nothing, and knows person, organization and local day', async ({
  house,
}) => {
  const [personId, actingFor] = [crypto.randomUUID(), crypto.randomUUID()]
  const seen = await run(
    house,
    (db) =>
      sql`select current_user::text as who, access.person() as person, access.acting_for() as acting, access.is_operator() as operator, access.today() is not null as dated`.execute(
        db,
      ),
    { as: { personId, actingFor } },
  )
  expect(seen.rows).toEqual([
    { who: 'lotsenwerk_app', person: personId, acting: actingFor, operator: false, dated: true },
  ])
})

test('nothing of one unit is left for the next one on the same connection', async ({ house }) => {
  await run(house, async () => undefined, { as: operator })
  await expect(run(house, () => Promise.reject(new Error('on purpose')), { as: operator })).rejects.toThrow(
    'on purpose',
  )
  const { rows } = await house.services.database.pool.query(
    `select current_user <> 'lotsenwerk_app' as left, coalesce(current_setting('lotsenwerk.operator', true), '') as operator, coalesce(current_setting('lotsenwerk.person', true), '') as person`,
  )
  expect(rows).toEqual([{ left: true, operator: '', person: '' }])
})

test('a unit inside a unit throws at once instead of waiting for its own connection', async ({ house }) => {
  const nested = run(house, () => run(house, async () => 'never'))
  await expect(nested).rejects.toThrow('a unit of work inside a unit of work')
  expect(await run(house, async () => 'and the next one works')).toBe('and the next one works')
})

test('a write under READ ONLY fails, although the operator may write', async ({ house }) => {
  await expect(run(house, (db) => addCounty(db, 'Nur gelesen'), { as: operator, mode: 'read only' })).rejects.toThrow(
    /read-only transaction/,
  )
  await run(house, (db) => addCounty(db, 'Geschrieben'), { as: operator })
  expect([await count(house, 'Nur gelesen'), await count(house, 'Geschrieben')]).toEqual([0, 1])
})

test('what is refused or thrown is undone', async ({ house }) => {
  await run(house, (db) => addCounty(db, 'Abgelehnt'), { as: operator, undo: () => true })
  const thrown = run(house, (db) => addCounty(db, 'Geworfen').then(() => Promise.reject(new Error('on purpose'))), {
    as: operator,
  })
  await expect(thrown).rejects.toThrow('on purpose')
  expect([await count(house, 'Abgelehnt'), await count(house, 'Geworfen')]).toEqual([0, 0])
})

test('inside a unit nobody becomes the owner or the owner of the definer functions', async ({ house }) => {
  for (const role of ['lotsenwerk_owner', 'lotsenwerk_access', 'postgres'])
    await expect(run(house, (db) => sql.raw(`set role ${role}`).execute(db), { as: operator })).rejects.toThrow(
      /permission denied to set role/,
    )
})

test('only ids reach the settings of the transaction', async ({ house }) => {
  const hostile = `00000000-0000-4000-8000-000000000000', true), set_config('role', 'postgres`
  await expect(run(house, async () => 'never', { as: { personId: hostile, actingFor: null } })).rejects.toThrow(
    'not an id',
  )
})

test('a unit that cannot even begin leaves its connection usable', async ({ house }) => {
  const { database } = house.services
  const broken = { ...database, preamble: ' select 1 / 0;' }
  const units = Array.from({ length: 20 }, () =>
    unitOfWork(broken, { as: nobody, now: house.clock.now(), mode: 'read write' }, async () => 'never'),
  )
  expect((await Promise.allSettled(units)).filter(({ status }) => status === 'rejected')).toHaveLength(20)
  const after = await Promise.all(Array.from({ length: 20 }, () => run(house, async () => 'works')))
  expect(new Set(after)).toEqual(new Set(['works']))
})

// The embedded database has no connection that somebody could cut.
test.for(onlyOnPostgres)(
  'a connection to %s that is cut fails its unit alone; the process lives',
  async (_, { house }) => {
    const { pool } = house.services.database
    const cut = run(house, async (db) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)
      await pool.query('select pg_terminate_backend($1, 5000)', [rows[0]?.pid])
      await new Promise((resolve) => setTimeout(resolve, 50))
      await sql`select 1`.execute(db)
    })
    await expect(cut).rejects.toThrow(/terminat|not queryable|Connection/i)
    expect(await run(house, async () => 'works')).toBe('works')
  },
)
