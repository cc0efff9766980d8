import type { Refusal } from '#kernel/outcome.ts'
import { type EnrollmentWithSteps, findEnrollment } from '#foundation/programmes/index.ts'
import { findOrder, type ServiceOrder } from '#domains/security/funding/index.ts'
import { type Answer, notFound, type ProblemAnswer } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import type { Acceptance } from './acceptance/acceptance.ts'
import { findAcceptance } from './acceptance/queries.ts'

/** Works on an order that the actor sees; the office of its contractor sees no road. */
export async function onOrder<Found>(
  ctx: Context,
  id: string | undefined,
  work: (order: ServiceOrder, road: EnrollmentWithSteps | undefined) => Promise<Found>,
): Promise<Found | ProblemAnswer> {
  const order = await findOrder(ctx.db, id ?? '')
  if (!order) return notFound('Diesen Auftrag gibt es nicht, oder er ist nicht Ihrer.')
  return work(order, await findEnrollment(ctx.db, order.enrollmentId))
}

const none = 'Diese Abnahme gibt es nicht, oder sie gehört einer anderen Kommune.'

/** Works on an acceptance and the road that it belongs to. */
export async function onAcceptance<Found = Answer>(
  ctx: Context,
  id: string | undefined,
  work: (acceptance: Acceptance, road: EnrollmentWithSteps) => Promise<Found>,
): Promise<Found | ProblemAnswer> {
  const acceptance = await findAcceptance(ctx.db, id ?? '')
  const road = acceptance && (await findEnrollment(ctx.db, acceptance.enrollmentId))
  return road ? work(acceptance, road) : notFound(none)
}

/** Somebody else was faster. With its refusal the transaction is undone. */
export const changed = (refusal: Refusal): ProblemAnswer => ({
  kind: 'problem',
  status: 409,
  type: 'inzwischen-geaendert',
  title: refusal.refused,
  refusal,
})
