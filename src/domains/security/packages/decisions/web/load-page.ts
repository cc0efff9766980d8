import { isRefusal } from '#kernel/outcome.ts'
import { localDay } from '#kernel/local-day.ts'
import type { EnrollmentWithSteps } from '#foundation/programmes/index.ts'
import { type Account, findAccount } from '#domains/security/funding/index.ts'
import type { Context } from '#platform/http/context.ts'
import { may } from '../../access.ts'
import { type LoadedFacts, loadFacts } from '../../proposals/load-facts.ts'
import type { Proposal } from '../../proposals/propose.ts'
import { explainItems, pressing } from '../item-wish.ts'
import type { MeasurePackage } from '../package.ts'
import { headsBy, packagesOf } from '../queries.ts'

/** Everything the page of a package shows. */
export interface PackageData {
  road: EnrollmentWithSteps
  account: Account | undefined
  /** The one that is drafted, lies before the head, or was decided last. */
  current: MeasurePackage | undefined
  earlier: readonly MeasurePackage[]
  /** Of a draft, for those who read the check: what it does as it is now, and what else there is. */
  live: { facts: LoadedFacts; proposal: Proposal } | undefined
  /** What presses most in it. */
  press: { title: string; workDays: number; acceptanceDays: number; day: string } | undefined
  heads: readonly { id: string; name: string }[]
  drafts: boolean
  decides: boolean
  sees: boolean
}

export async function loadPackagePage(ctx: Context, road: EnrollmentWithSteps): Promise<PackageData> {
  const sees = !isRefusal(may.seeReasons(ctx.actor, road))
  const [current, ...earlier] = await packagesOf(ctx.db, road.id)
  const account = await findAccount(ctx.db, road.id)
  const facts = sees && current?.state === 'draft' ? await loadFacts(ctx, road) : undefined
  const press = current && pressing(current.items, { offers: facts?.offers ?? [], deadline: road.deadline })
  return {
    road,
    account,
    current,
    earlier,
    live: facts && current ? { facts, proposal: explainItems(facts, current.items) } : undefined,
    press: press && {
      title: press.item.title,
      workDays: press.item.workDays,
      acceptanceDays: press.item.acceptanceDays,
      day: press.day,
    },
    heads: sees ? await headsBy(ctx.db, road.organizationId, localDay(ctx.now).toString()) : [],
    drafts: !isRefusal(may.draft(ctx.actor, road)) && road.state === 'active',
    decides: !isRefusal(may.decide(ctx.actor, road)) && road.state === 'active',
    sees,
  }
}
