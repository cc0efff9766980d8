import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'

/** For whom the person acted last; null when they never had to choose. */
export async function findLastChoice(db: Db): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`select identity.own_last_choice() as id`.execute(db)
  return rows[0]?.id ?? null
}
