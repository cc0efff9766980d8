import { type RawBuilder, sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { isId } from '#kernel/id.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { shortVersion } from '#foundation/catalogs/index.ts'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import type { Announcement } from './announcement.ts'

/** Whether the check `alias` still runs: only such a one is to be migrated. */
export const isRunning = (alias: string): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(alias)}.signed_off_at is null and ${sql.ref(alias)}.closed_at is null)`

/** Of each version the announcement that was made last and stands: one check goes one way. */
export const standing = sql`
  standing as (
    select distinct on (m.from_catalog_id) m.* from security.migration_announcement m
     where m.withdrawn_at is null order by m.from_catalog_id, m.id desc)`

interface Row {
  id: string
  fromId: string
  fromTitle: string
  fromVersion: string
  toId: string
  toTitle: string
  toVersion: string
  text: string
  dueOn: string | null
  announcedBy: string
  announcedAt: Temporal.Instant
  withdrawnAt: Temporal.Instant | null
}

const announcements = (db: Db) =>
  db
    .selectFrom('security.migration_announcement as m')
    .innerJoin('catalogs.catalog as f', 'f.id', 'm.from_catalog_id')
    .innerJoin('catalogs.catalog as t', 't.id', 'm.to_catalog_id')
    .select([
      'm.id',
      'm.from_catalog_id as fromId',
      'f.title as fromTitle',
      'f.version as fromVersion',
      'm.to_catalog_id as toId',
      't.title as toTitle',
      't.version as toVersion',
      'm.text',
      sql<string | null>`m.due_on::text`.as('dueOn'),
      'm.announced_by as announcedBy',
      'm.announced_at as announcedAt',
      'm.withdrawn_at as withdrawnAt',
    ])

const asAnnouncement = ({ fromId, fromTitle, fromVersion, toId, toTitle, toVersion, ...row }: Row): Announcement => ({
  ...row,
  from: { id: fromId, title: fromTitle, version: shortVersion(fromVersion) },
  to: { id: toId, title: toTitle, version: shortVersion(toVersion) },
})

/** The newest first, withdrawn ones too. */
export async function listAnnouncements(
  db: Db,
  filter: { limit: number; cursor?: string | undefined },
): Promise<Outcome<{ items: Announcement[]; next: string | null }>> {
  const after = decodeCursor(filter.cursor, ['id'])
  if (isRefusal(after)) return after
  let query = announcements(db)
    .orderBy('m.id', 'desc')
    .limit(filter.limit + 1)
  if (after) query = query.where('m.id', '<', String(after[0]))
  const { items, next } = listPage(await query.execute(), filter.limit, ({ id }) => [id])
  return { items: items.map(asAnnouncement), next }
}

export async function findAnnouncement(db: Db, id: string): Promise<Announcement | undefined> {
  if (!isId(id)) return undefined
  const row = await announcements(db).where('m.id', '=', id).executeTakeFirst()
  return row && asAnnouncement(row)
}

/** Nothing is to be migrated where a check of the same organization runs on the new version already. */
const isFree = sql<boolean>`not exists (select from security.assessment b
  where b.organization_id = s.organization_id and b.catalog_id = m.to_catalog_id and ${isRunning('b')})`

/** What a running check is asked to go on with. */
export async function findStanding(db: Db, assessmentId: string): Promise<Announcement | undefined> {
  const row = await announcements(db)
    .innerJoin('security.assessment as s', 's.catalog_id', 'm.from_catalog_id')
    .where('s.id', '=', assessmentId)
    .where(isRunning('s'))
    .where('m.withdrawn_at', 'is', null)
    .where(isFree)
    .orderBy('m.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && asAnnouncement(row)
}

/** What stands in the way of announcing these two: that it is announced already, or that announcements lead, over however many steps, back. */
export async function findHindrance(db: Db, from: string, to: string): Promise<'announced' | 'circle' | null> {
  const { rows } = await sql<{ found: 'announced' | 'circle' | null }>`
    with recursive way (id) as (
      select ${to}::uuid
      union
      select m.to_catalog_id from security.migration_announcement m join way on m.from_catalog_id = way.id where m.withdrawn_at is null)
    select case when exists (select from security.migration_announcement m
                              where m.from_catalog_id = ${from}::uuid and m.to_catalog_id = ${to}::uuid and m.withdrawn_at is null)
                then 'announced'
                when exists (select from way where way.id = ${from}::uuid) then 'circle' end as found`.execute(db)
  return rows[0]?.found ?? null
}

/** A running check, and what it is asked to go on with. */
export interface Concerned {
  assessmentId: string
  announcement: Announcement
}

/** Running checks of an organization that announcements are about; the most urgent first. */
export async function listConcerned(db: Db, organizationId: string): Promise<Concerned[]> {
  const rows = await announcements(db)
    .innerJoin('security.assessment as s', 's.catalog_id', 'm.from_catalog_id')
    .select('s.id as assessmentId')
    .distinctOn('s.id')
    .where('s.organization_id', '=', organizationId)
    .where(isRunning('s'))
    .where('m.withdrawn_at', 'is', null)
    .where(isFree)
    .orderBy('s.id')
    .orderBy('m.id', 'desc')
    .execute()
  return rows
    .map(({ assessmentId, ...row }) => ({ assessmentId, announcement: asAnnouncement(row) }))
    .toSorted((a, b) => (a.announcement.dueOn ?? '9').localeCompare(b.announcement.dueOn ?? '9'))
}
