import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Db } from '#platform/db/database.ts'
import type { Area, Outlines } from './area.ts'

export interface CountyMap extends Outlines {
  id: string
  title: string
  /** Who is to be named beside it. */
  attribution: string
  isSchematic: boolean
  sha256: string
  importedAt: Temporal.Instant
}

/** The newest one; undefined when none was imported. Everybody reads it, also without an account. */
export const currentMap = (db: Db): Promise<CountyMap | undefined> =>
  db
    .selectFrom('pictures.map')
    .select([
      'id',
      'title',
      'attribution',
      'is_schematic as isSchematic',
      'width',
      'height',
      sql<Area[]>`areas`.as('areas'),
      'sha256',
      'imported_at as importedAt',
    ])
    .orderBy('imported_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

const mostCounties = 500

/** Counties as the register of organizations writes them, in German order as far as the database knows it. */
export async function listCounties(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('organizations.organization')
    .select('county')
    .distinct()
    .where('county', 'is not', null)
    .where('county', '<>', '')
    .where('kind', 'in', ['county', 'unitaryMunicipality', 'associationMunicipality'])
    .orderBy('county')
    .limit(mostCounties)
    .execute()
  return rows.flatMap(({ county }) => (county === null ? [] : [county]))
}
