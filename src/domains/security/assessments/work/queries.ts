import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { Assessment } from '../assessment.ts'
import { latest, matching, type QuestionScope } from '../queries.ts'

export interface SideCount {
  evidence: number
  comments: number
}

/** How many pieces of evidence and comments there are to each of these questions, as far as the reader may see them. */
export async function countSides(
  db: Db,
  assessmentId: string,
  controlIds: readonly string[],
): Promise<Map<string, SideCount>> {
  const { rows } = await sql<SideCount & { controlId: string }>`
    select s.control_id as "controlId", (count(*) filter (where s.proves))::integer as evidence,
           (count(*) filter (where not s.proves))::integer as comments
      from (select e.control_id, true as proves from security.evidence e
             where e.assessment_id = ${assessmentId}::uuid and e.control_id = any (${[...controlIds]}::text[]) and e.removed_at is null
             union all
            select c.control_id, false from security.comment c
             where c.assessment_id = ${assessmentId}::uuid and c.control_id = any (${[...controlIds]}::text[]) and c.removed_at is null) s
     group by s.control_id`.execute(db)
  return new Map(rows.map(({ controlId, ...count }) => [controlId, count]))
}

/** How many questions of the scope nobody has answered at all: what "not applicable" for all of them would touch. */
export async function countEmpty(db: Db, assessment: Assessment, scope: QuestionScope): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count
      from catalogs.control c ${latest(sql`${assessment.id}::uuid`)}
     where ${matching(assessment, scope)} and a.answer is null and a.level is null`.execute(db)
  return rows[0]?.count ?? 0
}

/** How many answers that somebody gave in one go still are the ones that count. */
export async function countGivenAt(db: Db, assessmentId: string, personId: string, at: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from security.answer a
     where a.assessment_id = ${assessmentId}::uuid and a.answered_by = ${personId}::uuid and a.answered_at = ${at}::timestamptz
       and not exists (select from security.answer n
                        where n.assessment_id = a.assessment_id and n.control_id = a.control_id and n.version > a.version)`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}
