import { findCatalog } from '#foundation/catalogs/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { Assessment } from '../assessment.ts'
import { findAssessment } from '../queries.ts'
import { comparedPlan, type MigrationPlan } from './plan-migration.ts'
import { newerOf } from './undo-migration.ts'

export interface Migrated {
  newer: Assessment
  older: Assessment
  plan: MigrationPlan
}

/** Both checks of a move with what it did, by either of them; of one in the middle of two moves, the later one. */
export async function findMigrated(ctx: Context, assessment: Assessment): Promise<Migrated | undefined> {
  const id = newerOf(assessment)
  const newer = id === assessment.id ? assessment : await findAssessment(ctx.db, id ?? '')
  return newer && findArrival(ctx, newer)
}

/** The move that a check came from. */
export async function findArrival(ctx: Context, newer: Assessment): Promise<Migrated | undefined> {
  const older = await findAssessment(ctx.db, newer.migratedFrom ?? '')
  const catalog = await findCatalog(ctx.db, newer.catalogId)
  return older && catalog && { newer, older, plan: await comparedPlan(ctx.db, older, catalog) }
}
