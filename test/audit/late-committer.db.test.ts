// Several servers and workers at once: nothing that is committed late stays outside of the chain, and nothing gets two places.
import { sql } from 'kysely'
import { expect } from 'vitest'
import { openServer } from '#platform/db/database.ts'
import { nobody, unitOfWork } from '#platform/db/unit-of-work.ts'
import { asOwner } from '../access/as-owner.ts'
import { test, type TestHouse } from '../harness/house.ts'
import { enter, seal, verify, writeEntry } from './chain.ts'

const otherServer = ({ config }: TestHouse) => openServer(config.databaseUrl ?? '', { stepDown: true, max: 20 })

/** What a sealing by range of times or ids would have passed over for good: entries older than the newest that is sealed, without a place. */
const passedOver = (house: TestHouse): Promise<number> =>
  asOwner(house, async (db) => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::integer as count from audit.entry where sequence is null and (at, id) < (select at, id from audit.entry where sequence is not null order by at desc, id desc limit 1)`.execute(
      db,
    )
    return rows[0]?.count ?? 0
  })

test('an entry whose transaction commits late is in the seal after, although newer ones are sealed already', async ({
  house,
}) => {
  if (house.kind === 'embedded') return // one connection: no transaction runs beside another
  await enter(house, 3)
  await seal(house)
  const other = otherServer(house)
  let commit = (): void => {}
  const mayCommit = new Promise<void>((resolve) => {
    commit = resolve
  })
  let written = (): void => {}
  const isWritten = new Promise<void>((resolve) => {
    written = resolve
  })
  const now = house.clock.now()
  const late = unitOfWork(other, { as: nobody, now, mode: 'read write' }, async (db) => {
    await writeEntry(db, now.toString(), { late: true })
    written()
    await mayCommit
  })
  await isWritten
  await enter(house, 5)
  expect(await seal(house)).toBe(5)
  commit()
  await late
  expect(await passedOver(house)).toBe(1)
  expect(await seal(house)).toBe(1)
  expect(await passedOver(house)).toBe(0)
  expect((await verify(house)).data).toMatchObject({ intact: true, waiting: 0 })
  await other.close()
})

test('while many write, sealings that run into each other leave one chain without a gap', async ({ house }) => {
  if (house.kind === 'embedded') return
  const other = otherServer(house)
  const elsewhere: TestHouse = { ...house, services: { ...house.services, database: other } }
  const before = Number((await verify(house)).data?.['entries'])
  const writers = Array.from({ length: 12 }, async () => {
    for (let round = 0; round < 10; round++) await enter(elsewhere, 5)
  })
  const sealers = [house, elsewhere, elsewhere].map(async (where) => {
    for (let round = 0; round < 15; round++) await seal(where)
  })
  await Promise.all([...writers, ...sealers])
  await seal(house)
  const { data, faults } = await verify(house)
  expect(faults).toEqual([])
  expect(data).toMatchObject({ entries: before + 600, waiting: 0 })
  await other.close()
})
