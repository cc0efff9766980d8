import type { Outcome } from '#kernel/outcome.ts'
import type { Context } from '#platform/http/context.ts'
import type { Enrollment } from '../enrollment.ts'
import { findRoad } from './queries.ts'
import { setStep, type StepWish } from './set-step.ts'

/**
 * For modules whose deed moves a road on: the admission, a confirmed date, an accepted report. Nothing happens (`none`) where the
 * municipality is not on such a road, or the programme has no such step. The deed's actor must be of the side that acts in this step or is
 * waited for in it: others the database does not let through.
 */
export async function settleStep(
  ctx: Context,
  road: Pick<Enrollment, 'organizationId' | 'programmeId'>,
  step: string,
  wish: StepWish,
): Promise<Outcome<'set' | 'same' | 'none'>> {
  const enrollment = await findRoad(ctx.db, road)
  if (!enrollment?.steps.some(({ key }) => key === step)) return 'none'
  return setStep(ctx, enrollment, step, wish, 'deed')
}
