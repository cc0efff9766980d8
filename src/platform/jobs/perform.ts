import { sql } from 'kysely'
import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/db/database.ts'
import { insights, type Subject, unitOfWork, worker as workerRole } from '#platform/db/unit-of-work.ts'
import type { PublicContext } from '#platform/http/context.ts'
import { type Job, type JobTools, defaults } from './job.ts'
import { onceThere } from './once-there.ts'

/** A row of the queue that this worker has for now. */
export interface Claimed {
  id: string
  name: string
  data: unknown
  person_id: string | null
  acting_for: string | null
  as_operator: boolean
  attempts: number
}

/** Another worker has the job by now (our lease ran out): what this one did must not stay. */
export class LeaseLost extends Error {}

export interface Workplace {
  database: Database
  clock: Clock
  /** Name of this worker: no two have the same. */
  worker: string
  stopping: AbortSignal
}

/** Does one job to its end. Each of its transactions ends with the proof that the job is still ours. */
export async function perform(place: Workplace, declared: Job, claimed: Claimed): Promise<void> {
  const { database, clock, worker, stopping } = place
  const enqueuer: Subject = {
    personId: claimed.person_id,
    actingFor: claimed.acting_for,
    operator: claimed.as_operator,
  }
  const own = declared.as === 'system' ? workerRole : declared.as === 'insights' ? insights : enqueuer
  let finished = false
  const inUnit = async <T>(
    as: Subject,
    prove: (ctx: PublicContext) => Promise<boolean>,
    work: (ctx: PublicContext) => Promise<T>,
  ): Promise<T> => {
    if (finished) throw new Error(`${declared.name}: nothing comes after finish`)
    const now = clock.now()
    return unitOfWork(database, { as, now, mode: 'read write' }, async (db) => {
      const ctx = { actor: null, db, now }
      const result = await work(ctx)
      if (!(await prove(ctx))) throw new LeaseLost()
      return result
    })
  }
  const renew = async ({ db, now }: PublicContext): Promise<boolean> => {
    const until = now.add({ seconds: declared.leaseSeconds ?? defaults.leaseSeconds }).toString()
    const { rows } = await sql<{ kept: boolean }>`
      select jobs.renew(${claimed.id}::uuid, ${worker}, ${claimed.attempts}, ${until}::timestamptz) as kept`.execute(db)
    return rows[0]?.kept ?? false
  }
  const end = async ({ db, now }: PublicContext): Promise<boolean> => {
    const { rows } = await sql<{ done: boolean }>`
      select jobs.finish(${claimed.id}::uuid, ${worker}, ${claimed.attempts}, ${now.toString()}::timestamptz) as done`.execute(
      db,
    )
    return rows[0]?.done ?? false
  }
  const tools: JobTools = {
    now: () => clock.now(),
    unit: (work) => inUnit(own, renew, work),
    system: (work) => inUnit(workerRole, renew, work),
    finish: async (work) => {
      // What was done outside, a mail for example, would have to be done again: so its note waits for the database.
      await onceThere(stopping, () => inUnit(own, end, work))
      finished = true
    },
    stopping,
    attempt: claimed.attempts,
  }
  await declared.run(tools, declared.data.parse(claimed.data))
  if (!finished) await tools.finish(async () => {})
}
