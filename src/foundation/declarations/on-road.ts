import { type EnrollmentWithSteps, findEnrollment, programmeRoutes } from '#foundation/programmes/index.ts'
import { type Answer, type Crumb, notFound } from '#platform/http/answer.ts'
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

export const roadCrumbs = ({ id, programmeName, organizationName }: EnrollmentWithSteps, title: string): Crumb[] => [
  { label: `${programmeName}: ${organizationName}`, href: programmeRoutes.road.href({ id }) },
  { label: title },
]
