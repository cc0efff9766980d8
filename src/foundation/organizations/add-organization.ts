import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { sortKey } from '#kernel/sort-key.ts'
import { record } from '#foundation/audit/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Db } from '#platform/db/database.ts'
import type { PublicContext } from '#platform/http/context.ts'
import { replaceDomains } from './domains/replace-domains.ts'
import { noteChanges } from './history/note-change.ts'
import { facts } from './organization.ts'
import type { NewOrganization } from './schemas.ts'

/** Adds one organization and returns its id. Refuses an official key or a domain that another one has. */
export async function addOrganization(ctx: PublicContext, wanted: NewOrganization): Promise<Outcome<string>> {
  const taken = await keyTaken(ctx.db, wanted)
  if (taken) return taken
  const id = newId()
  await ctx.db
    .insertInto('organizations.organization')
    .values({
      id,
      name: wanted.name,
      kind: wanted.kind,
      ars: wanted.ars ?? null,
      ags: wanted.ags ?? null,
      leitweg_id: wanted.leitwegId ?? null,
      population: wanted.population ?? null,
      county: wanted.county ?? null,
      sort_key: sortKey(wanted.name),
      created_at: ctx.now.toString(),
      changed_at: ctx.now.toString(),
    })
    .execute()
  const named = await replaceDomains(ctx, { organizationId: id, before: [], after: wanted.domains ?? [] })
  if (isRefusal(named)) return named
  const fields = facts.flatMap((field) => {
    const after = wanted[field] ?? null
    return after === null || (Array.isArray(after) && after.length === 0) ? [] : [{ field, after }]
  })
  await noteChanges(ctx, 'added', [{ organizationId: id, fields }])
  await record(ctx, 'organization.added', { organizationId: id, subjectId: id })
  return id
}

/** The refusal when another organization has one of the official keys. */
export async function keyTaken(
  db: Db,
  { ars, ags }: Pick<Partial<NewOrganization>, 'ars' | 'ags'>,
  except?: string,
): Promise<ReturnType<typeof refuse> | undefined> {
  for (const [path, value] of Object.entries({ ars, ags })) {
    if (!value) continue
    let query = db
      .selectFrom('organizations.organization')
      .select('name')
      .where(path as 'ars' | 'ags', '=', value)
    if (except) query = query.where('id', '<>', except)
    const other = await query.executeTakeFirst()
    if (other)
      return refuse(`Den Schlüssel ${value} hat schon ${other.name}.`, [
        { path, message: `Den Schlüssel hat schon ${other.name}.` },
      ])
  }
  return undefined
}

/** The cooperative that runs the installation; made when there is none yet. */
export async function ensureCooperative(ctx: PublicContext, name: string): Promise<string> {
  const known = await ctx.db
    .selectFrom('organizations.organization')
    .select('id')
    .where('kind', '=', 'cooperative')
    .orderBy('created_at')
    .executeTakeFirst()
  if (known) return known.id
  const added = await addOrganization(ctx, { name, kind: 'cooperative' })
  if (typeof added !== 'string') throw new Error(added.refused)
  return added
}
