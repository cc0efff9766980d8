import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'

/** Houses that may be commissioned, in German order. */
export const listContractors = (db: Db): Promise<{ id: string; name: string }[]> =>
  db
    .selectFrom('organizations.organization')
    .select(['id', 'name'])
    .where('kind', '=', 'contractor')
    .orderBy('sort_key')
    .limit(200)
    .execute()

export const isContractor = async (db: Db, id: string): Promise<boolean> =>
  (await db
    .selectFrom('organizations.organization')
    .select('id')
    .where('id', '=', id)
    .where('kind', '=', 'contractor')
    .executeTakeFirst()) !== undefined

export interface Place {
  enrollmentId: string
  organizationId: string
  name: string
  /** Free on its account, in cents. */
  free: number
}

/** Municipalities with an account in a programme, in German order. */
export async function listPlaces(db: Db, programmeId: string): Promise<Place[]> {
  return db
    .selectFrom('funding.account as a')
    .innerJoin('organizations.organization as o', 'o.id', 'a.organization_id')
    .innerJoin('programmes.enrollment as e', 'e.id', 'a.enrollment_id')
    .select([
      'a.enrollment_id as enrollmentId',
      'a.organization_id as organizationId',
      'o.name',
      'a.limit_cents as free',
    ])
    .where('a.programme_id', '=', programmeId)
    .where(sql<boolean>`e.state = 'active'`)
    .orderBy('o.sort_key')
    .limit(500)
    .execute()
}
