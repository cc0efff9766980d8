// Workers of our own for the tests of the queue: what they do leaves a notification, which can be counted.
import { sql } from 'kysely'
import { z } from 'zod'
import { newId } from '#platform/crypto/random.ts'
import { type Database, openServer } from '#platform/db/database.ts'
import { nobody, operator, type Subject, unitOfWork } from '#platform/db/unit-of-work.ts'
import type { PublicContext } from '#platform/http/context.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { type Job, job } from '#platform/jobs/job.ts'
import { Worker } from '#platform/jobs/worker.ts'
import { silentLog } from '#platform/log.ts'
import type { TestHouse } from './house.ts'

export const noteData = z.object({ note: z.string() })

/** One transaction in the house, as whoever is given. */
export const within = <T>(
  { services }: TestHouse,
  as: Subject,
  work: (ctx: PublicContext) => Promise<T>,
  undo?: (result: unknown) => boolean,
): Promise<T> => {
  const now = services.clock.now()
  const options = { as, now, mode: 'read write' as const, ...(undo ? { undo } : {}) }
  return unitOfWork(services.database, options, (db) => work({ actor: null, db, now }))
}

export const personId = async (house: TestHouse, email: string): Promise<string> => {
  const row = await within(house, operator, ({ db }) =>
    db.selectFrom('identity.person').select('id').where('email', '=', email).executeTakeFirstOrThrow(),
  )
  return row.id
}

/** The visible effect of a job: a notification of this kind for this person. */
export const leave = async ({ db, now }: PublicContext, person: string, kind: string): Promise<void> => {
  await sql`select notifications.add(${newId()}::uuid, ${person}::uuid, null, ${kind}, 'Spur', '/', ${now.toString()}::timestamptz)`.execute(
    db,
  )
}

/** How often each kind was left. */
export const traces = async (house: TestHouse, person: string): Promise<Map<string, number>> => {
  const rows = await within(house, { personId: person, actingFor: null }, ({ db }) =>
    db
      .selectFrom('notifications.notification')
      .select(['kind', sql<number>`count(*)::integer`.as('count')])
      .groupBy('kind')
      .execute(),
  )
  return new Map(rows.map(({ kind, count }) => [kind, count]))
}

/** A job that leaves its note in its last transaction. */
export const noting = (person: string, rest: Partial<Job> & { name: string }): Job =>
  job({
    title: 'Probe',
    data: noteData,
    run: (tools, { note }) => tools.finish((ctx) => leave(ctx, person, note)),
    ...(rest as object),
    name: rest.name,
  })

export const put = (house: TestHouse, name: string, note: string, as: Subject = nobody): Promise<boolean> =>
  within(house, as, (ctx) => enqueue(ctx, name, { note }))

/** Another process, as far as the queue can tell: an own worker, on PostgreSQL with connections of its own. */
export function otherDatabase({ services, config, kind }: TestHouse): Database {
  const { database } = services
  return kind === 'postgres'
    ? { ...openServer(config.databaseUrl ?? '', { stepDown: true }) }
    : { ...database, close: async () => {} }
}

export const workerOn = (
  { services }: TestHouse,
  jobs: readonly Job[],
  database: Database = services.database,
  parallel = 4,
): Worker => new Worker({ database, clock: services.clock, log: silentLog, jobs, parallel })

/** What the administrator would see of the jobs of this name, and those that are done. */
export const queueOf = async (
  house: TestHouse,
  name: string,
): Promise<{ waiting: number; dead: number; done: number; failing: number }> => {
  const { rows } = await within(house, operator, ({ db, now }) =>
    sql<{ name: string; waiting: number; dead: number; done: number; failing: number }>`
      select * from jobs.counts(${now.toString()}::timestamptz) where name = ${name}`.execute(db),
  )
  const { waiting = 0, dead = 0, done = 0, failing = 0 } = rows[0] ?? {}
  return { waiting, dead, done, failing }
}
