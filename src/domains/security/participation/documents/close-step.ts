import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { type EnrollmentWithSteps, setStep } from '#foundation/programmes/index.ts'
import type { Context } from '#platform/http/context.ts'
import { tellSide } from '../tell-side.ts'
import { type Document, stillMissing, stillToReview } from './document.ts'
import { documentsOf } from './queries.ts'

/** The municipality says that everything wanted is there, or said not to exist: its preparation is over. */
export const closePreparation = (ctx: Context, road: EnrollmentWithSteps): Promise<Outcome<'set' | 'same'>> =>
  close(ctx, road, 'preparation', {
    left: stillMissing,
    why: 'Es fehlt noch',
    what: 'Legen Sie das ab, oder sagen Sie, dass es das bei Ihnen nicht gibt.',
  })

/** The assessor says that all documents are reviewed. */
export async function closeReview(ctx: Context, road: EnrollmentWithSteps): Promise<Outcome<'set' | 'same'>> {
  const closed = await close(ctx, road, 'policyReview', {
    left: stillToReview,
    why: 'Nicht geprüft ist noch',
    what: 'Geändert ist nichts.',
  })
  if (!isRefusal(closed) && closed === 'set')
    await tellSide(ctx, { ...road, enrollmentId: road.id }, 'policiesReviewed', { about: road.programmeName })
  return closed
}

interface Wanted {
  left: (documents: readonly Document[]) => Document[]
  why: string
  what: string
}

/** The step is set first: it holds the road, so that no document changes between the look and the deed. */
async function close(
  ctx: Context,
  road: EnrollmentWithSteps,
  key: string,
  { left, why, what }: Wanted,
): Promise<Outcome<'set' | 'same'>> {
  const done = await setStep(ctx, road, key, { state: 'done' }, 'deed')
  if (isRefusal(done)) return done
  const open = left(await documentsOf(ctx.db, road.id))
  return open.length > 0 ? refuse(`${why}: ${open.map(({ title }) => `„${title}“`).join(', ')}. ${what}`) : done
}
