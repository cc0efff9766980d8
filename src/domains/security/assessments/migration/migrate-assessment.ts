import { type Outcome, refuse } from '#kernel/outcome.ts'
import type { Catalog } from '#foundation/catalogs/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { Assessment } from '../assessment.ts'

/** A check goes on with another version of its catalog. */
export const migrateAssessment = async (
  _ctx: Context,
  { catalogTitle }: Assessment,
  _catalog: Catalog,
): Promise<Outcome<{ assessmentId: string }>> =>
  refuse(`Die Prüfung „${catalogTitle}“ lässt sich noch nicht überführen.`)
