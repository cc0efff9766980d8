import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { Admission } from './admission.ts'

const most = 50

/** What was decided on one road, the latest first. */
export const listAdmissions = (db: Db, enrollmentId: string): Promise<Admission[]> =>
  db
    .selectFrom('declarations.admission as a')
    .leftJoin('identity.person as p', 'p.id', 'a.decided_by')
    .select([
      'a.id',
      'a.declaration_id as declarationId',
      sql<Admission['decision']>`a.decision`.as('decision'),
      'a.decided_by as decidedBy',
      'p.name as decidedByName',
      'a.decided_at as decidedAt',
      'a.reason',
    ])
    .where('a.enrollment_id', '=', enrollmentId)
    .orderBy('a.id', 'desc')
    .limit(most)
    .execute()
