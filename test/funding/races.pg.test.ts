// Forty who book at once on the same budget. Only PostgreSQL has several connections.
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { asOwner } from '../access/as-owner.ts'
import { manager, test, type TestHouse } from '../harness/house.ts'
import { readBook } from '../loads/workbooks.ts'
import { programmeWithMoney, states } from './money.ts'

const many = 40

const tally = (replies: readonly { status: number }[]): Record<number, number> =>
  Object.fromEntries([...Map.groupBy(replies, ({ status }) => status)].map(([status, its]) => [status, its.length]))

describe('with several connections', () => {
  test('forty bookings at once: as many as there is room for, the others hear why, and not a cent too much', async ({
    house,
  }) => {
    const { account, entries, post, release } = await programmeWithMoney(house)
    await release(1)
    const torsten = await house.as(manager)
    const replies = await Promise.all(
      Array.from({ length: many }, (_, at) =>
        post(torsten, {
          from: 'limit',
          to: 'planned',
          amountCents: 100_000,
          orderReference: `R-${at}`,
          reason: 'Rennen',
        }),
      ),
    )
    expect(tally(replies)).toEqual({ 201: 16, 422: 24 })
    expect(
      replies.filter(({ status }) => status === 422).every(({ text }) => text.includes('Das Budget reicht nicht')),
    ).toBe(true)
    expect(states(await account())).toEqual([1_600_000, 0, 0, 0, 0, 0, 10_000])
    const { body } = await torsten.get<{ items: { number: number }[] }>(`${entries}&limit=200`)
    expect(body.items.map(({ number }) => number)).toEqual(Array.from({ length: 17 }, (_, at) => at + 1))
  })

  test('forty on one order: what was delivered is accepted once', async ({ house }) => {
    const { account, entry, post, release } = await programmeWithMoney(house)
    await release(1)
    const torsten = await house.as(manager)
    const a = { orderReference: 'A', reason: 'Rennen' }
    await entry(torsten, { from: 'limit', to: 'planned', amountCents: 1_000_000, ...a })
    await entry(torsten, { from: 'planned', to: 'committed', amountCents: 1_000_000, ...a })
    await entry(torsten, { from: 'committed', to: 'delivered', amountCents: 1_000_000, ...a })
    const replies = await Promise.all(
      Array.from({ length: many }, () =>
        post(torsten, { from: 'delivered', to: 'accepted', amountCents: 300_000, ...a }),
      ),
    )
    expect(tally(replies)).toEqual({ 201: 3, 422: 37 })
    expect(states(await account())).toEqual([0, 0, 100_000, 900_000, 0, 0, 610_000])
  })

  test('forty corrections of one entry take back no more than it moved', async ({ house }) => {
    const { account, entries, entry, post, release } = await programmeWithMoney(house)
    await release(1)
    const torsten = await house.as(manager)
    await entry(torsten, { from: 'limit', to: 'planned', amountCents: 1000, orderReference: 'A', reason: 'Rennen' })
    await entry(torsten, { from: 'limit', to: 'planned', amountCents: 500_000, orderReference: 'A', reason: 'Rennen' })
    const { body } = await torsten.get<{ items: { id: string; amountCents: number }[] }>(entries)
    const correctsId = body.items.find(({ amountCents }) => amountCents === 1000)?.id ?? ''
    const replies = await Promise.all(
      Array.from({ length: many }, () =>
        post(torsten, {
          from: 'planned',
          to: 'limit',
          amountCents: 300,
          orderReference: '',
          reason: 'Irrtum',
          correctsId,
        }),
      ),
    )
    expect(tally(replies)).toEqual({ 201: 3, 422: 37 })
    expect(states(await account())).toEqual([500_100, 0, 0, 0, 0, 0, 1_109_900])
  })

  test('a statement that is read while money moves always adds up', async ({ house }) => {
    const { entry, organizationId, programmeId, post, release } = await programmeWithMoney(house)
    await release(1)
    const torsten = await house.as(manager)
    const a = { orderReference: 'A', reason: 'Rennen' }
    await entry(torsten, { from: 'limit', to: 'planned', amountCents: 800_000, ...a })
    const path = `/budget-accounts/${organizationId}/statement.xlsx?programmeId=${programmeId}`
    const [moved, sheets] = await Promise.all([
      Promise.all(
        Array.from({ length: many }, (_, at) =>
          post(torsten, {
            from: at % 2 === 0 ? 'limit' : 'planned',
            to: at % 2 === 0 ? 'planned' : 'limit',
            amountCents: 100 + at,
            ...a,
          }),
        ),
      ),
      Promise.all(Array.from({ length: 10 }, () => torsten.download(path))),
    ])
    expect(tally(moved)).toEqual({ 201: many })
    for (const bytes of sheets) expect(await verdictOf(bytes)).toContain('stimmt:')
  })

  test('without holding the account the same check lets too much through', async ({ house }) => {
    expect(await naive(house, 'withoutHolding')).toBeGreaterThan(1_610_000)
    expect(await naive(house, 'holding')).toBe(1_600_000)
  })
})

async function verdictOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return (await readBook(bytes)).at(-1)?.rows.at(-1)?.[1] ?? ''
}

/** What forty who read, look whether it is enough, and write come to: on a table that has neither checks nor triggers. */
async function naive(house: TestHouse, way: 'holding' | 'withoutHolding'): Promise<number> {
  const run = <T>(work: Parameters<typeof asOwner<T>>[1]): Promise<T> => asOwner(house, work)
  await run(async (db) => {
    await sql`drop table if exists naive_account`.execute(db)
    await sql`create table naive_account (limit_cents bigint not null, planned_cents bigint not null)`.execute(db)
    await sql`insert into naive_account values (1610000, 0)`.execute(db)
  })
  await Promise.all(
    Array.from({ length: many }, () =>
      house.services.database.kysely.transaction().execute(async (db) => {
        const lock = way === 'holding' ? sql`for update` : sql``
        const { rows } = await sql<{ free: number }>`select limit_cents as free from naive_account ${lock}`.execute(db)
        await sql`select pg_sleep(0.02)`.execute(db)
        if ((rows[0]?.free ?? 0) < 100_000) return
        await sql`update naive_account set limit_cents = limit_cents - 100000, planned_cents = planned_cents + 100000`.execute(
          db,
        )
      }),
    ),
  )
  const { rows } = await run((db) =>
    sql<{ planned: number }>`select planned_cents as planned from naive_account`.execute(db),
  )
  await run((db) => sql`drop table naive_account`.execute(db))
  return rows[0]?.planned ?? 0
}
