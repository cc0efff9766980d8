// Twenty at once over dates of one assessor. On PostgreSQL they really meet; the embedded database takes them one after the other and answers the same.
import { sql } from 'kysely'
import pg from 'pg'
import { expect } from 'vitest'
import { asOwner } from '../access/as-owner.ts'
import { createDatabase, onlyOnPostgres } from '../database/own-database.ts'
import { isb, test, type TestHouse } from '../harness/house.ts'
import { proposed, slot } from './cast.ts'

const clients = 20

async function overlapping(house: TestHouse, day: number) {
  const offered = []
  for (let at = 0; at < clients; at++)
    offered.push(
      await proposed(house, { title: `Nummer ${at}`, proposals: [slot(house, day, '09:00', `10:${10 + at}`)] }),
    )
  return offered
}

test(
  'of twenty who choose overlapping times of one assessor at once exactly one gets it',
  { timeout: 120_000 },
  async ({ house }) => {
    const offered = await overlapping(house, 120)
    const jana = await house.as(isb)
    const replies = await Promise.all(
      offered.map(({ id, proposals }) =>
        jana.post(`/appointments/${id}/confirmation`, { proposalId: proposals[0]?.id }),
      ),
    )
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(replies.filter(({ status }) => status === 422)).toHaveLength(clients - 1)
  },
)

test(
  'of twenty who choose the same time at once, one is told that it is theirs, the others that it is decided',
  { timeout: 120_000 },
  async ({ house }) => {
    const { id, proposals } = await proposed(house, { proposals: [slot(house, 121, '09:00', '10:00')] })
    const jana = await house.as(isb)
    const replies = await Promise.all(
      Array.from({ length: clients }, () =>
        jana.post(`/appointments/${id}/confirmation`, { proposalId: proposals[0]?.id }),
      ),
    )
    expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      200,
      ...Array.from({ length: clients - 1 }, () => 422),
    ])
  },
)

test('the database itself lets nobody be in two places, whatever a verb forgets', async ({ house }) => {
  const [first, second] = [
    await proposed(house, { proposals: [slot(house, 122, '09:00', '10:00')] }),
    await proposed(house, { proposals: [slot(house, 122, '09:30', '11:00')] }),
  ]
  const choose = (id: string) =>
    asOwner(house, (db) =>
      sql`update appointments.appointment a set state = 'confirmed', starts_at = p.starts_at, ends_at = p.ends_at, away_from = p.starts_at,
          away_until = p.ends_at from appointments.proposal p where p.appointment_id = a.id and a.id = ${id}::uuid`.execute(
        db,
      ),
    )
  await choose(first.id)
  await expect(choose(second.id)).rejects.toThrow('one_place_at_once')
})

test.for(onlyOnPostgres)('without lock and constraint several get it, on %s', { timeout: 120_000 }, async () => {
  const own = await createDatabase('empty')
  const pool = new pg.Pool({ connectionString: own.url, max: clients })
  try {
    await pool.query('create table visit (who integer, at tstzrange)')
    const naive = async (who: number): Promise<void> => {
      const client = await pool.connect()
      try {
        await client.query('begin')
        const at = `[2026-12-01 09:00+01, 2026-12-01 10:${10 + who}+01)`
        const { rowCount } = await client.query('select from visit where at && $1::tstzrange', [at])
        await client.query('select pg_sleep(0.02)')
        if (rowCount === 0) await client.query('insert into visit values ($1, $2)', [who, at])
        await client.query('commit')
      } finally {
        client.release()
      }
    }
    await Promise.all(Array.from({ length: clients }, (_, who) => naive(who)))
    const { rows } = await pool.query<{ count: string }>('select count(*) from visit')
    expect(Number(rows[0]?.count)).toBeGreaterThan(1)
  } finally {
    await pool.end()
    await own.drop()
  }
})
