import { type Outcome, refuse } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import type { PublicContext } from '#platform/http/context.ts'

interface Replacement {
  organizationId: string
  before: readonly string[]
  after: readonly string[]
}

/** Takes what is no longer named away and adds what is new. Refuses a domain that belongs to somebody else, by name. */
export async function replaceDomains(
  { db, now }: PublicContext,
  { organizationId, before, after }: Replacement,
): Promise<Outcome<true>> {
  const gone = before.filter((name) => !after.includes(name))
  const wanted = [...new Set(after.filter((name) => !before.includes(name)))]
  if (gone.length > 0)
    await db
      .deleteFrom('organizations.domain')
      .where('owner_id', '=', organizationId)
      .where('name', 'in', gone)
      .execute()
  if (wanted.length === 0) return true
  const rows = wanted.map((name) => ({ name, owner_id: organizationId, created_at: now.toString() }))
  const added = await db
    .insertInto('organizations.domain')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning('name')
    .execute()
  return added.length === wanted.length ? true : taken(db, after, organizationId)
}

async function taken(db: Db, names: readonly string[], organizationId: string): Promise<Outcome<true>> {
  const others = await db
    .selectFrom('organizations.domain as d')
    .innerJoin('organizations.organization as o', 'o.id', 'd.owner_id')
    .select(['d.name', 'o.name as owner'])
    .where('d.name', 'in', [...names])
    .where('d.owner_id', '<>', organizationId)
    .orderBy('d.name')
    .execute()
  const sentences = others.map(({ name, owner }) => `${name} gehört schon zu ${owner}.`)
  return refuse(
    `${sentences[0] ?? 'Eine der Domänen gehört schon zu einer anderen Organisation.'} Gespeichert ist nichts.`,
    [{ path: 'domains', message: sentences.join(' ') }],
  )
}
