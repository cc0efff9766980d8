import { sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import type { Substitution } from './substitution.ts'

const substitutions = (db: Db) =>
  db
    .selectFrom('identity.substitution as s')
    .innerJoin('identity.person as p', 'p.id', 's.person_id')
    .innerJoin('identity.person as d', 'd.id', 's.deputy_id')
    .select([
      's.id',
      's.organization_id as organizationId',
      's.person_id as personId',
      'p.name as personName',
      's.deputy_id as deputyId',
      'd.name as deputyName',
      sql<string>`s.from_day::text`.as('from'),
      sql<string>`s.until_day::text`.as('until'),
    ])

/** Of the organization acted for, ended ones too, the newest first. */
export async function listSubstitutions(
  db: Db,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Outcome<{ items: Substitution[]; next: string | null }>> {
  const after = decodeCursor(cursor, ['id'])
  if (isRefusal(after)) return after
  let query = substitutions(db)
    .orderBy('s.id', 'desc')
    .limit(limit + 1)
  if (after) query = query.where('s.id', '<', String(after[0]))
  return listPage(await query.execute(), limit, ({ id }) => [id])
}

/** Those that hold today or will. */
export const comingSubstitutions = (db: Db, today: string): Promise<Substitution[]> =>
  substitutions(db)
    .where(sql<boolean>`s.until_day >= ${today}::date and s.until_day >= s.from_day`)
    .orderBy('s.from_day')
    .limit(200)
    .execute()

export const findSubstitution = async (db: Db, id: string): Promise<Substitution | undefined> =>
  isId(id) ? substitutions(db).where('s.id', '=', id).executeTakeFirst() : undefined
