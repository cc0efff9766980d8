import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { Participant } from './programme-report.ts'

const most = 20_000

/** Everybody who takes part or did, in German order of names. */
export const listParticipants = (db: Db, programmeId: string): Promise<Participant[]> =>
  db
    .selectFrom('programmes.enrollment as e')
    .innerJoin('organizations.organization as o', 'o.id', 'e.organization_id')
    .select([
      'o.name as organizationName',
      'o.kind as organizationKind',
      'o.county',
      'e.state',
      'e.phase',
      'e.began_at as beganAt',
      sql<
        string | null
      >`(select n.from_day::text from programmes.navigator n where n.enrollment_id = e.id and n.until_day is null)`.as(
        'namedOn',
      ),
    ])
    .where('e.programme_id', '=', programmeId)
    .orderBy('o.sort_key')
    .orderBy('o.id')
    .limit(most)
    .execute() as Promise<Participant[]>
