import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import { noteChanges } from '../history/note-change.ts'
import type { Organization } from '../organization.ts'
import type { Succession } from './succession.ts'

/** Takes an error back: the entry no longer counts, the history keeps it. False when somebody has done so already. */
export async function withdrawSuccession(
  ctx: Context,
  predecessor: Organization,
  { id, other }: Succession,
): Promise<boolean> {
  const withdrawn = await ctx.db
    .updateTable('organizations.succession')
    .set({ withdrawn_at: ctx.now.toString(), withdrawn_by: ctx.actor.personId })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (!withdrawn.numUpdatedRows) return false
  await noteChanges(ctx, 'successionWithdrawn', [
    { organizationId: predecessor.id, fields: [{ field: 'successor', after: other.name }] },
    { organizationId: other.id, fields: [{ field: 'predecessor', after: predecessor.name }] },
  ])
  await record(ctx, 'succession.withdrawn', { organizationId: predecessor.id, subjectId: other.id })
  return true
}
