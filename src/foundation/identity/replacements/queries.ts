import { sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import type { Ending, Replacement } from './replacement.ts'

const replacements = (db: Db) =>
  db
    .selectFrom('identity.replacement as r')
    .innerJoin('organizations.organization as o', 'o.id', 'r.organization_id')
    .leftJoin('identity.person as c', 'c.id', 'r.person_id')
    .leftJoin('identity.invitation as i', 'i.id', 'r.invitation_id')
    .leftJoin('identity.person as p', 'p.id', 'r.proposed_by')
    .leftJoin('identity.person as s', 's.id', 'r.confirmed_by')
    .leftJoin('identity.person as e', 'e.id', 'r.ended_by')
    .select([
      'r.id',
      'r.organization_id as organizationId',
      'o.name as organizationName',
      'r.person_id as personId',
      sql<string | null>`coalesce(c.name, r.name, i.name)`.as('candidate'),
      'r.email',
      'r.reason',
      'r.proposed_by as proposedBy',
      // Those of the cooperative are strangers to the people of a municipality: there it says who stands behind it.
      sql<string>`coalesce(p.name, 'der Verbund')`.as('proposedByName'),
      'r.proposed_at as proposedAt',
      'r.expires_at as expiresAt',
      'r.confirmed_by as confirmedBy',
      sql<string | null>`case when r.confirmed_by is not null then coalesce(s.name, 'der Verbund') end`.as(
        'confirmedByName',
      ),
      'r.confirmed_at as confirmedAt',
      'r.effective_at as effectiveAt',
      'r.ending',
      'r.ended_at as endedAt',
      sql<string | null>`case when r.ended_by is not null then coalesce(e.name, 'der Verbund') end`.as('endedByName'),
      'r.note',
    ])

const asReplacement = <Row extends { ending: string | null }>({ ending, ...row }: Row) => ({
  ...row,
  ending: ending as Ending | null,
})

export interface ReplacementFilter {
  organizationId?: string | undefined
  limit: number
  cursor?: string | undefined
}

/** Those the actor may see, ended ones too, the newest first. */
export async function listReplacements(
  db: Db,
  { organizationId, limit, cursor }: ReplacementFilter,
): Promise<Outcome<{ items: Replacement[]; next: string | null }>> {
  const after = decodeCursor(cursor, ['id'])
  if (isRefusal(after)) return after
  let query = replacements(db)
    .orderBy('r.id', 'desc')
    .limit(limit + 1)
  if (organizationId) query = query.where('r.organization_id', '=', organizationId)
  if (after) query = query.where('r.id', '<', String(after[0]))
  const { items, next } = listPage(await query.execute(), limit, ({ id }) => [id])
  return { items: items.map(asReplacement), next }
}

export async function findReplacement(db: Db, id: string): Promise<Replacement | undefined> {
  if (!isId(id)) return undefined
  const row = await replacements(db).where('r.id', '=', id).executeTakeFirst()
  return row && asReplacement(row)
}

/** The one that is not ended; there is at most one. */
export async function openReplacement(db: Db, organizationId: string): Promise<Replacement | undefined> {
  const row = await replacements(db)
    .where('r.organization_id', '=', organizationId)
    .where('r.ended_at', 'is', null)
    .executeTakeFirst()
  return row && asReplacement(row)
}

const inForce = (today: string) =>
  sql<boolean>`g.from_day <= ${today}::date and (g.until_day is null or g.until_day >= ${today}::date)`

/** Everybody with a role at the organization today: whoever can say that something is wrong. */
export async function activeAt(db: Db, organizationId: string, today: string): Promise<string[]> {
  const rows = await db
    .selectFrom('identity.role_grant as g')
    .select('g.person_id')
    .distinct()
    .where('g.organization_id', '=', organizationId)
    .where(inForce(today))
    .limit(20_000)
    .execute()
  return rows.map(({ person_id }) => person_id)
}

/** Who in the cooperative can be the second pair of eyes. */
export async function entitledAt(db: Db, cooperativeId: string, today: string): Promise<string[]> {
  const rows = await db
    .selectFrom('identity.role_grant as g')
    .select('g.person_id')
    .distinct()
    .where('g.organization_id', '=', cooperativeId)
    .where('g.role', 'in', ['office', 'administrator', 'programmeManager'])
    .where(inForce(today))
    .limit(200)
    .execute()
  return rows.map(({ person_id }) => person_id)
}
