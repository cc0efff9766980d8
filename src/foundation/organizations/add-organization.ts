import { type Outcome, refuse } from '#kernel/outcome.ts'
import { sortKey } from '#kernel/sort-key.ts'
import { record } from '#foundation/audit/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Db } from '#platform/db/database.ts'
import type { PublicContext } from '#platform/http/context.ts'
import type { NewOrganization } from './schemas.ts'

/** Adds one organization and returns its id. Refuses an official key that another one has. */
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
      domains: wanted.domains ?? [],
      sort_key: sortKey(wanted.name),
      created_at: ctx.now.toString(),
      changed_at: ctx.now.toString(),
    })
    .execute()
  await record(ctx, 'organization.added', { organizationId: id, subjectId: id })
  return id
}

async function keyTaken(
  db: Db,
  { ars, ags }: NewOrganization,
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
