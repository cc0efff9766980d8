import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { runningUnit } from '#platform/db/query-count.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import type { Context } from '#platform/http/context.ts'

/** How many jobs of one kind there are. `due` could begin now, `failing` will be tried again, `done` within 24 hours. */
export interface JobCount {
  name: string
  waiting: number
  due: number
  running: number
  failing: number
  dead: number
  done: number
  oldestDueAt: Temporal.Instant | null
}

/** Empty for whoever does not run the platform. */
export async function countJobs({ db, now }: Pick<Context, 'db' | 'now'>): Promise<JobCount[]> {
  const { rows } = await sql<JobCount>`
    select name, waiting, due, running, failing, dead, done, oldest_due_at as "oldestDueAt"
      from jobs.counts(${now.toString()}::timestamptz)`.execute(db)
  return rows
}

/** `dead`: nobody tries it any more. `failing`: failed at least once and will be tried again. `waiting`: the others that are not done. */
export const queueStates = ['dead', 'failing', 'waiting'] as const
export type QueueState = (typeof queueStates)[number]

/** A job without its data, which may belong to a municipality. */
export interface QueuedJob {
  id: string
  name: string
  createdAt: Temporal.Instant
  dueAt: Temporal.Instant
  attempts: number
  failure: string | null
  deadAt: Temporal.Instant | null
}

interface Page {
  state: QueueState
  limit: number
  cursor?: string | undefined
}

/** The oldest first: they have waited longest. */
export async function listJobs(
  db: Db,
  { state, limit, cursor }: Page,
): Promise<Outcome<{ items: QueuedJob[]; next: string | null }>> {
  const after = decodeCursor(cursor, ['text', 'id'])
  if (isRefusal(after)) return after
  const [createdAt = null, id = null] = after ?? []
  if (typeof createdAt === 'string' && !isInstant(createdAt))
    return refuse('Diese Fortsetzung passt nicht zu dieser Liste. Bitte ohne cursor von vorn beginnen.')
  const { rows } = await sql<QueuedJob>`
    select id, name, created_at as "createdAt", due_at as "dueAt", attempts, failure, dead_at as "deadAt"
      from jobs.list(${state}, ${createdAt}::timestamptz, ${id}::uuid, ${limit + 1})`.execute(db)
  return listPage(rows, limit, (row) => [row.createdAt.toString(), row.id])
}

function isInstant(text: string): boolean {
  try {
    Temporal.Instant.from(text)
    return true
  } catch {
    return false
  }
}

/** Begins a dead job anew with all its tries. `busy` when the same work is already in the queue, `gone` when it is not dead (any more). */
export async function reviveJob(
  { db, now }: Pick<Context, 'db' | 'now'>,
  id: string,
): Promise<'retried' | 'busy' | 'gone'> {
  const { rows } = await sql<{ result: 'retried' | 'busy' | 'gone' }>`
    select jobs.retry(${id}::uuid, ${now.toString()}::timestamptz) as result`.execute(db)
  const unit = runningUnit.getStore()
  if (unit) unit.enqueued = true
  return rows[0]?.result ?? 'gone'
}

/** Puts a dead job aside for good. False when it is not dead (any more). */
export async function dropJob({ db, now }: Pick<Context, 'db' | 'now'>, id: string, reason: string): Promise<boolean> {
  const { rows } = await sql<{ dropped: boolean }>`
    select jobs.discard(${id}::uuid, ${reason}, ${now.toString()}::timestamptz) as dropped`.execute(db)
  return rows[0]?.dropped ?? false
}
