import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { Feed } from './feed.ts'

/** One's own, the newest first. */
export async function listFeeds(db: Db): Promise<Feed[]> {
  const { rows } = await sql<Feed>`
    select id, organization_id as "organizationId", organization, created_at as "createdAt", last_read_at as "lastReadAt"
      from insights.own_calendar_feeds()`.execute(db)
  return rows
}
