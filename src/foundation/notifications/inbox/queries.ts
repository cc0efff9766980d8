import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import type { Context } from '#platform/http/context.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'

export interface Notification {
  id: string
  kind: string
  title: string
  url: string
  /** Whom it is about; null where it is about no organization, or only about the person. */
  organizationId: string | null
  organizationName: string | null
  createdAt: Temporal.Instant
  readAt: Temporal.Instant | null
}

interface Wanted {
  limit: number
  cursor?: string | undefined
  /** Only what has not been read. */
  unread?: boolean | undefined
  /** Only these kinds. */
  kinds?: readonly string[] | undefined
}

interface NotificationPage {
  items: Notification[]
  next: string | null
}

const notifications = (db: Db, { unread, kinds }: Omit<Wanted, 'limit' | 'cursor'>) =>
  db
    .selectFrom('notifications.notification as n')
    .leftJoin('organizations.organization as o', 'o.id', 'n.acting_for')
    .select([
      'n.id',
      'n.kind',
      'n.title',
      'n.url',
      'n.acting_for as organizationId',
      'o.name as organizationName',
      'n.created_at as createdAt',
      'n.read_at as readAt',
    ])
    .$if(unread === true, (query) => query.where('n.read_at', 'is', null))
    .$if(kinds !== undefined, (query) => query.where('n.kind', 'in', [...(kinds ?? []), '']))

const newestFirst = (query: ReturnType<typeof notifications>) =>
  query.orderBy('n.created_at', 'desc').orderBy('n.id', 'desc')

const aTime = z.iso.datetime()

const otherList = () =>
  refuse('Diese Fortsetzung passt nicht zu dieser Liste. Bitte ohne cursor von vorn beginnen.', [
    { path: 'cursor', message: 'unbekannt' },
  ])

/** One's own, the newest first. */
export async function listNotifications(
  db: Db,
  { limit, cursor, ...wanted }: Wanted,
): Promise<Outcome<NotificationPage>> {
  const after = decodeCursor(cursor, ['text', 'id'])
  if (isRefusal(after)) return after
  if (after && !aTime.safeParse(after[0]).success) return otherList()
  let query = newestFirst(notifications(db, wanted)).limit(limit + 1)
  if (after) query = query.where(sql<boolean>`(n.created_at, n.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  return listPage(await query.execute(), limit, ({ createdAt, id }) => [createdAt.toString(), id])
}

const isRead = sql<number>`(n.read_at is not null)::integer`

/** As the inbox shows it: what has not been read before the rest, each the newest first. */
export async function listInbox(db: Db, { limit, cursor, ...wanted }: Wanted): Promise<Outcome<NotificationPage>> {
  const after = decodeCursor(cursor, ['integer', 'text', 'id'])
  if (isRefusal(after)) return after
  if (after && !aTime.safeParse(after[1]).success) return otherList()
  let query = newestFirst(notifications(db, wanted).orderBy(isRead)).limit(limit + 1)
  if (after) {
    const [read, at, id] = after
    query = query.where(sql<boolean>`(${isRead} > ${read}::integer
      or ${isRead} = ${read}::integer and (n.created_at, n.id) < (${at}::timestamptz, ${id}::uuid))`)
  }
  return listPage(await query.execute(), limit, ({ readAt, createdAt, id }) => [
    readAt === null ? 0 : 1,
    createdAt.toString(),
    id,
  ])
}

/** Undefined when it is not there, or somebody else's. */
export const findNotification = (db: Db, id: string): Promise<Notification | undefined> =>
  notifications(db, {}).where('n.id', '=', id).executeTakeFirst()

/** How many of one's own have not been read. */
export async function countUnread({ db }: Context): Promise<number> {
  const { count } = await db
    .selectFrom('notifications.notification')
    .select(sql<number>`count(*)::integer`.as('count'))
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

/** The newest of one's own that have not been read. */
export const listUnread = ({ db }: Context, limit: number): Promise<Notification[]> =>
  newestFirst(notifications(db, { unread: true }))
    .limit(limit)
    .execute()
