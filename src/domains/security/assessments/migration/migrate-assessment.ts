import { sql } from 'kysely'
import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { type Catalog, shortVersion } from '#foundation/catalogs/index.ts'
import { notify } from '#foundation/notifications/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { answering } from '../access.ts'
import { type Assessment, checkPath } from '../assessment.ts'
import { assessmentKinds } from '../notifications.ts'
import { findAssessment } from '../queries.ts'
import { comparedPlan, inReview, listsOf, type MigrationPlan, pairsOf, planMigration, taken } from './plan-migration.ts'
import { delegatesOf } from './queries.ts'

export interface Migration {
  /** The new check. */
  assessmentId: string
  plan: MigrationPlan
  /** False where it had been moved to this version already: by a second click, or by a colleague at the same moment. */
  isNew: boolean
}

type Result = { outcome: 'done' | 'moved' | 'closed' | 'inReview' | 'taken'; assessment_id: string | null }

/**
 * Moves a check to another version of its catalog: a new check with all that was said, and the old one closed as it was. Every answer
 * goes with the identity of its requirement, never with its number (design/rules.md, Catalogs and answers 1).
 */
export async function migrateAssessment(
  ctx: Context,
  assessment: Assessment,
  catalog: Catalog,
): Promise<Outcome<Migration>> {
  const before = await movedTo(ctx, assessment, catalog)
  if (before) return before
  const plan = await planMigration(ctx, assessment, catalog)
  // What stands in the way may be what a colleague did since the check was looked up.
  if (isRefusal(plan)) return (await movedMeanwhile(ctx, assessment, catalog)) ?? plan
  const { comparison } = plan
  const { rows } = await sql<Result>`
    select outcome, assessment_id from security.migrate_assessment(${assessment.id}::uuid, ${catalog.id}::uuid, ${newId()}::uuid,
      ${ctx.now.toString()}::timestamptz, ${JSON.stringify(pairsOf(comparison))}::jsonb, ${JSON.stringify(listsOf(comparison))}::jsonb)`.execute(
    ctx.db,
  )
  const { outcome, assessment_id: there = null } = rows[0] ?? {}
  if (outcome === 'done' && there !== null) {
    await noteAndTell(ctx, assessment, plan, there)
    return { assessmentId: there, plan, isNew: true }
  }
  if (outcome === 'inReview') return refuse(inReview)
  if (outcome === 'taken') return refuse(taken(catalog, there))
  // A colleague was faster by a moment: what is there now decides.
  return (
    (await movedMeanwhile(ctx, assessment, catalog)) ??
    refuse(
      `In diesem Augenblick hat jemand anderes diese Prüfung in eine andere Fassung überführt. Dort geht es weiter: ${checkPath(there ?? '')}`,
    )
  )
}

/** What somebody did already, where it is just what is wanted. */
async function movedTo(ctx: Context, assessment: Assessment, catalog: Catalog): Promise<Migration | undefined> {
  if (assessment.migratedTo === null) return undefined
  const there = await findAssessment(ctx.db, assessment.migratedTo)
  return there?.catalogId === catalog.id
    ? { assessmentId: there.id, plan: await comparedPlan(ctx.db, assessment, catalog), isNew: false }
    : undefined
}

async function movedMeanwhile(ctx: Context, { id }: Assessment, catalog: Catalog): Promise<Migration | undefined> {
  const now = await findAssessment(ctx.db, id)
  return now && movedTo(ctx, now, catalog)
}

async function noteAndTell(ctx: Context, from: Assessment, plan: MigrationPlan, id: string): Promise<void> {
  const { organizationId, catalogTitle } = from
  await record(ctx, 'assessment.migrated', {
    organizationId,
    subjectId: id,
    data: {
      from: from.id,
      catalogId: plan.catalog.id,
      same: plan.comparison.pairs.length,
      changed: plan.changed.length,
      lost: plan.lost.length,
      new: plan.new.length,
    },
    needs: answering,
  })
  await notify(ctx, {
    personIds: (await delegatesOf(ctx.db, id)).filter((person) => person !== ctx.actor.personId),
    kind: assessmentKinds.assessmentMigrated,
    title: `${ctx.actor.name} hat „${catalogTitle}“ in die Fassung ${shortVersion(plan.catalog.version)} überführt. Ihre Listen und Antworten sind mit umgezogen.`,
    url: checkPath(id),
    organizationId,
  })
}
