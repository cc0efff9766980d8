import { sql } from 'kysely'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { sortKey } from '#kernel/sort-key.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import { keepers } from './access.ts'
import { keyTaken } from './add-organization.ts'
import { replaceDomains } from './domains/replace-domains.ts'
import type { FieldChange } from './history/change.ts'
import { noteChanges } from './history/note-change.ts'
import { facts, type FactValue, type Organization, sameValue } from './organization.ts'
import { findOrganization } from './queries.ts'
import type { OrganizationChange } from './schemas.ts'

/** `theirs`: somebody was faster than the version that was seen; nothing is written. */
export type ChangeOutcome = { saved: Organization } | { theirs: Organization }

/**
 * Changes what is given and leaves the rest, so that two people who change different fields do not disturb each other.
 * With `version` it is refused when somebody else changed the organization since.
 */
export async function changeOrganization(
  ctx: Context,
  before: Organization,
  { version, ...change }: OrganizationChange,
): Promise<Outcome<ChangeOutcome>> {
  if (differences(before, change).length === 0) return { saved: before }
  const taken = await keyTaken(ctx.db, change, before.id)
  if (taken) return taken
  const next = await takeVersion(ctx, before.id, version)
  // From here on the row is held: what stands there now is what gets replaced.
  const there = (await findOrganization(ctx.db, before.id)) ?? before
  if (next === null) return { theirs: there }
  const fields = differences(there, change)
  const written = await write(ctx, there, fields)
  if (isRefusal(written)) return written
  await noteChanges(ctx, 'changed', [{ organizationId: before.id, fields }])
  await record(ctx, 'organization.changed', { organizationId: before.id, subjectId: before.id, needs: keepers })
  return { saved: (await findOrganization(ctx.db, before.id)) ?? there }
}

/** The next version of an organization, held until the end of the transaction; null when `seen` is no longer the one that counts. */
export async function takeVersion(
  { db, now }: Context,
  organizationId: string,
  seen: number | undefined,
): Promise<number | null> {
  const { rows } = await sql<{ version: number | null }>`
    select organizations.take_version(${organizationId}::uuid, ${seen ?? null}::integer, ${now.toString()}::timestamptz) as version`.execute(
    db,
  )
  return rows[0]?.version ?? null
}

function differences(before: Organization, change: Omit<OrganizationChange, 'version'>): FieldChange[] {
  const wanted: Partial<Record<string, FactValue | undefined>> = change
  return facts.flatMap((field) => {
    const given = wanted[field]
    if (given === undefined) return []
    const after = Array.isArray(given) ? [...new Set(given)].toSorted() : given
    return sameValue(before[field], after) ? [] : [{ field, before: before[field], after }]
  })
}

async function write(ctx: Context, before: Organization, fields: FieldChange[]): Promise<Outcome<true>> {
  const columns = Object.fromEntries(
    fields
      .filter(({ field }) => field !== 'domains')
      .map(({ field, after }) => [field === 'leitwegId' ? 'leitweg_id' : field, after]),
  )
  if (Object.keys(columns).length > 0)
    await ctx.db
      .updateTable('organizations.organization')
      .set({ ...columns, ...(typeof columns['name'] === 'string' ? { sort_key: sortKey(columns['name']) } : {}) })
      .where('id', '=', before.id)
      .execute()
  const domains = fields.find(({ field }) => field === 'domains')?.after
  if (!Array.isArray(domains)) return true
  return replaceDomains(ctx, { organizationId: before.id, before: before.domains, after: domains })
}
