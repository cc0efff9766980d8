import { sql } from 'kysely'
import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { recordEach } from '#foundation/audit/index.ts'
import { findCatalogByHash } from '#foundation/catalogs/index.ts'
import type { Db } from '#platform/db/database.ts'
import type { Context } from '#platform/http/context.ts'
import { answering, whileOpen } from './access.ts'
import type { Answer, Assessment } from './assessment.ts'
import { whoSignsWaits } from './give-answer.ts'
import { type FilledRow, type ImportedAnswer, type ImportPlan, planImport } from './plan-import.ts'
import { findAssessment } from './queries.ts'
import { startAssessment } from './start-assessment.ts'

/** A filled workbook, read before the transaction. */
export interface FilledWorkbook {
  /** Of its catalog part. */
  sha256: string
  questions: FilledRow[]
}

export interface ImportReport extends Omit<ImportPlan, 'write'> {
  /** Null when nothing was written and there is no check yet. */
  assessment: Assessment | null
  /** How many first answers were written, or would be. */
  written: number
}

/**
 * Takes the answers of a filled workbook into the check of the organization on its catalog; there is one begun when there is none.
 * As everywhere a first answer is written, and one that is there already is not overwritten by a file: who differs is told.
 * With `dryRun` nothing is written, and the report says what would be.
 */
export async function importAnswers(
  ctx: Context,
  organizationId: string,
  { sha256, questions }: FilledWorkbook,
  dryRun: boolean,
): Promise<Outcome<ImportReport>> {
  const catalog = await findCatalogByHash(ctx.db, sha256)
  if (!catalog)
    return refuse(
      'Die Fragen dieser Arbeitsmappe sind hier noch nicht eingelesen. Bitte geben Sie der Programmleitung des Verbunds die leere Arbeitsmappe, aus der Ihre Kopie stammt; sie liest sie unter „Kataloge“ ein.',
      [{ path: 'file', message: 'Zu diesen Fragen gibt es noch keinen Katalog. Gespeichert wurde nichts.' }],
    )
  const there = await findCheck(ctx.db, organizationId, catalog.id)
  const plan = planImport(questions, there ? await latestAnswers(ctx.db, there.id) : new Map())
  if (dryRun || plan.write.length === 0) return reportOf(plan, there ?? null, plan.write.length)
  const id = there?.id ?? (await startAssessment(ctx, organizationId, catalog))
  if (isRefusal(id)) return id
  const assessment = there ?? (await findAssessment(ctx.db, id))
  if (!assessment) throw new Error('a check that was begun just now is not visible')
  const open = whileOpen(assessment)
  if (isRefusal(open)) return open
  const written = await whoSignsWaits(ctx, assessment, () => writeFirstAnswers(ctx, assessment, plan.write))
  if (isRefusal(written)) return written
  if (written.size === plan.write.length) return reportOf(plan, assessment, written.size)
  // Somebody answered at the same moment: what was not written is compared anew.
  const rest = planImport(
    questions.filter(({ key }) => !written.has(key)),
    await latestAnswers(ctx.db, id),
  )
  return reportOf({ ...rest, total: plan.total }, assessment, written.size)
}

const reportOf = ({ write: _, ...plan }: ImportPlan, assessment: Assessment | null, written: number): ImportReport => ({
  ...plan,
  assessment,
  written,
})

async function findCheck(db: Db, organizationId: string, catalogId: string): Promise<Assessment | undefined> {
  const row = await db
    .selectFrom('security.assessment')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('catalog_id', '=', catalogId)
    .where('signed_off_at', 'is', null)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return row && findAssessment(db, row.id)
}

/** The version that counts of everything that was answered, by number. */
export async function latestAnswers(db: Db, assessmentId: string): Promise<Map<string, Answer>> {
  const { rows } = await sql<Answer & { controlId: string }>`
    select distinct on (a.control_id) a.control_id as "controlId", a.answer, a.level, a.target, a.note, a.version, a.unconfirmed,
           a.answered_by as "answeredBy", a.answered_at as "answeredAt"
      from security.answer a where a.assessment_id = ${assessmentId}::uuid
     order by a.control_id, a.version desc`.execute(db)
  return new Map(rows.map(({ controlId, ...answer }) => [controlId, answer]))
}

/** The first versions of many answers by one statement, under the same key that lets only one of two people write a version. */
async function writeFirstAnswers(
  ctx: Context,
  { id, organizationId, catalogId }: Assessment,
  answers: readonly ImportedAnswer[],
): Promise<Set<string>> {
  const { rows } = await sql<{ controlId: string }>`
    insert into security.answer (organization_id, assessment_id, catalog_id, control_id, top_key, version, answer, note, answered_by, answered_at)
    select ${organizationId}::uuid, ${id}::uuid, ${catalogId}::uuid, c.id, c.top_key, 1, w.answer, w.note,
           ${ctx.actor.personId}::uuid, ${ctx.now.toString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) as w("controlId" text, answer text, note text)
      join catalogs.control c on c.catalog_id = ${catalogId}::uuid and c.id = w."controlId"
    on conflict do nothing
    returning control_id as "controlId"`.execute(ctx.db)
  await recordEach(
    ctx,
    'answer.given',
    rows.map(({ controlId }) => ({ organizationId, subjectId: id, data: { controlId, version: 1 }, needs: answering })),
  )
  return new Set(rows.map(({ controlId }) => controlId))
}
