import { sql } from 'kysely'
import { sortKey } from '#kernel/sort-key.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { OrganizationChange } from './schemas.ts'

/** Changes what is given and leaves the rest, so that two people who change different fields do not disturb each other. */
export async function changeOrganization(ctx: Context, id: string, change: OrganizationChange): Promise<void> {
  const { leitwegId, ...rest } = change
  await ctx.db
    .updateTable('organizations.organization')
    .set({
      ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
      ...(leitwegId === undefined ? {} : { leitweg_id: leitwegId }),
      ...(change.name === undefined ? {} : { sort_key: sortKey(change.name) }),
      version: sql<number>`version + 1`,
      changed_at: ctx.now.toString(),
    })
    .where('id', '=', id)
    .execute()
  await record(ctx, 'organization.changed', { organizationId: id, subjectId: id })
}
