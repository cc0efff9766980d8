import { sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'

/** The address leads nowhere from now on. False when there is no such feed of one's own. */
export async function endFeed(ctx: Context, id: string): Promise<boolean> {
  if (!isId(id)) return false
  const { rows } = await sql<{
    organization_id: string | null
  }>`select organization_id from insights.end_calendar_feed(${id}::uuid)`.execute(ctx.db)
  const ended = rows[0]
  if (!ended) return false
  await record(ctx, 'calendarFeed.ended', {
    organizationId: ended.organization_id,
    subjectId: ctx.actor.personId,
    needs: [],
  })
  return true
}
