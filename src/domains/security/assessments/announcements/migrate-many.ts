import { CompiledQuery } from 'kysely'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { compareCatalogs, type Comparison, findCatalog, isToConfirm } from '#foundation/catalogs/index.ts'
import type { Db } from '#platform/db/database.ts'
import type { Context } from '#platform/http/context.ts'
import type { Assessment } from '../assessment.ts'
import { migrateAssessment } from '../migration/migrate-assessment.ts'
import { answeredIn } from '../migration/queries.ts'
import { findAssessment } from '../queries.ts'
import type { Announcement, AnswerMove } from './announcement.ts'
import type { Concerned } from './queries.ts'

/** A check that is asked to go on with another version, and what of it goes along. */
export interface ConcernedCheck {
  assessment: Assessment
  announcement: Announcement
  move: AnswerMove
}

/** What became of one check: the new one, or the sentence that says why not. */
export interface Migrated {
  assessment: Assessment
  announcement: Announcement
  outcome: Outcome<{ assessmentId: string }>
}

/** What goes along of each of these checks. Two on the same versions share the comparison. */
export async function surveyChecks(ctx: Context, concerned: readonly Concerned[]): Promise<ConcernedCheck[]> {
  const comparisons = new Map<string, ReturnType<typeof compareCatalogs>>()
  const checks: ConcernedCheck[] = []
  for (const { assessmentId, announcement } of concerned) {
    const assessment = await findAssessment(ctx.db, assessmentId)
    const [from, to] = [await findCatalog(ctx.db, announcement.from.id), await findCatalog(ctx.db, announcement.to.id)]
    if (!assessment || !from || !to) continue
    const pair = `${from.id} ${to.id}`
    const compared = comparisons.get(pair) ?? compareCatalogs(ctx.db, from, to)
    comparisons.set(pair, compared)
    const move = answersMoved(await compared, await answeredIn(ctx.db, assessmentId))
    checks.push({ assessment, announcement, move })
  }
  return checks
}

/** Migrates them one after the other; what is refused for one is undone for that one alone. */
export async function migrateMany(ctx: Context, concerned: readonly Concerned[]): Promise<Migrated[]> {
  const done: Migrated[] = []
  for (const { assessmentId, announcement } of concerned) {
    const assessment = await findAssessment(ctx.db, assessmentId)
    const to = await findCatalog(ctx.db, announcement.to.id)
    if (!assessment || !to) continue
    const outcome = await onItsOwn(ctx.db, () => migrateAssessment(ctx, assessment, to))
    done.push({ assessment, announcement, outcome })
  }
  return done
}

/** Under a savepoint that is gone back to where the deed was refused. */
async function onItsOwn<T>(db: Db, deed: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const run = (text: string) => db.executeQuery(CompiledQuery.raw(text))
  await run('savepoint one_check')
  const outcome = await deed()
  await run(isRefusal(outcome) ? 'rollback to savepoint one_check' : 'release savepoint one_check')
  return outcome
}

function answersMoved({ pairs, lost, new: added }: Comparison, answered: ReadonlySet<string>): AnswerMove {
  const moving = pairs.filter(({ before }) => answered.has(before.id))
  return {
    moving: moving.length,
    toConfirm: moving.filter(isToConfirm).length,
    staying: lost.filter(({ id }) => answered.has(id)).length,
    new: added.length,
  }
}
