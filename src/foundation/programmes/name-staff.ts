import { localDay } from '#kernel/local-day.ts'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import type { Programme } from './programme.ts'

/** Names somebody of the cooperative as manager or guide of a programme, from today on. With the first manager, the others stop leading it. */
export async function nameStaff(
  ctx: Context,
  programme: Pick<Programme, 'id' | 'name'>,
  { personId, function: what }: { personId: string; function: 'manager' | 'guide' },
): Promise<Outcome<true>> {
  const named = await ctx.db
    .insertInto('programmes.staff')
    .values({
      id: newId(),
      programme_id: programme.id,
      person_id: personId,
      function: what,
      from_day: localDay(ctx.now).toString(),
      named_by: ctx.actor.personId,
    })
    .onConflict((there) => there.doNothing())
    .executeTakeFirst()
  if (named.numInsertedOrUpdatedRows === 0n)
    return refuse('Diese Person ist dort schon benannt. Geändert ist nichts.', [
      { path: 'personId', message: 'Schon benannt.' },
    ])
  await record(ctx, 'programme.staffNamed', {
    organizationId: null,
    subjectId: personId,
    data: { programme: programme.name, function: what },
  })
  return true
}
