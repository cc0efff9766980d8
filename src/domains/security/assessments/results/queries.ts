import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Db } from '#platform/db/database.ts'
import type { Answer } from '../assessment.ts'
import type { CountAt } from './progress.ts'
import type { SignedBy, Verdict } from './report.ts'

/** Titles of the evidence that is there, oldest first. */
export const listEvidenceTitles = async (
  db: Db,
  assessmentId: string,
): Promise<{ controlId: string; title: string; validUntil: string | null }[]> =>
  db
    .selectFrom('security.evidence')
    .select(['control_id as controlId', 'title', 'valid_until as validUntil'])
    .where('assessment_id', '=', assessmentId)
    .where('removed_at', 'is', null)
    .orderBy('control_id')
    .orderBy('id')
    .execute()

/** The verdict that counts of each question judged. */
export const listVerdicts = async (db: Db, assessmentId: string): Promise<(Verdict & { controlId: string })[]> =>
  (
    await sql<Verdict & { controlId: string }>`
    select distinct on (r.control_id) r.control_id as "controlId", r.verdict, r.remark, r.reviewed_by as "reviewedBy",
           r.reviewed_at as "reviewedAt"
      from security.review r where r.assessment_id = ${assessmentId}::uuid
     order by r.control_id, r.version desc`.execute(db)
  ).rows

/** The signatures that count, the first one first. */
export const listSignatures = async (db: Db, assessmentId: string): Promise<SignedBy[]> =>
  (
    await sql<SignedBy>`
    select s.side, s.signed_by as "personId", g.role, o.name as "actingForName", s.signed_at as "signedAt", g.shown_sha256 as sha256
      from security.sign_off s
      join signatures.signature g on g.id = s.signature_id
      join organizations.organization o on o.id = g.acting_for
     where s.assessment_id = ${assessmentId}::uuid and s.withdrawn_at is null
     order by s.signed_at, s.id`.execute(db)
  ).rows

/** What had been said in each outermost group at each of these moments, out of the history of the answers. */
export const countsAt = async (
  db: Db,
  assessmentId: string,
  moments: readonly Temporal.Instant[],
): Promise<CountAt[]> =>
  (
    await sql<CountAt>`
    select m.at, a.top_key as key,
           (count(*) filter (where a.answer = 'yes'))::integer as yes,
           (count(*) filter (where a.answer = 'no'))::integer as no,
           (count(*) filter (where a.answer = 'notApplicable'))::integer as "notApplicable",
           (count(*) filter (where a.level is not null))::integer as levels,
           (count(*) filter (where a.target > 0))::integer as rated,
           coalesce(sum(least(a.level, a.target)::float8 / a.target) filter (where a.target > 0), 0) as reached
      from unnest(${moments.map(String)}::timestamptz[]) as m(at)
      cross join lateral (
        select distinct on (v.control_id) v.top_key, v.answer, v.level, v.target, v.unconfirmed
          from security.answer v where v.assessment_id = ${assessmentId}::uuid and v.answered_at <= m.at
         order by v.control_id, v.version desc) a
     where not a.unconfirmed
     group by m.at, a.top_key`.execute(db)
  ).rows

/** The versions that a table was made from, by "version id". */
export async function listThoseVersions(
  db: Db,
  assessmentId: string,
  wanted: readonly { controlId: string; version: number | null }[],
): Promise<Map<string, Answer>> {
  const pairs = wanted.filter(({ version }) => version !== null)
  const { rows } = await sql<Answer & { controlId: string }>`
    select a.control_id as "controlId", a.answer, a.level, a.target, a.note, a.version, a.unconfirmed,
           a.answered_by as "answeredBy", a.answered_at as "answeredAt"
      from security.answer a
      join unnest(${pairs.map(({ controlId }) => controlId)}::text[], ${pairs.map(({ version }) => version)}::integer[]) as w(id, version)
        on w.id = a.control_id and w.version = a.version
     where a.assessment_id = ${assessmentId}::uuid`.execute(db)
  return new Map(rows.map(({ controlId, ...answer }) => [`${answer.version} ${controlId}`, answer]))
}
