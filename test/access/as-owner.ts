// Truth and set-up behind the policies' back.
import { CompiledQuery } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { TestHouse } from '../harness/house.ts'

/**
 * Lends the database as its superuser. On PostgreSQL the tests' login is one, and only units of work step down. PGlite's one
 * session stepped down for good, but may step back: the written limit of docs/access.md, and the only way in from outside.
 */
export const asOwner = <T>({ kind, services }: TestHouse, work: (db: Db) => Promise<T>): Promise<T> =>
  services.database.kysely.connection().execute(async (db) => {
    const become = (who: string) => db.executeQuery(CompiledQuery.raw(`set session authorization ${who}`))
    await become('postgres')
    try {
      return await work(db)
    } finally {
      if (kind === 'embedded') await become('lotsenwerk')
    }
  })
