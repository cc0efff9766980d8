import { sql } from 'kysely'
import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import { whileOpen } from '../access.ts'
import type { Assessment } from '../assessment.ts'
import { whoSignsWaits } from '../give-answer.ts'

/** One answer by its version, or all that the same person gave in one go. */
export type Undone = { controlId: string; version: number } | { answeredAt: string }

/**
 * Puts the content from before on top, as a further version; what was the first answer is taken back. Only one's own, and only
 * while nobody has answered after it: what others did meanwhile is never undone with it.
 */
export async function undoAnswers(ctx: Context, assessment: Assessment, what: Undone): Promise<Outcome<string[]>> {
  const open = whileOpen(assessment)
  if (isRefusal(open)) return open
  const { db, actor, now } = ctx
  const which =
    'answeredAt' in what
      ? sql`a.answered_at = ${what.answeredAt}::timestamptz`
      : sql`a.control_id = ${what.controlId} and a.version = ${what.version}`
  const written = await whoSignsWaits(ctx, assessment, () =>
    sql<{ control_id: string }>`
      insert into security.answer (organization_id, assessment_id, catalog_id, control_id, top_key, version, answer, level, target, note,
                                   unconfirmed, answered_by, answered_at)
      select a.organization_id, a.assessment_id, a.catalog_id, a.control_id, a.top_key, a.version + 1, b.answer, b.level, b.target,
             coalesce(b.note, ''), coalesce(b.unconfirmed, false), ${actor.personId}::uuid, ${now.toString()}::timestamptz
        from security.answer a
        left join security.answer b
          on b.assessment_id = a.assessment_id and b.control_id = a.control_id and b.version = a.version - 1
       where a.assessment_id = ${assessment.id}::uuid and a.answered_by = ${actor.personId}::uuid and ${which}
         -- What came along from an earlier version of the catalog was not answered here.
         and a.moved_from is null
         and (${assessment.parts}::text[] is null or a.top_key = any (${assessment.parts}::text[]))
         and not exists (select from security.answer n
                          where n.assessment_id = a.assessment_id and n.control_id = a.control_id and n.version > a.version)
      on conflict do nothing
      returning control_id`.execute(db),
  )
  if (isRefusal(written)) return written
  const undone = written.rows.map(({ control_id }) => control_id)
  if (undone.length === 0)
    return refuse(
      'Rückgängig machen lässt sich das nicht mehr: Inzwischen wurde weiter geantwortet. Frühere Fassungen stehen im Verlauf der Frage.',
    )
  await record(ctx, 'answers.undone', {
    organizationId: assessment.organizationId,
    subjectId: assessment.id,
    data: { count: undone.length },
  })
  return undone
}
