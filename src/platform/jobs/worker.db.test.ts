import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { nobody, operator, worker as workerRole } from '#platform/db/unit-of-work.ts'
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

test('a job is done if and only if the deed that enqueued it is kept', async ({ house }) => {
  const jana = await personId(house, isb)
  const worker = workerOn(house, [noting(jana, { name: 'probe.kept' })])
  await put(house, 'probe.kept', 'kept')
  await within(
    house,
    nobody,
    (ctx) => enqueue(ctx, 'probe.kept', { note: 'undone' }),
    () => true,
  )
  await expect(
    within(house, nobody, async (ctx) => {
      await enqueue(ctx, 'probe.kept', { note: 'thrown' })
      throw new Error('the deed failed')
    }),
  ).rejects.toThrow('the deed failed')
  expect(await worker.runDue()).toBe(1)
  const left = await traces(house, jana)
  expect([left.get('kept'), left.get('undone'), left.get('thrown')]).toEqual([1, undefined, undefined])
  expect(await worker.runDue()).toBe(0)
})

test('while a job with a key is unfinished there is no second one, afterwards there is', async ({ house }) => {
  const jana = await personId(house, isb)
  const worker = workerOn(house, [noting(jana, { name: 'probe.keyed' })])
  const again = () => within(house, nobody, (ctx) => enqueue(ctx, 'probe.keyed', { note: 'keyed' }, { key: 'one' }))
  expect([await again(), await again()]).toEqual([true, false])
  expect(await worker.runDue()).toBe(1)
  expect(await again()).toBe(true)
  expect(await worker.runDue()).toBe(1)
})

test('a job that is due later waits for its time', async ({ house }) => {
  const jana = await personId(house, isb)
  const worker = workerOn(house, [noting(jana, { name: 'probe.later' })])
  await within(house, nobody, (ctx) =>
    enqueue(ctx, 'probe.later', { note: 'later' }, { dueAt: ctx.now.add({ hours: 3 }) }),
  )
  expect(await worker.runDue()).toBe(0)
  house.clock.set(house.clock.now().add({ hours: 3 }))
  expect(await worker.runDue()).toBe(1)
})

test('a job may do what its person may, and one of nobody is nobody, not the operator', async ({ house }) => {
  const jana = await personId(house, isb)
  const seen: unknown[] = []
  const look = job({
    name: 'probe.scope',
    title: 'Probe',
    data: noteData,
    run: (tools) =>
      tools.finish(async ({ db }) => {
        const { rows } =
          await sql`select access.person() as person, access.is_operator() as operator, current_user as role`.execute(
            db,
          )
        seen.push(rows[0])
      }),
  })
  const asSystem = job({ ...look, name: 'probe.system', as: 'system' })
  const worker = workerOn(house, [look, asSystem])
  await put(house, 'probe.scope', '', { personId: jana, actingFor: null })
  await worker.runDue()
  await put(house, 'probe.scope', '', nobody)
  await worker.runDue()
  await put(house, 'probe.scope', '', operator)
  await worker.runDue()
  await put(house, 'probe.system', '', { personId: jana, actingFor: null })
  const look2 = workerOn(house, [
    job({
      ...asSystem,
      run: (tools) =>
        tools.finish(async ({ db }) => {
          const { rows } =
            await sql`select current_user as role, current_setting('lotsenwerk.person', true) as person`.execute(db)
          seen.push(rows[0])
        }),
    }),
  ])
  await look2.runDue()
  expect(seen).toEqual([
    { person: jana, operator: false, role: 'lotsenwerk_app' },
    { person: null, operator: false, role: 'lotsenwerk_app' },
    { person: null, operator: true, role: 'lotsenwerk_app' },
    { person: '', role: 'lotsenwerk_worker' },
  ])
})

