import { type EnrollmentWithSteps, findEnrollment } from '#foundation/programmes/index.ts'
import { type Answer, notFound } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'

/** Finds the road, or says that there is none. */
export async function onRoad(
  ctx: Context,
  id: string | undefined,
  work: (road: EnrollmentWithSteps) => Promise<Answer>,
): Promise<Answer> {
  const road = await findEnrollment(ctx.db, id ?? '')
  return road ? work(road) : notFound()
}
