import { sql } from 'kysely'
import type { PublicContext } from '#platform/http/context.ts'

/** Ends offers whose term is over and gives their seats to whoever is next; as the worker. Returns how many ended. */
export async function sweep({ db, now }: Pick<PublicContext, 'db' | 'now'>): Promise<number> {
  const { rows } = await sql<{
    ended: number
  }>`select guidance.expire(${now.toString()}::timestamptz, 200) as ended`.execute(db)
  return rows[0]?.ended ?? 0
}