test('a job that fails is tried again after growing pauses, nothing of the failed tries stays, then it is dead with its reason', async ({
  house,
}) => {
  const jana = await personId(house, isb)
  const times: string[] = []
  const failing = job({
    name: 'probe.failing',
    title: 'Probe',
    data: noteData,
    attempts: 3,
    run: async (tools) => {
      times.push(tools.now().toString())
      await tools.finish(async (ctx) => {
        await leave(ctx, jana, 'never')
        throw new Error('the printer is out of paper\nrow: secret')
      })
    },
  })
  const worker = workerOn(house, [failing])
  await put(house, 'probe.failing', '')
  expect(await worker.runDue()).toBe(1)
  expect(await queueOf(house, 'probe.failing')).toMatchObject({ waiting: 1, failing: 1, dead: 0 })
  house.clock.set(house.clock.now().add({ seconds: 25 }))
  expect(await worker.runDue()).toBe(0)
  house.clock.set(house.clock.now().add({ seconds: 10 }))
  expect(await worker.runDue()).toBe(1)
  house.clock.set(house.clock.now().add({ seconds: 70 }))
  expect(await worker.runDue()).toBe(1)
  expect(await queueOf(house, 'probe.failing')).toMatchObject({ waiting: 0, dead: 1 })
  house.clock.set(house.clock.now().add({ hours: 24 }))
  expect(await worker.runDue()).toBe(0)
  expect(times).toHaveLength(3)
  expect((await traces(house, jana)).get('never')).toBeUndefined()
  const { rows } = await within(house, operator, ({ db }) =>
    sql<{
      failure: string
    }>`select failure from jobs.list('dead', null, null, 10) where name = 'probe.failing'`.execute(db),
  )
  expect(rows).toEqual([{ failure: 'the printer is out of paper' }])
})

test('data that does not fit the job is a failure, not a crash', async ({ house }) => {
  const worker = workerOn(house, [noting(await personId(house, isb), { name: 'probe.data', attempts: 1 })])
  await within(house, nobody, (ctx) => enqueue(ctx, 'probe.data', { wrong: true }))
  expect(await worker.runDue()).toBe(1)
  expect(await queueOf(house, 'probe.data')).toMatchObject({ dead: 1 })
})

test('when the lease is lost nothing of the work stays, neither between nor at the end, and the other worker does it once', async ({
  house,
}) => {
  const jana = await personId(house, isb)
  let resume: () => void = () => {}
  const asleep = new Promise<void>((resolve) => (resume = resolve))
  const slow = (how: 'unit' | 'finish') =>
    job({
      name: `probe.lease.${how}`,
      title: 'Probe',
      data: noteData,
      leaseSeconds: 60,
      run: async (tools, { note }) => {
        await asleep
        await tools[how]((ctx) => leave(ctx, jana, note))
      },
    })
  const first = workerOn(house, [slow('unit'), slow('finish')], otherDatabase(house))
  await put(house, 'probe.lease.unit', 'lease unit')
  await put(house, 'probe.lease.finish', 'lease finish')
  const slept = first.runDue()
  await setTimeout(300)
  house.clock.set(house.clock.now().add({ seconds: 61 }))
  const second = workerOn(house, [
    noting(jana, { name: 'probe.lease.unit' }),
    noting(jana, { name: 'probe.lease.finish' }),
  ])
  expect(await second.runDue()).toBe(2)
  resume()
  await slept
  const left = await traces(house, jana)
  expect([left.get('lease unit'), left.get('lease finish')]).toEqual([1, 1])
  expect(await queueOf(house, 'probe.lease.unit')).toMatchObject({ waiting: 0, dead: 0, done: 1 })
})

test('each unit renews the lease, so that long work in short steps is not taken away', async ({ house }) => {
  const jana = await personId(house, isb)
  const other = workerOn(house, [noting(jana, { name: 'probe.steps' })], otherDatabase(house))
  const stolen: number[] = []
  const steps = job({
    name: 'probe.steps',
    title: 'Probe',
    data: noteData,
    leaseSeconds: 60,
    run: async (tools, { note }) => {
      for (const step of [1, 2, 3]) {
        await tools.unit((ctx) => leave(ctx, jana, `${note} ${step}`))
        house.clock.set(house.clock.now().add({ seconds: 50 }))
        stolen.push(await other.runDue())
      }
    },
  })
  await put(house, 'probe.steps', 'step')
  await workerOn(house, [steps]).runDue()
  expect(stolen).toEqual([0, 0, 0])
  const left = await traces(house, jana)
  expect([1, 2, 3].map((step) => left.get(`step ${step}`))).toEqual([1, 1, 1])
})

