// Attempts are counted before the password is looked at, so that guesses in parallel count too.
import { afterAll, beforeAll, describe, expect, test as plain } from 'vitest'
import { isWaiting, signIn } from '#foundation/identity/index.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { type Database, openServer } from '#platform/db/database.ts'
import { demoPassword, isb, openTestHouse, type TestHouse } from '../harness/house.ts'

const isPostgres = process.env['LOTSENWERK_TEST_DATABASE'] === 'postgres'
const connections = 40

let house: TestHouse
let database: Database
beforeAll(async () => {
  house = await openTestHouse()
  const { databaseUrl } = house.config
  database = databaseUrl ? openServer(databaseUrl, { stepDown: true, max: connections }) : house.services.database
})
afterAll(async () => {
  if (database !== house.services.database) await database.close()
  await house.close()
})

plain('of forty guesses at once five are looked at, the others wait', async () => {
  const guesses = await Promise.all(
    Array.from({ length: connections }, (_, at) =>
      signIn(database, house.clock, { email: isb, password: `Versuch ${at}`, address: '10.1.1.1' }),
    ),
  )
  expect(guesses.filter((outcome) => isRefusal(outcome))).toHaveLength(5)
  expect(guesses.filter((outcome) => isWaiting(outcome))).toHaveLength(connections - 5)
})

plain('of twelve right passwords at once each opens a session or waits, and none fails', async () => {
  const guesses = await Promise.all(
    Array.from({ length: 12 }, () =>
      signIn(database, house.clock, { email: isb, password: demoPassword, address: '10.1.1.2' }),
    ),
  )
  const opened = guesses.filter((outcome) => !isRefusal(outcome) && 'opened' in outcome)
  expect(opened.length).toBeGreaterThanOrEqual(1)
  expect(opened.length + guesses.filter((outcome) => isWaiting(outcome)).length).toBe(12)
})

// A race needs many connections, of which the embedded database has one: there these two do not exist.
describe.each(isPostgres ? ['PostgreSQL'] : [])('on many connections of %s', () => {
  plain('a naive counter that reads, decides and then writes lets nearly all of them through', async () => {
    const { pool } = database
    await pool.query('create table public.naive_attempt (key text primary key, attempts integer not null)')
    await pool.query(`insert into public.naive_attempt values ('jana', 0)`)
    const tries = await Promise.all(
      Array.from({ length: connections }, async () => {
        const { rows } = await pool.query<{ attempts: number }>('select attempts from public.naive_attempt')
        const before = rows[0]?.attempts ?? 0
        if (before >= 5) return false
        await pool.query('update public.naive_attempt set attempts = $1', [before + 1])
        return true
      }),
    )
    expect(tries.filter(Boolean).length).toBeGreaterThan(5)
    await pool.query('drop table public.naive_attempt')
  })

  plain('two people of one town hall after a quiet day do not lock each other out', async () => {
    const { pool } = database
    const begin = (account: string, minutesAgo: number) =>
      pool.query('select identity.count_attempts($1, $2, $3, $4)', [
        [`account ${account}`, 'address town hall'],
        [5, 60],
        ['15 minutes', '15 minutes'],
        house.clock.now().subtract({ minutes: minutesAgo }).toString(),
      ])
    await begin('anna', 30 * 60)
    await begin('bert', 30 * 60)
    const holder = await pool.connect()
    await holder.query('begin')
    await holder.query(`select from identity.sign_in_attempt where key = 'address town hall' for update`)
    const both = [begin('anna', 0)]
    await untilWaiting(pool, 1)
    both.push(begin('bert', 0))
    await untilWaiting(pool, 2)
    await holder.query('commit')
    holder.release()
    const outcomes = await Promise.allSettled(both)
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
  })
})

async function untilWaiting(pool: Database['pool'], wanted: number): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    const { rows } = await pool.query<{ n: number }>(
      `select count(*)::integer as n from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
    )
    if ((rows[0]?.n ?? 0) >= wanted) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('nobody waits')
}
