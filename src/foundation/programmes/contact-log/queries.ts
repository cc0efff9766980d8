import { sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import type { ContactEntry } from './contact-entry.ts'

const entries = (db: Db) =>
  db
    .selectFrom('programmes.contact_entry as c')
    .innerJoin('organizations.organization as o', 'o.id', 'c.organization_id')
    .leftJoin('identity.person as w', 'w.id', 'c.written_by')
    .where('c.removed_at', 'is', null)
    .select([
      'c.id',
      'c.organization_id as organizationId',
      'o.name as organizationName',
      'c.programme_id as programmeId',
      'c.kind',
      sql<string>`c.on_day::text`.as('onDay'),
      'c.with_whom as withWhom',
      'c.what',
      sql<string | null>`c.follow_up_on::text`.as('followUpOn'),
      'c.followed_up_at as followedUpAt',
      'c.written_by as writtenBy',
      'w.name as writerName',
      'c.written_at as writtenAt',
    ])

export interface ContactFilter {
  programmeId?: string | undefined
  organizationId?: string | undefined
  /** Only those with a follow-up that is not done. */
  openFollowUps?: boolean | undefined
  limit: number
  cursor?: string | undefined
}

/** What those who work in the programme have written, the newest first. */
export async function listContactEntries(
  db: Db,
  { programmeId, organizationId, openFollowUps, limit, cursor }: ContactFilter,
): Promise<Outcome<{ items: ContactEntry[]; next: string | null }>> {
  const after = decodeCursor(cursor, ['id'])
  if (isRefusal(after)) return after
  let query = entries(db)
    .orderBy('c.id', 'desc')
    .limit(limit + 1)
  if (programmeId) query = query.where('c.programme_id', '=', programmeId)
  if (organizationId) query = query.where('c.organization_id', '=', organizationId)
  if (openFollowUps) query = query.where('c.follow_up_on', 'is not', null).where('c.followed_up_at', 'is', null)
  if (after) query = query.where('c.id', '<', String(after[0]))
  return listPage((await query.execute()) as ContactEntry[], limit, ({ id }) => [id])
}

export const findContactEntry = async (db: Db, id: string): Promise<ContactEntry | undefined> =>
  isId(id) ? ((await entries(db).where('c.id', '=', id).executeTakeFirst()) as ContactEntry | undefined) : undefined

/** Follow-ups of this person that are due until the day, the earliest first, and how many there are. */
export async function listFollowUps(
  db: Db,
  { personId, limit }: { personId: string; limit: number },
): Promise<{ items: (ContactEntry & { programmeName: string; enrollmentId: string | null })[]; total: number }> {
  const rows = await entries(db)
    .innerJoin('programmes.programme as p', 'p.id', 'c.programme_id')
    .leftJoin('programmes.enrollment as e', (join) =>
      join.onRef('e.organization_id', '=', 'c.organization_id').onRef('e.programme_id', '=', 'c.programme_id'),
    )
    .select(['p.name as programmeName', 'e.id as enrollmentId', sql<number>`count(*) over ()::integer`.as('total')])
    .where('c.written_by', '=', personId)
    .where('c.follow_up_on', 'is not', null)
    .where('c.followed_up_at', 'is', null)
    .orderBy('c.follow_up_on')
    .orderBy('c.id')
    .limit(limit)
    .execute()
  return { items: rows as never, total: rows[0]?.total ?? 0 }
}