test('a job whose process dies each time ends as dead, with a sentence', async ({ house }) => {
  const jana = await personId(house, isb)
  await put(house, 'probe.killer', 'killer')
  for (const victim of ['a', 'b']) {
    const { rows } = await within(house, workerRole, ({ db, now }) =>
      sql`select * from jobs.claim(${victim}, ${['probe.killer']}::text[], ${[60]}::integer[], ${now.toString()}::timestamptz, 1)`.execute(
        db,
      ),
    )
    expect(rows).toHaveLength(1)
    house.clock.set(house.clock.now().add({ seconds: 61 }))
  }
  await workerOn(house, [noting(jana, { name: 'probe.killer', attempts: 2 })]).runDue()
  expect(await queueOf(house, 'probe.killer')).toMatchObject({ dead: 1 })
  expect((await traces(house, jana)).get('killer')).toBeUndefined()
})

test('nothing comes after finish', async ({ house }) => {
  const jana = await personId(house, isb)
  const talkative = job({
    name: 'probe.talkative',
    title: 'Probe',
    data: noteData,
    attempts: 1,
    run: async (tools) => {
      await tools.finish(async () => {})
      await tools.unit((ctx) => leave(ctx, jana, 'too late'))
    },
  })
  await put(house, 'probe.talkative', '')
  await workerOn(house, [talkative]).runDue()
  expect((await traces(house, jana)).get('too late')).toBeUndefined()
  expect(await queueOf(house, 'probe.talkative')).toMatchObject({ done: 1, dead: 0 })
})

test('a regular job runs at its time, of two workers once, and a restart does not run it at once', async ({
  house,
}) => {
  const jana = await personId(house, isb)
  const daily = job({
    name: 'probe.daily',
    title: 'Probe',
    data: noteData.partial(),
    schedule: { dailyAt: '03:30' },
    run: (tools) => tools.finish((ctx) => leave(ctx, jana, 'daily')),
  })
  const [one, two] = [workerOn(house, [daily]), workerOn(house, [daily], otherDatabase(house))]
  expect(await one.runDue()).toBe(0)
  for (let day = 1; day <= 3; day++) {
    house.clock.set(house.clock.now().add({ hours: 24 }))
    await Promise.all([one.runDue(), two.runDue()])
    expect((await traces(house, jana)).get('daily')).toBe(day)
  }
})

test('a started worker begins right after the commit, and stops with nothing half done', async ({ house }) => {
  const jana = await personId(house, isb)
  const begun: string[] = []
  const long = job({
    name: 'probe.long',
    title: 'Probe',
    data: noteData,
    run: async (tools) => {
      begun.push('long')
      for (;;) {
        tools.stopping.throwIfAborted()
        await setTimeout(10)
      }
    },
  })
  const worker = workerOn(house, [noting(jana, { name: 'probe.quick' }), long])
  worker.start()
  await setTimeout(200)
  const before = performance.now()
  await put(house, 'probe.quick', 'quick')
  while (!(await traces(house, jana)).has('quick')) await setTimeout(10)
  expect(performance.now() - before).toBeLessThan(1500)
  await put(house, 'probe.long', '')
  while (begun.length === 0) await setTimeout(10)
  await worker.stop()
  expect(await queueOf(house, 'probe.long')).toMatchObject({ waiting: 1, failing: 0 })
  const next = workerOn(house, [noting(jana, { name: 'probe.long' })])
  expect(await next.runDue()).toBe(1)
})

test('the app role can enqueue, but neither claim nor fail nor clear', async ({ house }) => {
  const at = house.clock.now().toString()
  for (const statement of [
    sql`select jobs.claim('me', '{probe.keyed}', '{60}', ${at}::timestamptz, 10)`,
    sql`select jobs.fail(gen_random_uuid(), 'me', 1, ${at}::timestamptz, 'x', null)`,
    sql`select jobs.clear(${at}::timestamptz, ${at}::timestamptz)`,
    sql`select * from jobs.job`,
  ])
    await expect(within(house, operator, ({ db }) => statement.execute(db))).rejects.toThrow('permission denied')
})
