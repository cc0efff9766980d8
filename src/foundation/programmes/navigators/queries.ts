import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { Navigator } from './navigator.ts'

/** Who was named on this road, the newest first. */
export const listNavigators = async (db: Db, enrollmentId: string): Promise<Navigator[]> =>
  db
    .selectFrom('programmes.navigator as n')
    .leftJoin('identity.person as p', 'p.id', 'n.person_id')
    .select([
      'n.id',
      'n.enrollment_id as enrollmentId',
      'n.organization_id as organizationId',
      'n.programme_id as programmeId',
      'n.person_id as personId',
      'p.name as personName',
      'n.named_at as namedAt',
      sql<string>`n.from_day::text`.as('from'),
      sql<string | null>`n.until_day::text`.as('until'),
      'n.reason',
    ])
    .where('n.enrollment_id', '=', enrollmentId)
    .orderBy('n.named_at', 'desc')
    .orderBy('n.id', 'desc')
    .limit(100)
    .execute()
