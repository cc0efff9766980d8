import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { Clock } from '#platform/clock.ts'
import { newId } from '#platform/crypto/random.ts'
import { isConnectionLost } from '#platform/db/connection.ts'
import type { Database, Db } from '#platform/db/database.ts'
import { unitOfWork, worker as workerRole } from '#platform/db/unit-of-work.ts'
import type { Log } from '#platform/log.ts'
import { type Job, defaults } from './job.ts'
import { onceThere } from './once-there.ts'
import { nextRun, pauseSeconds } from './pauses.ts'
import { type Claimed, LeaseLost, perform, type Workplace } from './perform.ts'

export interface WorkerOptions {
  database: Database
  clock: Clock
  log: Log
  jobs: readonly Job[]
  /** How many at once; their network time overlaps even where the database has one connection. */
  parallel?: number | undefined
}

const pollMilliseconds = 2000
/** How long a stop waits for jobs under way; what is not done by then is taken up again when its lease runs out. */
const patienceMilliseconds = 15_000

/** Takes due jobs and does them. Any number of workers, in one process or many, share the work without doing it twice. */
export class Worker {
  readonly #options: WorkerOptions
  readonly #jobs: ReadonlyMap<string, Job>
  readonly #stopping = new AbortController()
  readonly #place: Workplace
  readonly #underWay = new Map<string, Promise<void>>()
  #performed = 0
  #scheduledAt: Temporal.Instant | undefined
  #woken = false
  #away = false
  #wake: () => void = () => {}
  #loop: Promise<void> | undefined

