import type pg from 'pg'
import { expect, test } from 'vitest'
import { keepingPlans } from './kept-plans.ts'

interface Asked {
  text: string
  name?: string
}

/** A pool of one connection that notes what it is asked. */
function poolThatNotes(): { pool: pg.Pool; asked: Asked[] } {
  const asked: Asked[] = []
  const client = {
    query: async (query: string | Asked) => {
      asked.push(typeof query === 'string' ? { text: query } : query)
      return { rows: [], command: 'SELECT', rowCount: 0 }
    },
    release: () => {},
  }
  return { pool: { options: {}, connect: async () => client } as unknown as pg.Pool, asked }
}

test('one name belongs to one text, from the second time on, and to none without parameters', async () => {
  const { pool, asked } = poolThatNotes()
  const client = await keepingPlans(pool).connect()
  for (const text of ['a', 'b', 'a', 'b', 'a', 'begin', 'begin']) await client.query(text, text === 'begin' ? [] : [1])
  expect(asked.map(({ text, name }) => `${text} ${name ?? '-'}`)).toEqual([
    'a -',
    'b -',
    'a kept_0',
    'b kept_1',
    'a kept_0',
    'begin -',
    'begin -',
  ])
})

test('what the connection knows outlives its return to the pool', async () => {
  const { pool, asked } = poolThatNotes()
  const kept = keepingPlans(pool)
  for (let times = 0; times < 2; times++) {
    const client = await kept.connect()
    await client.query('a', [1])
    client.release()
  }
  expect(asked.map(({ name }) => name)).toEqual([undefined, 'kept_0'])
})

test('after 2000 uses the plans are made anew, because tables have grown', async () => {
  const { pool, asked } = poolThatNotes()
  const client = await keepingPlans(pool).connect()
  for (let times = 0; times < 4002; times++) await client.query('a', [times])
  expect(asked.filter(({ text }) => text === 'discard plans')).toHaveLength(2)
  expect(asked).toHaveLength(4004)
})
