import { isRefusal } from '#kernel/outcome.ts'
import { type EnrollmentWithSteps, findEnrollment, programmeRoutes } from '#foundation/programmes/index.ts'
import { type Answer, type Crumb, forbidden, notFound } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { may } from '../access.ts'
import type { Account } from '../accounts/account.ts'
import { findAccount } from '../accounts/queries.ts'
import { fundingRoutes as routes } from '../routes.ts'

export interface OnAccount {
  road: EnrollmentWithSteps
  account: Account
}

const none = 'Ein Budget gibt es hier nicht, oder es gehört einer anderen Kommune.'

/** The budget of a road, if whoever asks may see it. */
export async function onAccount(
  ctx: Context,
  id: string | undefined,
  work: (found: OnAccount) => Promise<Answer>,
): Promise<Answer> {
  const road = await findEnrollment(ctx.db, id ?? '')
  const account = road && (await findAccount(ctx.db, road.id))
  return account ? work({ road, account }) : notFound(none)
}

/** For who books on it. */
export const onBooking = (
  ctx: Context,
  id: string | undefined,
  work: (found: OnAccount) => Promise<Answer>,
): Promise<Answer> =>
  onAccount(ctx, id, async (found) => {
    const allowed = may.book(found.road)
    return isRefusal(allowed) ? forbidden(allowed) : work(found)
  })

/** The way back: the road, or for those who lead the list of all budgets. */
export const accountCrumbs = ({ road, account }: OnAccount, ...more: Crumb[]): Crumb[] => [
  { label: `${road.organizationName}: ${road.programmeName}`, href: programmeRoutes.road.href({ id: road.id }) },
  ...(more.length === 0
    ? [{ label: 'Budget' }]
    : [{ label: 'Budget', href: routes.account.href({ id: account.enrollmentId }) }, ...more]),
]
