import { sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import type { AnswerValue } from '#kernel/scale.ts'
import type { Temporal } from 'temporal-polyfill'
import type { Db } from '#platform/db/database.ts'
import type { Assessment } from '../assessment.ts'
import type { Verdict } from '../reviews/review.ts'
import type { Reopening, SignOff } from './sign-off.ts'

/** Nobody signs a check that often. */
const most = 200

/** Withdrawn ones too, the newest first; as one query, because whoever signs makes everybody wait. */
export async function listSignOffs(db: Db, assessmentId: string): Promise<SignOff[]> {
  const { rows } = await sql<SignOff>`
    select f.id, f.side, f.signed_by as "signedBy", p.name as "signerName", s.role, o.name as "actingFor", f.signed_at as "signedAt",
           s.shown, s.shown_sha256 as "shownSha256", f.withdrawn_at as "withdrawnAt", f.withdrawn_by as "withdrawnBy",
           f.withdrawal_reason as "withdrawalReason"
      from security.sign_off f
      join signatures.signature s on s.id = f.signature_id
      join organizations.organization o on o.id = s.acting_for
      left join identity.person p on p.id = f.signed_by
     where f.assessment_id = ${assessmentId}::uuid order by f.id desc limit ${most}`.execute(db)
  return rows
}

/** The newest first. */
export async function listReopenings(db: Db, assessmentId: string): Promise<Reopening[]> {
  const { rows } = await sql<Reopening>`
    select id, reason, asked_side as "askedSide", asked_by as "askedBy", asked_at as "askedAt", decided_by as "decidedBy",
           decided_at as "decidedAt", agreed
      from security.reopening where assessment_id = ${assessmentId}::uuid order by id desc limit ${most}`.execute(db)
  return rows
}

export const findReopening = async (db: Db, assessmentId: string, id: string): Promise<Reopening | undefined> =>
  isId(id) ? (await listReopenings(db, assessmentId)).find((one) => one.id === id) : undefined

/** Whether the check was begun anew since, on this version of its catalog or on a later one: then this wave is history. */
export async function hasNextWave(db: Db, assessment: Assessment): Promise<boolean> {
  const { organizationId, catalogId, wave, migratedTo } = assessment
  if (migratedTo !== null) return true
  const row = await db
    .selectFrom('security.assessment')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('catalog_id', '=', catalogId)
    .where('wave', '>', wave)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** One question with the answer and the verdict that count, as they are signed. */
export interface SignedQuestion {
  id: string
  title: string
  topKey: string
  listTitle: string
  answerVersion: number | null
  answer: AnswerValue | null
  level: number | null
  target: number | null
  unconfirmed: boolean | null
  note: string | null
  verdict: Verdict | null
  verdictVersion: number | null
  judgedVersion: number | null
  remark: string | null
}

/** The whole check in the catalog's order, as one query: everybody who signs sees the same moment. */
export async function readQuestions(db: Db, { id, catalogId }: Assessment): Promise<SignedQuestion[]> {
  const { rows } = await sql<SignedQuestion>`
    select c.id, c.title, c.top_key as "topKey", g.title as "listTitle", a.version as "answerVersion", a.answer, a.level, a.target,
           a.unconfirmed, a.note, r.verdict, r.version as "verdictVersion", r.answer_version as "judgedVersion", r.remark
      from catalogs.control c
      join catalogs.control_group g on g.catalog_id = c.catalog_id and g.key = c.top_key
      left join (select distinct on (v.control_id) v.* from security.answer v where v.assessment_id = ${id}::uuid
                  order by v.control_id, v.version desc) a on a.control_id = c.id
      left join (select distinct on (v.control_id) v.* from security.review v where v.assessment_id = ${id}::uuid
                  order by v.control_id, v.version desc) r on r.control_id = c.id
     where c.catalog_id = ${catalogId}::uuid
     order by c.position`.execute(db)
  return rows
}

/** Something that was written since an instant: an answer, or a verdict. */
export interface Change {
  kind: 'answer' | 'verdict'
  controlId: string
  title: string
  by: string
  at: Temporal.Instant
}

/** What was answered and judged from this instant on, the newest first. */
export async function changesSince(db: Db, assessmentId: string, since: Temporal.Instant): Promise<Change[]> {
  const { rows } = await sql<Change>`
    select w.kind, w.control_id as "controlId", c.title, w.by, w.at
      from (select 'answer' as kind, a.catalog_id, a.control_id, a.answered_by as by, a.answered_at as at from security.answer a
             where a.assessment_id = ${assessmentId}::uuid and a.answered_at >= ${since.toString()}::timestamptz
            union all
            select 'verdict', r.catalog_id, r.control_id, r.reviewed_by, r.reviewed_at from security.review r
             where r.assessment_id = ${assessmentId}::uuid and r.reviewed_at >= ${since.toString()}::timestamptz) w
      join catalogs.control c on c.catalog_id = w.catalog_id and c.id = w.control_id
     order by w.at desc, c.position limit 50`.execute(db)
  return rows
}
