import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { findNotification, type Notification } from './queries.ts'

/** The first reading counts. Undefined when it is not there, or somebody else's. */
export async function markRead({ db, now }: Context, id: string): Promise<Notification | undefined> {
  await db
    .updateTable('notifications.notification')
    .set({ read_at: now.toString() })
    .where('id', '=', id)
    .where('read_at', 'is', null)
    .execute()
  return findNotification(db, id)
}

/** This one and everything before it; what came later stays unread. Undefined when there is no such one; else how many were unread. */
export async function markReadUpTo({ db, now }: Context, id: string): Promise<number | undefined> {
  const last = await findNotification(db, id)
  if (!last) return undefined
  const { rows } = await sql<{ id: string }>`
    update notifications.notification set read_at = ${now.toString()}::timestamptz
     where read_at is null and (created_at, id) <= (${last.createdAt.toString()}::timestamptz, ${id}::uuid) returning id`.execute(
    db,
  )
  return rows.length
}
