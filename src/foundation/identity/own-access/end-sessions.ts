import { sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'

async function end(ctx: Context, only: string | null, allBut: string | null): Promise<number> {
  const { rows } = await sql<{
    ended: number
  }>`select identity.end_own_sessions(${only}::uuid, ${allBut}::uuid) as ended`.execute(ctx.db)
  const ended = rows[0]?.ended ?? 0
  if (ended > 0)
    await record(ctx, 'sessions.ended', { organizationId: null, subjectId: ctx.actor.personId, data: { ended } })
  return ended
}

/** Signs out everywhere but here; with a token everywhere. How many ended. */
export const endOtherSessions = (ctx: Context): Promise<number> => end(ctx, null, ctx.actor.sessionId ?? null)

/** False when there is no such session of one's own. */
export const endSession = async (ctx: Context, id: string): Promise<boolean> =>
  isId(id) && (await end(ctx, id, null)) > 0
