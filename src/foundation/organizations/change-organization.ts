import { type Outcome, refuse } from '#kernel/outcome.ts'
import { sortKey } from '#kernel/sort-key.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { Organization } from './organization.ts'
import type { OrganizationChange } from './schemas.ts'

/** Changes what is given and leaves the rest. Refuses when somebody else changed it in between. */
export async function changeOrganization(
  ctx: Context,
  before: Organization,
  change: OrganizationChange,
): Promise<Outcome<true>> {
  const { leitwegId, ...rest } = change
  const changed = await ctx.db
    .updateTable('organizations.organization')
    .set({
      ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
      ...(leitwegId === undefined ? {} : { leitweg_id: leitwegId }),
      ...(change.name === undefined ? {} : { sort_key: sortKey(change.name) }),
      version: before.version + 1,
      changed_at: ctx.now.toString(),
    })
    .where('id', '=', before.id)
    .where('version', '=', before.version)
    .executeTakeFirst()
  if (!changed.numUpdatedRows)
    return refuse('Diese Organisation wurde gerade von jemand anderem geändert. Bitte sehen Sie den neuen Stand an.')
  await record(ctx, 'organization.changed', { organizationId: before.id, subjectId: before.id })
  return true
}
