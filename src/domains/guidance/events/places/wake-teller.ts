import { type RawBuilder, sql } from 'kysely'
import { enqueue } from '#platform/jobs/enqueue.ts'
import type { PublicContext } from '#platform/http/context.ts'

export const tellingJob = 'events.tell'

/**
 * After a decision about places: the worker tells those it concerns. One waiting job for each event tells of all that is untold. Whoever finds
 * somebody else about to wake it does not wait for them; what their job misses the sweeper tells.
 */
export async function wakeTeller(ctx: Pick<PublicContext, 'db' | 'now'>, eventId: string): Promise<void> {
  const { rows } = await sql<{ alone: boolean }>`select ${wakesAlone(eventId)} as alone`.execute(ctx.db)
  if (rows[0]?.alone) await enqueueTelling(ctx, eventId)
}

/** Whether nobody else is about to wake it, until the end of the transaction. */
export const wakesAlone = (eventId: string): RawBuilder<boolean> =>
  sql`pg_try_advisory_xact_lock(hashtextextended(${eventId}, 7112031))`

export const enqueueTelling = (ctx: Pick<PublicContext, 'db' | 'now'>, eventId: string): Promise<unknown> =>
  enqueue(ctx, tellingJob, {}, { key: eventId })
