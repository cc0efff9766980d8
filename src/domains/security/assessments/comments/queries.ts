import { sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import type { Db } from '#platform/db/database.ts'
import type { Comment } from './comment.ts'

const comments = (db: Db) =>
  db
    .selectFrom('security.comment as c')
    .leftJoin('identity.person as p', 'p.id', 'c.written_by')
    .select([
      'c.id',
      'c.organization_id as organizationId',
      'c.assessment_id as assessmentId',
      'c.control_id as controlId',
      'c.top_key as topKey',
      'c.text',
      'c.mentions',
      'c.written_by as writtenBy',
      'p.name as writtenByName',
      'c.written_at as writtenAt',
    ])

const most = 200

/** In the order they were written; of very many the last ones. */
export const listComments = async (db: Db, assessmentId: string, controlId: string): Promise<Comment[]> =>
  (
    await comments(db)
      .where('c.assessment_id', '=', assessmentId)
      .where('c.control_id', '=', controlId)
      .orderBy('c.id', 'desc')
      .limit(most)
      .execute()
  ).toReversed()

export const findComment = async (db: Db, id: string): Promise<Comment | undefined> =>
  isId(id) ? comments(db).where('c.id', '=', id).executeTakeFirst() : undefined

/** Which of these people see the list of the check: they may be told what is written about it. */
export async function commentersAmong(
  db: Db,
  { assessmentId, topKey }: { assessmentId: string; topKey: string },
  people: readonly string[],
): Promise<Set<string>> {
  if (people.length === 0) return new Set()
  const { rows } = await sql<{ people: string[] }>`
    select security.commenters_among(${assessmentId}::uuid, ${topKey}, ${[...people]}::uuid[]) as people`.execute(db)
  return new Set(rows[0]?.people ?? [])
}
