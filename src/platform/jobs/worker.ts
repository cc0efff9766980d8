import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Clock } from '#platform/clock.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Database, Db } from '#platform/db/database.ts'
import { type Subject, unitOfWork, worker as workerRole } from '#platform/db/unit-of-work.ts'
import type { Log } from '#platform/log.ts'
import type { Job, JobTools } from './job.ts'
import { nextRun, pauseSeconds } from './pauses.ts'

interface Claimed {
  id: string
  name: string
  data: unknown
  person_id: string | null
  acting_for: string | null
  attempts: number
}

export interface WorkerOptions {
  database: Database
  clock: Clock
  log: Log
  jobs: readonly Job[]
  /** How many at once; PGlite has one connection, so more than one gains nothing there. */
  parallel?: number
}

/** Another worker has the job by now (our lease ran out): what this one did must not stay. */
class LeaseLost extends Error {}

/** Takes due jobs and does them. Any number of workers, in one process or many, share the work without doing it twice. */
export class Worker {
  readonly #name = randomUUID()
  readonly #options: WorkerOptions
  readonly #jobs: Map<string, Job>
  readonly #stopping = new AbortController()
  #wake: (() => void) | undefined
  #running: Promise<void> | undefined

  constructor(options: WorkerOptions) {
    this.#options = options
    this.#jobs = new Map(options.jobs.map((job) => [job.name, job]))
  }

  start(): void {
    this.#running = this.#loop()
  }

  /** After a commit that enqueued: do not wait for the next look. */
  wake(): void {
    this.#wake?.()
  }

  /** Jobs under way finish; nothing new is taken. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    this.#wake?.()
    await this.#running
  }

  /** Does everything that is due now, and what that makes due, to the end. Returns how many ran. */
  async runDue(): Promise<number> {
    let ran = 0
    for (;;) {
      await this.#runSchedule()
      const claimed = await this.#claim()
      if (claimed.length === 0) return ran
      await Promise.all(claimed.map((one) => this.#perform(one)))
      ran += claimed.length
    }
  }

  async #loop(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      try {
        await this.runDue()
      } catch (error) {
        this.#options.log.error('jobs', error) // the database is away: the next look tries again
      }
      await this.#pause()
    }
  }

  async #pause(): Promise<void> {
    const woken = new Promise<void>((resolve) => {
      this.#wake = resolve
    })
    await Promise.race([woken, setTimeout(2000, undefined, { ref: false })])
  }

  #asWorker<T>(work: (db: Db) => Promise<T>): Promise<T> {
    const { database, clock } = this.#options
    return unitOfWork(database, { as: workerRole, now: clock.now(), mode: 'read write' }, work)
  }

  async #claim(): Promise<Claimed[]> {
    if (this.#stopping.signal.aborted) return []
    const now = this.#options.clock.now().toString()
    const lease = Math.max(...this.#options.jobs.map(({ leaseSeconds }) => leaseSeconds ?? 300), 0)
    const { rows } = await this.#asWorker((db) =>
      sql<Claimed>`select id, name, data, person_id, acting_for, attempts from jobs.claim(${this.#name}, ${[...this.#jobs.keys()]}::text[],
        ${now}::timestamptz, ${`${lease} seconds`}::interval, ${this.#options.parallel ?? 4})`.execute(db),
    )
    return rows
  }

  async #runSchedule(): Promise<void> {
    const scheduled = this.#options.jobs.filter(({ schedule }) => schedule)
    if (scheduled.length === 0 || this.#stopping.signal.aborted) return
    const now = this.#options.clock.now()
    await this.#asWorker(async (db) => {
      for (const { name, schedule } of scheduled)
        if (schedule)
          await sql`select jobs.run_schedule(${name}, ${newId()}::uuid, ${now.toString()}::timestamptz, ${nextRun(schedule, now).toString()}::timestamptz)`.execute(
            db,
          )
    })
  }

  async #perform(claimed: Claimed): Promise<void> {
    const { log } = this.#options
    const declared = this.#jobs.get(claimed.name)
    try {
      if (!declared) throw new Error(`no job ${claimed.name}`)
      await this.#run(declared, claimed)
    } catch (error) {
      if (error instanceof LeaseLost) return
      log.error('job failed', error, { job: claimed.name, id: claimed.id, attempt: claimed.attempts })
      await this.#fail(claimed, declared, error)
    }
  }

  async #run(declared: Job, claimed: Claimed): Promise<void> {
    let finished = false
    const as: Subject = {
      personId: claimed.person_id,
      actingFor: claimed.acting_for,
      operator: claimed.person_id === null,
    }
    const { database, clock } = this.#options
    const unit: JobTools['unit'] = (work) => {
      const now = clock.now()
      return unitOfWork(database, { as, now, mode: 'read write' }, (db) => work({ actor: null, db, now }))
    }
    const tools: JobTools = {
      now: () => clock.now(),
      unit,
      stopping: this.#stopping.signal,
      finish: async (work) => {
        await unit(async (ctx) => {
          await work(ctx)
          const { rows } = await sql<{
            done: boolean
          }>`select jobs.finish(${claimed.id}::uuid, ${this.#name}, ${ctx.now.toString()}::timestamptz) as done`.execute(
            ctx.db,
          )
          if (!rows[0]?.done) throw new LeaseLost()
        })
        finished = true
      },
    }
    await declared.run(tools, declared.data.parse(claimed.data))
    if (!finished) await tools.finish(async () => {})
  }

  async #fail(claimed: Claimed, declared: Job | undefined, error: unknown): Promise<void> {
    const now = this.#options.clock.now()
    const last = claimed.attempts >= (declared?.attempts ?? 10)
    const retryAt = last ? null : now.add({ seconds: pauseSeconds(claimed.attempts, Math.random()) }).toString()
    const reason = (error instanceof Error ? error.message : String(error)).slice(0, 1000)
    await this.#asWorker((db) =>
      sql`select jobs.fail(${claimed.id}::uuid, ${this.#name}, ${now.toString()}::timestamptz, ${reason}, ${retryAt}::timestamptz)`.execute(
        db,
      ),
    )
  }
}
