import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { isId } from '#kernel/id.ts'
import { localDay } from '#kernel/local-day.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import type { Context, PublicContext } from '#platform/http/context.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import type { BarrierReport } from './barrier-report.ts'
import { findPlainPage, type PlainPage, everyPlainPage } from './plain-page.ts'

/** A page in the words that count today; version 0 while they are ours. */
export interface CurrentPage {
  page: PlainPage
  text: string
  version: number
  own: boolean
}

/** All plain pages as they are worded today, in one query. */
export async function listPageTexts(db: Db): Promise<CurrentPage[]> {
  const rows = await current(db).execute()
  const own = new Map(rows.map((row) => [row.name, row]))
  return everyPlainPage.map((page) => inWordsOf(page, own.get(page.name)))
}

export async function findPage(db: Db, name: string): Promise<CurrentPage | undefined> {
  const page = findPlainPage(name)
  return page && inWordsOf(page, await current(db).where('name', '=', name).executeTakeFirst())
}

const current = (db: Db) =>
  db.selectFrom('publishing.page').select(['name', 'text', 'version']).where('superseded_at', 'is', null)

const inWordsOf = (page: PlainPage, row: { text: string; version: number } | undefined): CurrentPage => ({
  page,
  text: row?.text ?? page.text,
  version: row?.version ?? 0,
  own: row !== undefined,
})

export interface PageVersion {
  version: number
  text: string
  writtenAt: Temporal.Instant
  writtenBy: string | null
}

/** What the page said, the latest first; for those who word it. */
export const listVersions = (db: Db, name: string, limit: number): Promise<PageVersion[]> =>
  db
    .selectFrom('publishing.page as p')
    .leftJoin('identity.person as w', 'w.id', 'p.written_by')
    .select(['p.version', 'p.text', 'p.written_at as writtenAt', 'w.name as writtenBy'])
    .where('p.name', '=', name)
    .orderBy('p.version', 'desc')
    .limit(limit)
    .execute()

export interface Front {
  /** Name of the cooperative. */
  operator: string
  /** How many municipalities stand in the register today. */
  municipalities: number
}

/** What strangers may know of the house. */
export async function findFront({ db, now }: PublicContext): Promise<Front> {
  const { rows } = await sql<{ operator: string | null; municipalities: number }>`
    select * from publishing.front(${localDay(now).toString()}::date)`.execute(db)
  return { operator: rows[0]?.operator ?? 'Lotsenwerk', municipalities: rows[0]?.municipalities ?? 0 }
}

const reports = (db: Db) =>
  db
    .selectFrom('publishing.barrier_report')
    .select([
      'id',
      'organization_id as organizationId',
      'what',
      'place',
      'email',
      'received_at as receivedAt',
      'due_on as dueOn',
      'answer',
      'answered_at as answeredAt',
    ])

const toReport = <Row extends { dueOn: string }>(row: Row): Omit<Row, 'dueOn'> & { dueOn: Temporal.PlainDate } => ({
  ...row,
  dueOn: Temporal.PlainDate.from(row.dueOn),
})

/** The latest first. Row-level security shows them only to those who answer. */
export async function listReports(
  db: Db,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Outcome<{ items: BarrierReport[]; next: string | null }>> {
  const after = decodeCursor(cursor, ['id'])
  if (isRefusal(after)) return after
  const last = after?.[0]
  const rows = await reports(db)
    .$if(last !== undefined, (query) => query.where('id', '<', String(last)))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return listPage(rows.map(toReport), limit, ({ id }) => [id])
}

export async function findReport(db: Db, id: string): Promise<BarrierReport | undefined> {
  const row = isId(id) ? await reports(db).where('id', '=', id).executeTakeFirst() : undefined
  return row && toReport(row)
}

/** Those without an answer, the one that is due first first, and how many there are. */
export async function listOpenReports(
  { db }: Pick<Context, 'db'>,
  limit: number,
): Promise<{ items: BarrierReport[]; total: number }> {
  const rows = await reports(db)
    .select(sql<number>`count(*) over ()`.as('total'))
    .where('answered_at', 'is', null)
    .orderBy('due_on')
    .orderBy('id')
    .limit(limit)
    .execute()
  return { items: rows.map(({ total: _, ...row }) => toReport(row)), total: rows[0]?.total ?? 0 }
}
