import { type RawBuilder, sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { isId } from '#kernel/id.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import { mostVersions, type Report, type ReportComment, type ReportState } from './report.ts'

interface Row extends Omit<Report, 'comments'> {
  comments: readonly (Omit<ReportComment, 'writtenAt' | 'settledAt'> & {
    writtenAt: string
    settledAt: string | null
  })[]
}

export interface ReportFilter {
  enrollmentId?: string | undefined
  programmeId?: string | undefined
  state?: ReportState | undefined
  limit: number
  cursor?: string | undefined
}

const read = async (db: Db, where: RawBuilder<unknown>, limit: number): Promise<Report[]> => {
  const { rows } = await sql<Row>`
    select r.id, r.enrollment_id as "enrollmentId", r.organization_id as "organizationId", r.programme_id as "programmeId", r.number, r.state,
           d.name as "deliveredBy", r.delivered_at as "deliveredAt", s.name as "decidedBy", r.decided_at as "decidedAt",
           case when c.report_id is not null then jsonb_build_object('fileId', f.id, 'fileName', c.file_name, 'fileSha256', c.file_sha256,
             'summary', c.summary, 'reason', c.reason) end as content,
           coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'answersId', m.answers_id, 'side', m.side, 'place', m.place, 'text', m.text,
                       'writtenBy', w.name, 'writtenAt', m.written_at, 'settledAt', m.settled_at) order by m.id)
                      from participation.report_comment m left join identity.person w on w.id = m.written_by
                     where m.report_id = r.id), '[]') as comments
      from participation.report r
      left join participation.report_content c on c.report_id = r.id
      left join files.file f on f.id = c.file_id
      left join identity.person d on d.id = r.delivered_by
      left join identity.person s on s.id = r.decided_by
     where ${where} order by r.id desc limit ${limit}`.execute(db)
  return rows.map(({ comments, ...row }) => ({
    ...row,
    comments: comments.map((comment) => ({
      ...comment,
      writtenAt: Temporal.Instant.from(comment.writtenAt),
      settledAt: comment.settledAt === null ? null : Temporal.Instant.from(comment.settledAt),
    })),
  }))
}

/** All versions on one road, the newest first. */
export const reportsOf = (db: Db, enrollmentId: string): Promise<Report[]> =>
  read(db, sql`r.enrollment_id = ${enrollmentId}::uuid`, mostVersions)

/** One version; undefined when it is not there or not visible. */
export const findReport = async (db: Db, id: string): Promise<Report | undefined> =>
  isId(id) ? (await read(db, sql`r.id = ${id}::uuid`, 1))[0] : undefined

/** Those the actor may see, the newest first. */
export async function listReports(
  db: Db,
  { enrollmentId, programmeId, state, limit, cursor }: ReportFilter,
): Promise<Outcome<{ items: Report[]; next: string | null }>> {
  const after = decodeCursor(cursor, ['id'])
  if (isRefusal(after)) return after
  const where = sql`(${enrollmentId ?? null}::uuid is null or r.enrollment_id = ${enrollmentId ?? null}::uuid)
    and (${programmeId ?? null}::uuid is null or r.programme_id = ${programmeId ?? null}::uuid)
    and (${state ?? null}::text is null or r.state = ${state ?? null})
    and (${after?.[0] ?? null}::uuid is null or r.id < ${after?.[0] ?? null}::uuid)`
  return listPage(await read(db, where, limit + 1), limit, ({ id }) => [id])
}
