import { sql } from 'kysely'
import type { AnswerValue } from '#kernel/scale.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import { answering } from './access.ts'
import type { Answer, Assessment } from './assessment.ts'
import { findAnswer } from './queries.ts'

export interface GivenAnswer {
  answer: AnswerValue
  /** Left out: the note stays as it is. */
  note?: string | undefined
  /** The version the person has seen; left out for the first answer. */
  version?: number | undefined
}

export type AnswerOutcome =
  | { saved: Answer }
  /** An answer is there, but the person did not say which one she has seen. */
  | { unseen: Answer }
  /** Somebody else was faster; nothing is written. `theirs` is null when there is no answer of that version at all. */
  | { theirs: Answer | null }

/**
 * Appends a version. One statement compares and writes, and (assessment, control, version) is the key:
 * of two people who answer at once, one saves and the other is shown both sides.
 */
export async function giveAnswer(
  ctx: Context,
  assessment: Assessment,
  controlId: string,
  given: GivenAnswer,
): Promise<AnswerOutcome> {
  const expected = given.version ?? 0
  const { rows } = await sql<{ note: string; version: number }>`
    insert into security.answer (organization_id, assessment_id, catalog_id, control_id, version, answer, note, answered_by, answered_at)
    select ${assessment.organizationId}::uuid, ${assessment.id}::uuid, ${assessment.catalogId}::uuid, ${controlId}, latest.version + 1,
           ${given.answer}, coalesce(${given.note ?? null}::text, latest.note), ${ctx.actor.personId}::uuid, ${ctx.now.toString()}::timestamptz
      from (select coalesce(max(a.version), 0) as version,
                   coalesce((array_agg(a.note order by a.version desc))[1], '') as note
              from security.answer a where a.assessment_id = ${assessment.id}::uuid and a.control_id = ${controlId}) latest
     where latest.version = ${expected}
    on conflict do nothing
    returning version, note`.execute(ctx.db)
  const row = rows[0]
  if (row) {
    await record(ctx, 'answer.given', {
      organizationId: assessment.organizationId,
      subjectId: assessment.id,
      data: { controlId, version: row.version },
      needs: answering,
    })
    return {
      saved: {
        answer: given.answer,
        note: row.note,
        version: row.version,
        answeredBy: ctx.actor.personId,
        answeredAt: ctx.now,
      },
    }
  }
  const theirs = await findAnswer(ctx.db, assessment.id, controlId)
  return given.version === undefined && theirs ? { unseen: theirs } : { theirs: theirs ?? null }
}
