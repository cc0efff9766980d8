import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'

/** Names of people by id, as far as the actor may see them. */
export async function namesOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await db.selectFrom('identity.person').select(['id', 'name']).where('id', 'in', wanted).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Whether whoever the transaction speaks for has all of these roles, now, at the organization acted for. */
export async function stillHolds(db: Db, roles: readonly string[]): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select coalesce(bool_and(access.holds(array[r.role])), true) as held from unnest(${[...roles]}::text[]) as r(role)`.execute(
    db,
  )
  return rows[0]?.held ?? false
}
