// Torture of the queue: 10,000 jobs, workers killed with SIGKILL and started again, PostgreSQL restarted; each effect must be there exactly once.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { type House, openHouse } from '#app/house.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { packageRoot, readConfig } from '#platform/config.ts'
import { newId } from '#platform/crypto/random.ts'
import { nobody, operator, unitOfWork } from '#platform/db/unit-of-work.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { findPostgres, startPostgres } from '../harness/postgres.ts'

const jobCount = Number(process.env['TORTURE_JOBS'] ?? 10_000)

/** In seconds; a tenth of it was measured for 10,000 on two cores. */
const patience = 900

type Settings = Record<string, string>

const settingsFor = (rest: Settings): Settings => ({
  LOTSENWERK_TEST_CLOCK: '1',
  LOTSENWERK_DEMO: '0',
  LOTSENWERK_SECRET: 'a secret that only the torture knows, long enough',
  ...rest,
})

async function opened(settings: Settings): Promise<House> {
  const config = readConfig(settings)
  if (isRefusal(config)) throw new Error(config.refused)
  const house = await openHouse(config)
  if (isRefusal(house)) throw new Error(house.refused)
  return house
}

const person = newId()

async function fill(house: House): Promise<void> {
  const { database, clock } = house
  const now = clock.now()
  await unitOfWork(database, { as: operator, now, mode: 'read write' }, (db) =>
    db
      .insertInto('identity.person')
      .values({ id: person, name: 'Folter', email: 'folter@x.example', created_at: now.toString() })
      .execute(),
  )
  for (let from = 0; from < jobCount; from += 500)
    await unitOfWork(database, { as: nobody, now, mode: 'read write' }, async (db) => {
      for (let at = from; at < Math.min(from + 500, jobCount); at++)
        await enqueue({ db, now }, 'torture.trace', { person, note: `torture ${at}` })
    })
}

interface Standing {
  open: number
  effects: number
  twice: number
}

async function look({ database, clock }: House): Promise<Standing> {
  const now = clock.now()
  const { rows: queue } = await unitOfWork(database, { as: operator, now, mode: 'read only' }, (db) =>
    sql<{
      open: number
    }>`select coalesce(sum(waiting + dead), 0)::integer as open from jobs.counts(${now.toString()}::timestamptz)`.execute(
      db,
    ),
  )
  const { rows } = await unitOfWork(
    database,
    { as: { personId: person, actingFor: null }, now, mode: 'read only' },
    (db) =>
      sql<{ effects: number; twice: number }>`
      select coalesce(sum(n), 0)::integer as effects, count(*) filter (where n > 1)::integer as twice
        from (select count(*) as n from notifications.notification group by kind) as each`.execute(db),
  )
  return { open: queue[0]?.open ?? 0, effects: rows[0]?.effects ?? 0, twice: rows[0]?.twice ?? 0 }
}

const begin = (settings: Settings): ChildProcess =>
  spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(packageRoot, 'tools/torture-worker.ts')], {
    env: { ...process.env, ...settings },
    cwd: packageRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  })

/** A worker that dies before it begins proves nothing, and on a busy machine that could be every one. */
const working = (worker: ChildProcess): Promise<unknown> =>
  Promise.race([
    new Promise((resolve) => worker.stdout?.once('data', resolve)),
    new Promise((resolve) => worker.once('exit', resolve)),
  ])

const killed = async (worker: ChildProcess): Promise<void> => {
  if (worker.exitCode !== null || worker.signalCode !== null) return
  const ended = new Promise((resolve) => worker.once('exit', resolve))
  worker.kill('SIGKILL')
  await ended
}

interface Course {
  kills: number
  restarts: number
  seconds: number
}

const verdict = (name: string, { open, effects, twice }: Standing, { kills, restarts, seconds }: Course): string => {
  const line = `torture jobs ${name}: ${jobCount} jobs, ${effects} effects, ${twice} twice, ${open} open, ${kills} kills, ${restarts} restarts of the database, ${seconds.toFixed(0)} s`
  if (open > 0 || effects !== jobCount || twice > 0) throw new Error(line)
  return line
}

/** Four workers on one PostgreSQL; every few seconds one of them dies and another begins, and at each third time the database is restarted too. */
async function onPostgres(): Promise<string> {
  const bin = findPostgres()
  if (!bin) return 'torture jobs postgres: skipped, because there is no PostgreSQL (apt install postgresql)'
  const server = await startPostgres(bin)
  const settings = settingsFor({ DATABASE_URL: server.url, LOTSENWERK_DATA: server.folder })
  const house = await opened(settings)
  let workers: ChildProcess[] = []
  try {
    await fill(house)
    const began = performance.now()
    workers = [1, 2, 3, 4].map(() => begin(settings))
    const course: Course = { kills: 0, restarts: 0, seconds: 0 }
    for (;;) {
      await setTimeout(1000 + Math.random() * 2000)
      const standing = await look(house)
      course.seconds = (performance.now() - began) / 1000
      if (standing.open === 0 || course.seconds > patience) return verdict('postgres', standing, course)
      const at = Math.floor(Math.random() * workers.length)
      const victim = workers[at]
      if (victim) await killed(victim)
      course.kills += 1
      const next = begin(settings)
      workers[at] = next
      await working(next)
      if (course.kills % 3 !== 0) continue
      await server.halt(course.restarts % 2 === 0 ? 'immediate' : 'fast')
      await server.resume()
      course.restarts += 1
    }
  } finally {
    for (const worker of workers) await killed(worker)
    await house.database.close()
    await server.stop()
  }
}

/** One process on the embedded database, killed again and again; the folder's next owner goes on. */
async function embedded(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'lotsenwerk-torture-'))
  const settings = settingsFor({ LOTSENWERK_DATA: folder })
  try {
    const first = await opened(settings)
    await fill(first)
    await first.database.close()
    const began = performance.now()
    for (let kills = 0; ; kills++) {
      const started = performance.now()
      const worker = begin(settings)
      await working(worker)
      // As long as it took to begin, where that is long: else a busy machine does nothing but begin.
      await setTimeout(Math.max(1000, performance.now() - started) + Math.random() * 4000)
      await killed(worker)
      const house = await opened(settings)
      const standing = await look(house)
      await house.database.close()
      const seconds = (performance.now() - began) / 1000
      if (standing.open === 0 || seconds > patience)
        return verdict('embedded', standing, { kills: kills + 1, restarts: 0, seconds })
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export const tortureJobs = [onPostgres, embedded]
