import type { Db } from '#platform/db/database.ts'

/** Who changed the facts last; null where nobody has, or whoever asks may not read the name. */
export const lastChangedBy = async (db: Db, programmeId: string): Promise<string | null> =>
  (
    await db
      .selectFrom('programmes.programme as p')
      .innerJoin('identity.person as c', 'c.id', 'p.changed_by')
      .select('c.name')
      .where('p.id', '=', programmeId)
      .executeTakeFirst()
  )?.name ?? null
