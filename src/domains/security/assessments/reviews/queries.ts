import { type RawBuilder, sql } from 'kysely'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import type { Temporal } from 'temporal-polyfill'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import type { Discussion, Remark, Review, Side, Standing, Verdict } from './review.ts'

/** The verdict that counts on each question of a check, beside the version its answer has now. */
const standings = (assessmentId: string, where: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select r.control_id as "controlId", r.top_key as "topKey", r.version, r.verdict, r.remark, r.answer_version as "answerVersion",
         r.reviewed_by as "reviewedBy", r.reviewed_at as "reviewedAt", r.catalog_id,
         (select max(a.version) from security.answer a
           where a.assessment_id = r.assessment_id and a.control_id = r.control_id) is distinct from r.answer_version as "changedSince"
    from (select distinct on (v.control_id) v.* from security.review v
           where v.assessment_id = ${assessmentId}::uuid and ${where} order by v.control_id, v.version desc) r`

const asStanding = ({
  controlId,
  topKey,
  version,
  verdict,
  remark,
  answerVersion,
  reviewedBy,
  reviewedAt,
  changedSince,
}: Standing): Standing => ({
  controlId,
  topKey,
  version,
  verdict,
  remark,
  answerVersion,
  reviewedBy,
  reviewedAt,
  changedSince,
})

/** Of all questions that have one. */
export async function listStandings(db: Db, assessmentId: string): Promise<Standing[]> {
  const { rows } = await sql<Standing>`${standings(assessmentId, sql`true`)}`.execute(db)
  return rows.map(asStanding)
}

export async function findStanding(db: Db, assessmentId: string, controlId: string): Promise<Standing | undefined> {
  const { rows } = await sql<Standing>`${standings(assessmentId, sql`v.control_id = ${controlId}`)}`.execute(db)
  return rows.map(asStanding)[0]
}

/** In the catalog's order, in pages. */
export async function pageOfStandings(
  db: Db,
  assessmentId: string,
  filter: { verdict?: Verdict | undefined; limit: number; cursor?: string | undefined },
): Promise<Outcome<{ items: Standing[]; next: string | null }>> {
  const after = decodeCursor(filter.cursor, ['integer'])
  if (isRefusal(after)) return after
  const where = [sql`true`]
  if (filter.verdict) where.push(sql`s.verdict = ${filter.verdict}`)
  if (after) where.push(sql`c.position > ${Number(after[0])}`)
  const { rows } = await sql<Standing & { position: number }>`
    select s.*, c.position from (${standings(assessmentId, sql`true`)}) s
      join catalogs.control c on c.catalog_id = s.catalog_id and c.id = s."controlId"
     where ${sql.join(where, sql` and `)} order by c.position limit ${filter.limit + 1}`.execute(db)
  const { items, next } = listPage(rows, filter.limit, ({ position }) => [position])
  return { items: items.map(asStanding), next }
}

/** More than anybody reads at once. */
const most = 200

interface Said {
  version: number | null
  verdict: Verdict
  answerVersion: number | null
  id: string
  side: Side
  text: string
  by: string
  at: Temporal.Instant
}

/** All verdicts and remarks on one question, as one query. */
export async function readDiscussion(db: Db, assessmentId: string, controlId: string): Promise<Discussion> {
  const { rows } = await sql<Said>`
    (select r.version, r.verdict, r.answer_version as "answerVersion", null::uuid as id, null as side, r.remark as text,
            r.reviewed_by as by, r.reviewed_at as at
       from security.review r where r.assessment_id = ${assessmentId}::uuid and r.control_id = ${controlId} order by r.version desc limit ${most})
    union all
    (select null, null, null, m.id, m.side, m.text, m.written_by, m.written_at
       from security.remark m where m.assessment_id = ${assessmentId}::uuid and m.control_id = ${controlId} order by m.id desc limit ${most})`.execute(
    db,
  )
  const history = rows.flatMap((row) => asReview(row) ?? [])
  const remarks = rows.flatMap((row) => (row.version === null ? [asRemark(row)] : []))
  return {
    history: history.toSorted((a, b) => b.version - a.version),
    remarks: remarks.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  }
}

const asReview = ({ version, verdict, answerVersion, text, by, at }: Said): Review | undefined =>
  version === null ? undefined : { version, verdict, answerVersion, remark: text, reviewedBy: by, reviewedAt: at }

const asRemark = ({ id, side, text, by, at }: Said): Remark => ({ id, side, text, writtenBy: by, writtenAt: at })
