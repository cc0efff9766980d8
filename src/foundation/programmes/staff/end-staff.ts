import { localDay } from '#kernel/local-day.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { Programme } from '../programme.ts'
import type { Staff } from './staff.ts'

/** Ends it at once. Without a named manager all programme managers lead the programme again. `none`: somebody else was faster. */
export async function endStaff(
  ctx: Context,
  programme: Pick<Programme, 'id' | 'name'>,
  staff: Pick<Staff, 'id' | 'personId' | 'function'>,
): Promise<'ended' | 'none'> {
  const yesterday = localDay(ctx.now).subtract({ days: 1 })
  const ended = await ctx.db
    .updateTable('programmes.staff')
    .set({ until_day: yesterday.toString() })
    .where('id', '=', staff.id)
    .where('until_day', 'is', null)
    .executeTakeFirst()
  if (ended.numUpdatedRows === 0n) return 'none'
  await record(ctx, 'programme.staffEnded', {
    organizationId: null,
    subjectId: staff.personId,
    data: { programme: programme.name, function: staff.function },
  })
  return 'ended'
}