  constructor(options: WorkerOptions) {
    const { database, clock, jobs } = options
    this.#options = options
    this.#jobs = new Map(jobs.map((job) => [job.name, job]))
    if (this.#jobs.size < jobs.length) throw new Error('two jobs have the same name')
    this.#place = { database, clock, worker: randomUUID(), stopping: this.#stopping.signal }
  }

  /** From here on it looks for work by itself: after each commit of this process that enqueued, and every two seconds. */
  start(): void {
    this.#options.database.wake = () => this.wake()
    this.#loop = this.#work()
  }

  wake(): void {
    this.#woken = true
    this.#wake()
  }

  /** Nothing new is taken; jobs under way may finish. */
  async stop(): Promise<void> {
    this.#options.database.wake = undefined
    this.#stopping.abort()
    this.wake()
    await this.#loop
    await Promise.race([
      Promise.all(this.#underWay.values()),
      setTimeout(patienceMilliseconds, undefined, { ref: false }),
    ])
  }

  /** Does everything that is due now, and what that makes due, to the end. Returns how many ran. */
  async runDue(): Promise<number> {
    const before = this.#performed
    for (;;) {
      await this.#runSchedules()
      const ended = this.#performed
      const taken = await this.#take()
      if (this.#underWay.size > 0) await Promise.race(this.#underWay.values())
      // One that ended while the others were looked for may have left work behind.
      else if (taken === 0 && this.#performed === ended) return this.#performed - before
    }
  }

  async #work(): Promise<void> {
    let adopted = !this.#options.database.embedded
    while (!this.#stopping.signal.aborted) {
      this.#woken = false
      try {
        if (!adopted) await this.#asWorker((db) => sql`select jobs.adopt(${this.#place.worker})`.execute(db))
        adopted = true
        if (this.#away) await this.#releaseUnheard()
        await this.#runSchedules()
        await this.#take()
        this.#notice(undefined)
      } catch (error) {
        this.#notice(error) // the next look tries again
      }
      await this.#pause()
    }
  }

  /** While the database is away that is one line in the log, not one every two seconds. */
  #notice(error: unknown): void {
    const away = isConnectionLost(error)
    if (error !== undefined && !(away && this.#away)) this.#options.log.error('jobs', error)
    if (error === undefined && this.#away) this.#options.log.info('jobs go on')
    this.#away = away
  }

  async #pause(): Promise<void> {
    if (this.#woken) return
    const timer = new AbortController()
    const woken = new Promise<void>((resolve) => {
      this.#wake = resolve
    })
    await Promise.race([woken, setTimeout(pollMilliseconds, undefined, { signal: timer.signal }).catch(() => {})])
    timer.abort()
  }

  /** A claim whose reply was lost with the connection holds rows that nobody here knows of. */
  async #releaseUnheard(): Promise<void> {
    const known = [...this.#underWay.keys()]
    await this.#asWorker((db) => sql`select jobs.release_unheard(${this.#place.worker}, ${known}::uuid[])`.execute(db))
  }

  #asWorker<T>(work: (db: Db) => Promise<T>): Promise<T> {
    const { database, clock } = this.#options
    return unitOfWork(database, { as: workerRole, now: clock.now(), mode: 'read write' }, work)
  }

  /** Fills the free places with due jobs; each that ends looks for the next. */
  async #take(): Promise<number> {
    const free = (this.#options.parallel ?? 4) - this.#underWay.size
    if (free <= 0 || this.#stopping.signal.aborted) return 0
    const claimed = await this.#claim(free)
    for (const one of claimed) {
      const run = this.#perform(one).finally(() => {
        this.#underWay.delete(one.id)
        this.#performed += 1
        this.wake()
      })
      this.#underWay.set(one.id, run)
    }
    return claimed.length
  }

  async #claim(most: number): Promise<Claimed[]> {
    const now = this.#options.clock.now().toString()
    const jobs = [...this.#jobs.values()]
    const leases = jobs.map(({ leaseSeconds }) => leaseSeconds ?? defaults.leaseSeconds)
    const { rows } = await this.#asWorker((db) =>
      sql<Claimed>`select * from jobs.claim(${this.#place.worker}, ${jobs.map(({ name }) => name)}::text[],
        ${leases}::integer[], ${now}::timestamptz, ${most})`.execute(db),
    )
    return rows
  }

  async #runSchedules(): Promise<void> {
    const now = this.#options.clock.now()
    if (this.#stopping.signal.aborted) return
    if (this.#scheduledAt && Temporal.Instant.compare(now, this.#scheduledAt) < 0) return
    let earliest = now.add({ minutes: 1 }) // a clock that is set back must not silence the schedules
    await this.#asWorker(async (db) => {
      for (const { name, schedule } of this.#jobs.values()) {
        if (!schedule) continue
        const { rows } = await sql<{ next: Temporal.Instant }>`
          select jobs.run_schedule(${name}, ${newId()}::uuid, ${now.toString()}::timestamptz, ${nextRun(schedule, now).toString()}::timestamptz) as next`.execute(
          db,
        )
        const next = rows[0]?.next
        if (next && Temporal.Instant.compare(next, earliest) < 0) earliest = next
      }
    })
    this.#scheduledAt = earliest
  }

  async #perform(claimed: Claimed): Promise<void> {
    const { log } = this.#options
    const declared = this.#jobs.get(claimed.name)
    try {
      if (!declared) throw new Error(`there is no job ${claimed.name}`)
      if (claimed.attempts > attemptsOf(declared)) throw new Error(lostEachTime(claimed.attempts - 1))
      await perform(this.#place, declared, claimed)
    } catch (error) {
      if (error instanceof LeaseLost) {
        log.info('job lost', { job: claimed.name, id: claimed.id })
        return
      }
      if (!this.#isOurStop(error))
        log.error('job failed', error, { job: claimed.name, id: claimed.id, attempt: claimed.attempts })
      // While the database is away the row waits for it here, not for the end of its lease.
      const putBack = onceThere(this.#stopping.signal, () => this.#putBack(claimed, declared, error))
      await putBack.catch((again: unknown) => log.error('jobs', again))
    }
  }

  #isOurStop(error: unknown): boolean {
    return this.#stopping.signal.aborted && error === this.#stopping.signal.reason
  }

  async #putBack(claimed: Claimed, declared: Job | undefined, error: unknown): Promise<void> {
    const now = this.#options.clock.now()
    const stopped = this.#isOurStop(error)
    const last = claimed.attempts >= attemptsOf(declared)
    const longest = declared?.longestPause ?? defaults.longestPause
    const pause = stopped ? 0 : pauseSeconds(claimed.attempts, Math.random(), longest)
    const retryAt = last && !stopped ? null : now.add({ seconds: pause }).toString()
    const reason = stopped ? null : reasonOf(error)
    await this.#asWorker((db) =>
      sql`select jobs.fail(${claimed.id}::uuid, ${this.#place.worker}, ${claimed.attempts}, ${now.toString()}::timestamptz,
        ${reason}, ${retryAt}::timestamptz)`.execute(db),
    )
  }
}

const attemptsOf = (declared: Job | undefined): number => declared?.attempts ?? defaults.attempts

const lostEachTime = (tries: number): string =>
  `In ${tries} Versuchen kam der Auftrag nie zu einem Ende: Der Prozess brach ab, oder die Zeit reichte nicht.`

/** First line only: details may quote rows, which are no business of whoever runs the platform. */
const reasonOf = (error: unknown): string =>
  ((error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '').slice(0, 500) || 'ohne Begründung'
