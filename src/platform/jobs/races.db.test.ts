import { expect } from 'vitest'
import { nobody } from '#platform/db/unit-of-work.ts'
import { isb, test } from '../../../test/harness/house.ts'
import {
  leave,
  noteData,
  noting,
  otherDatabase,
  personId,
  put,
  queueOf,
  traces,
  within,
  workerOn,
} from '../../../test/harness/work.ts'
import { enqueue } from './enqueue.ts'
import { job } from './job.ts'

test('of 500 jobs each is done once, whichever of four workers takes it', async ({ house }) => {
  const jana = await personId(house, isb)
  await within(house, nobody, async (ctx) => {
    for (let at = 0; at < 500; at++) await enqueue(ctx, 'race.five-hundred', { note: `race ${at}` })
  })
  const databases = [1, 2, 3, 4].map(() => otherDatabase(house))
  const ran = await Promise.all(
    databases.map((database) => workerOn(house, [noting(jana, { name: 'race.five-hundred' })], database).runDue()),
  )
  expect(ran.reduce((sum, each) => sum + each, 0)).toBe(500)
  // one connection is nobody's turn long enough to be sure of it
  expect(ran.filter((each) => each > 0).length).toBeGreaterThan(house.kind === 'postgres' ? 1 : 0)
  const left = [...(await traces(house, jana))].filter(([kind]) => kind.startsWith('race '))
  expect(left.length).toBe(500)
  expect(left.filter(([, count]) => count !== 1)).toEqual([])
  for (const database of databases) await database.close()
})

test('twenty transactions that enqueue the same key at once leave one job', async ({ house }) => {
  const jana = await personId(house, isb)
  const added = await Promise.all(
    Array.from({ length: 20 }, () =>
      within(house, nobody, (ctx) => enqueue(ctx, 'race.keyed', { note: 'race keyed' }, { key: 'same' })),
    ),
  )
  expect(added.filter(Boolean)).toHaveLength(1)
  expect(await workerOn(house, [noting(jana, { name: 'race.keyed' })]).runDue()).toBe(1)
})

test('jobs that fail at random, under four workers, are still done once each', async ({ house }) => {
  const jana = await personId(house, isb)
  const shaky = job({
    name: 'race.shaky',
    title: 'Probe',
    data: noteData,
    run: async (tools, { note }) => {
      if (Math.random() < 0.4) throw new Error('shaky')
      await tools.finish(async (ctx) => {
        await leave(ctx, jana, note)
        if (Math.random() < 0.3) throw new Error('shaky at the end')
      })
    },
  })
  for (let at = 0; at < 60; at++) await put(house, 'race.shaky', `shaky ${at}`)
  const databases = [1, 2, 3, 4].map(() => otherDatabase(house))
  for (let round = 0; round < 9; round++) {
    await Promise.all(databases.map((database) => workerOn(house, [shaky], database).runDue()))
    house.clock.set(house.clock.now().add({ hours: 7 }))
  }
  const { done, dead } = await queueOf(house, 'race.shaky')
  const left = [...(await traces(house, jana))].filter(([kind]) => kind.startsWith('shaky '))
  expect(left.filter(([, count]) => count !== 1)).toEqual([])
  expect(left.length + dead).toBeLessThanOrEqual(60)
  expect(done + dead).toBeLessThanOrEqual(60)
  expect(left.length).toBeGreaterThan(50)
  for (const database of databases) await database.close()
})
