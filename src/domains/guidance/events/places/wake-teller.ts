import { sql } from 'kysely'
import { enqueue } from '#platform/jobs/enqueue.ts'
import type { PublicContext } from '#platform/http/context.ts'

export const tellingJob = 'events.tell'

/**
 * After a decision about places: the worker tells those it concerns. One waiting job for each event tells of all that is untold. Whoever finds
 * somebody else about to wake it does not wait for them; what their job misses the sweeper tells.
 */
export async function wakeTeller({ db, now }: Pick<PublicContext, 'db' | 'now'>, eventId: string): Promise<void> {
  const { rows } = await sql<{
    alone: boolean
  }>`select pg_try_advisory_xact_lock(hashtextextended(${eventId}, 7112031)) as alone`.execute(db)
  if (rows[0]?.alone) await enqueue({ db, now }, tellingJob, {}, { key: eventId })
}
