// Money moves while a proof is read and frozen. Only PostgreSQL has several connections.
import { sql } from 'kysely'
import { expect } from 'vitest'
import { unitOfWork } from '#platform/db/unit-of-work.ts'
import { asOwner } from '../access/as-owner.ts'
import { manager, test } from '../harness/house.ts'
import { personId } from '../harness/work.ts'
import { programmeOfTowns } from './money-road.ts'

const settledOf = sql<{
  settled: number
}>`select coalesce(sum(a.settled_cents), 0)::bigint as settled from funding.account a`

test('what is booked between two readings is seen by an ordinary unit, and not by one in a snapshot', async ({
  house,
}) => {
  const { ids, take } = await programmeOfTowns(house)
  const [town = ''] = ids.keys()
  const { database, clock } = house.services
  const torsten = await personId(house, manager)
  const rows = await asOwner(house, (db) =>
    sql<{ id: string }>`select o.id from organizations.organization o where o.kind = 'cooperative'`.execute(db),
  )
  const as = { personId: torsten, actingFor: rows.rows[0]?.id ?? '' }
  const readTwice = (mode: 'read only' | 'isolation level repeatable read read only', reference: string) =>
    unitOfWork(database, { as, now: clock.now(), mode }, async (db) => {
      const before = (await settledOf.execute(db)).rows[0]?.settled ?? 0
      await outside(() => take(town, reference, 1000, 'settled'))
      return ((await settledOf.execute(db)).rows[0]?.settled ?? 0) - before
    })
  expect(await readTwice('read only', 'S-1')).toBe(1000)
  expect(await readTwice('isolation level repeatable read read only', 'S-2')).toBe(0)
})

/** In a turn of its own, as another request would be. */
const outside = (work: () => Promise<void>): Promise<void> =>
  new Promise((resolve, reject) => {
    waiting.push({ work, resolve, reject })
  })

interface Waiting {
  work: () => Promise<void>
  resolve: () => void
  reject: (error: unknown) => void
}

const waiting: Waiting[] = []

// Started outside of any unit: what begins inside one counts as part of it.
setInterval(() => {
  const next = waiting.shift()
  if (next) next.work().then(next.resolve, next.reject)
}, 5).unref()

test(
  'while others book, each frozen version has figures and vouchers of one moment',
  { timeout: 300_000 },
  async ({ house }) => {
    const torsten = await house.as(manager)
    const { programmeId, ids, take } = await programmeOfTowns(house)
    const proof = await torsten.post<{ id: string; narrativeVersion: number }>('/proofs-of-use', { programmeId })
    expect(proof.status).toBe(201)
    const towns = [...ids.keys()]
    const stop = new AbortController()
    const booking = async (town: string, at: number): Promise<void> => {
      for (let turn = 0; !stop.signal.aborted && turn < 60; turn++)
        await take(town, `V-${at}-${turn}`, 1001 + turn, 'settled')
    }
    const busy = Promise.all(towns.map(booking))
    const versions = []
    for (let round = 0; round < 5; round++) {
      const done = await torsten.post<{ id: string; settledCents: number }>(
        `/proofs-of-use/${proof.body.id}/versions`,
        {
          kind: 'interim',
          narrativeVersion: proof.body.narrativeVersion,
          reason: `Runde ${round}`,
        },
      )
      expect([done.status, done.text]).toEqual([201, expect.anything()])
      versions.push(done.body)
    }
    stop.abort()
    await busy
    const { rows } = await asOwner(house, (db) =>
      sql<{ number: number; settled: number; released: number; parts: number; vouchers: number; entries: number }>`
      select v.number, v.settled_cents as settled, v.released_cents as released, v.vouchers, v.entries,
             (select sum((p -> 'sums' ->> 'settled')::bigint)::bigint from jsonb_array_elements(v.figures -> 'byPlace') p) as parts
        from proofs.proof_version v where v.proof_id = ${proof.body.id}::uuid order by v.number`.execute(db),
    )
    expect(rows.length).toBe(5)
    for (const { settled, parts, released } of rows) expect([parts, released]).toEqual([settled, 4 * 1_610_000])
    expect(rows.map(({ settled }) => settled)).toEqual(versions.map(({ settledCents }) => settledCents))
    expect(rows.at(-1)?.entries ?? 0).toBeGreaterThan(rows[0]?.entries ?? 0)
  },
)
