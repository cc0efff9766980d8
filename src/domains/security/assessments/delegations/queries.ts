import { sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import type { Db } from '#platform/db/database.ts'
import type { Delegation } from './delegation.ts'

const delegations = (db: Db) =>
  db
    .selectFrom('security.delegation as d')
    .leftJoin('identity.person as p', 'p.id', 'd.person_id')
    .leftJoin('identity.person as b', 'b.id', 'd.delegated_by')
    .select([
      'd.id',
      'd.assessment_id as assessmentId',
      'd.organization_id as organizationId',
      'd.person_id as personId',
      'p.name as personName',
      'd.group_keys as groupKeys',
      sql<string | null>`d.due_on::text`.as('dueOn'),
      'd.note',
      'd.delegated_by as delegatedBy',
      'b.name as delegatedByName',
      'd.delegated_at as delegatedAt',
      'd.ended_at as endedAt',
    ])

const most = 500

/** Those that hold, the most urgent first; a delegate sees the own ones. */
export const listDelegations = (db: Db, assessmentId: string): Promise<Delegation[]> =>
  delegations(db)
    .where('d.assessment_id', '=', assessmentId)
    .where('d.ended_at', 'is', null)
    .orderBy(sql`d.due_on nulls last`)
    .orderBy('d.id')
    .limit(most)
    .execute()

/** What somebody answers for others at one organization, in all checks. */
export const listDelegationsOf = (db: Db, personId: string, organizationId: string): Promise<Delegation[]> =>
  delegations(db)
    .where('d.person_id', '=', personId)
    .where('d.organization_id', '=', organizationId)
    .where('d.ended_at', 'is', null)
    .orderBy('d.id')
    .limit(most)
    .execute()

export const findDelegation = async (db: Db, id: string): Promise<Delegation | undefined> =>
  isId(id) ? delegations(db).where('d.id', '=', id).executeTakeFirst() : undefined
