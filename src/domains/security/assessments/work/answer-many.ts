import { type RawBuilder, sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import { whileOpen } from '../access.ts'
import type { Assessment } from '../assessment.ts'
import { whoSignsWaits } from '../give-answer.ts'
import { latest, matching, type QuestionScope } from '../queries.ts'

/** What was answered in one go. `answeredAt` is the same for all of them and names them when they are undone. */
export interface Many {
  controlIds: string[]
  answeredAt: Temporal.Instant
}

/** Answers what is still empty within the scope with "not applicable", for one reason. What somebody answered stays as it is. */
export async function setAside(
  ctx: Context,
  assessment: Assessment,
  scope: QuestionScope,
  reason: string,
): Promise<Outcome<Many>> {
  const done = await appendMany(ctx, assessment, scope, {
    content: sql`'notApplicable', null::smallint, null::smallint, ${reason}`,
    where: sql`a.answer is null and a.level is null`,
  })
  if (isRefusal(done)) return done
  if (done.controlIds.length === 0)
    return refuse('Geändert ist nichts: Hier ist keine Frage mehr offen, die noch niemand beantwortet hat.')
  await note(ctx, assessment, 'answers.setAside', done)
  return done
}

/** Says of answers that were carried over that they still hold; those that nobody has confirmed or changed yet. */
export async function confirmAnswers(
  ctx: Context,
  assessment: Assessment,
  scope: QuestionScope,
): Promise<Outcome<Many>> {
  const done = await appendMany(ctx, assessment, scope, {
    content: sql`a.answer, a.level, a.target, a.note`,
    where: sql`a.unconfirmed`,
  })
  if (isRefusal(done)) return done
  if (done.controlIds.length === 0) return refuse('Geändert ist nichts: Hier ist keine Antwort mehr zu bestätigen.')
  await note(ctx, assessment, 'answers.confirmed', done)
  return done
}

const note = (
  ctx: Context,
  { id, organizationId }: Assessment,
  event: 'answers.setAside' | 'answers.confirmed',
  { controlIds }: Many,
): Promise<void> => record(ctx, event, { organizationId, subjectId: id, data: { count: controlIds.length } })

/** One statement: whoever answers one of them at the same moment keeps the own answer. */
async function appendMany(
  { db, actor, now }: Context,
  assessment: Assessment,
  scope: QuestionScope,
  { content, where }: { content: RawBuilder<unknown>; where: RawBuilder<unknown> },
): Promise<Outcome<Many>> {
  const open = whileOpen(assessment)
  if (isRefusal(open)) return open
  const written = await whoSignsWaits({ db }, assessment, () =>
    sql<{ control_id: string }>`
      insert into security.answer (organization_id, assessment_id, catalog_id, control_id, top_key, version, answer, level, target, note,
                                   answered_by, answered_at)
      select ${assessment.organizationId}::uuid, ${assessment.id}::uuid, c.catalog_id, c.id, c.top_key, coalesce(a.version, 0) + 1,
             ${content}, ${actor.personId}::uuid, ${now.toString()}::timestamptz
        from catalogs.control c ${latest(sql`${assessment.id}::uuid`)}
       where ${matching(assessment, scope)} and ${where}
      on conflict do nothing
      returning control_id`.execute(db),
  )
  if (isRefusal(written)) return written
  return { controlIds: written.rows.map(({ control_id }) => control_id), answeredAt: now }
}
