// Whoever comes at the same moment: an answer, the sweeper and a cancellation never give one seat to two. Only PostgreSQL has several connections.
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { asOwner } from '../access/as-owner.ts'
import { test } from '../harness/house.ts'
import { Desk, hours } from './desk.ts'

describe('in the same millisecond', () => {
  test('an answer and the sweeper, two hundred times: one of both, and the seats add up (E4)', async ({ house }) => {
    const seen = new Set<string>()
    // Four hundred days of terms before it begins.
    const startsAt = house.clock.now().add({ hours: 24 * 900 })
    const dates = [
      { startsAt: startsAt.toString(), endsAt: startsAt.add({ hours: 8 }).toString(), place: 'Musterstadt' },
    ]
    const desk = await Desk.open(house, { capacity: 1, dates })
    const [first] = await desk.guests(0, 1)
    const waiting = await desk.guests(1, 202)
    let now = house.clock.now()
    await desk.leaveAt(now, first?.id ?? '')
    for (let round = 0; round < 200; round += 1) {
      const place = waiting[round]?.id ?? ''
      const secret = await desk.secretFor(place)
      now = hours(now, 48)
      // Half of the answers come a millisecond before the term ends, while the sweeper is already there.
      const answeredAt = round % 2 === 0 ? now.subtract({ milliseconds: 1 }) : now
      const [answer] = await Promise.all([desk.answerAt(answeredAt, secret, true), desk.sweep(now)])
      const { state } = await desk.place(place)
      expect(answer.state).toBe(state)
      expect(['confirmed', 'expired']).toContain(state)
      expect((await desk.read()).seatsTaken).toBe(1)
      seen.add(state)
      if (state === 'confirmed') await desk.leaveAt(now, place)
    }
    expect([...seen].toSorted()).toEqual(['confirmed', 'expired'])
    expect(await desk.faults()).toEqual([])
  }, 180_000)

  test('an answer, the sweeper, a cancellation and a newcomer: never more seats than there are', async ({ house }) => {
    for (let round = 0; round < 25; round += 1) {
      const desk = await Desk.open(house, { capacity: 2 })
      const seated = await desk.guests(0, 2)
      const waiting = await desk.guests(2, 6)
      const start = house.clock.now()
      await desk.leaveAt(start, seated[0]?.id ?? '')
      const secret = await desk.secretFor(waiting[0]?.id ?? '')
      const now = hours(start, 48)
      await Promise.all([
        desk.answerAt(now.subtract({ milliseconds: 1 }), secret, true),
        desk.sweep(now),
        desk.leaveAt(now, seated[1]?.id ?? ''),
        desk.leaveAt(now, waiting[0]?.id ?? ''),
        desk.guest(9),
        desk.change({ capacity: 3 }),
      ])
      const { seatsTaken, confirmed, offered, capacity } = await desk.read()
      expect(confirmed + offered).toBe(seatsTaken)
      expect(seatsTaken).toBeLessThanOrEqual(capacity ?? 0)
      expect(await desk.faults()).toEqual([])
    }
  }, 180_000)

  test('five hundred people for twenty seats, and the naive way sells too many: the test can see it (E1)', async ({
    house,
  }) => {
    const desk = await Desk.open(house)
    const replies = await Promise.all(Array.from({ length: 500 }, (_, number) => desk.guest(number)))
    expect(replies.filter(({ status }) => status !== 201)).toEqual([])
    expect(await desk.read()).toMatchObject({ confirmed: 20, waiting: 480, seatsTaken: 20 })
    const positions = replies.flatMap(({ body }) => body.position ?? []).toSorted((a, b) => a - b)
    expect(positions).toEqual(Array.from({ length: 480 }, (_, at) => at + 1))
    expect(await naiveRush(house.services.database.pool)).toBeGreaterThan(20)
    await asOwner(house, (db) => sql`drop table if exists public.naive`.execute(db))
  }, 120_000)
})

/** Looks first and writes then, as one would without thinking: how many it seats. */
async function naiveRush(pool: {
  connect(): Promise<{ query(text: string): Promise<{ rows: { n: string }[] }>; release(): void }>
}): Promise<number> {
  const one = await pool.connect()
  await one.query('create table public.naive (state text not null)')
  one.release()
  const register = async () => {
    const connection = await pool.connect()
    await connection.query('begin')
    const { rows } = await connection.query("select count(*) as n from public.naive where state = 'confirmed'")
    const state = Number(rows[0]?.n) < 20 ? 'confirmed' : 'waiting'
    await connection.query(`insert into public.naive values ('${state}')`)
    await connection.query('commit')
    connection.release()
  }
  await Promise.all(Array.from({ length: 500 }, register))
  const last = await pool.connect()
  const { rows } = await last.query("select count(*) as n from public.naive where state = 'confirmed'")
  last.release()
  return Number(rows[0]?.n)
}
