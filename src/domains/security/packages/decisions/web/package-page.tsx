import type { Outcome } from '#kernel/outcome.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { type EnrollmentWithSteps, programmeRoutes } from '#foundation/programmes/index.ts'
import { type Answer, type Crumb, forbidden, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import type { Incoming } from '#platform/http/request.ts'
import { may } from '../../access.ts'
import { onRoad } from '../../on-road.ts'
import { packageRoutes } from '../../routes.ts'
import type { MeasurePackage } from '../package.ts'
import { packagesOf } from '../queries.ts'
import { loadPackagePage } from './load-page.ts'
import { PackageView } from './package-view.tsx'
import { statusOf, type Typed } from './typed.ts'

export const title = 'Maßnahmenpaket'

/** The way back from a page about one road. */
export const crumbs = (road: EnrollmentWithSteps, ...more: Crumb[]): Crumb[] => [
  { label: `${road.organizationName}: ${road.programmeName}`, href: programmeRoutes.road.href({ id: road.id }) },
  ...(more.length === 0
    ? [{ label: title }]
    : [{ label: title, href: packageRoutes.package.href({ id: road.id }) }, ...more]),
]

export async function packagePage(ctx: Context, road: EnrollmentWithSteps, typed: Typed = {}): Promise<Answer> {
  const data = await loadPackagePage(ctx, road)
  return page({
    title,
    status: statusOf(typed),
    refusal: typed.refusal,
    crumbs: crumbs(road),
    view: () => <PackageView data={data} typed={typed} now={ctx.now} self={ctx.actor.personId} />,
  })
}

export interface Found {
  road: EnrollmentWithSteps
  found: MeasurePackage
}

/** What whoever drafts does to the newest package of a road. */
export const onDraft = (ctx: Context, { params }: Incoming, work: (found: Found) => Promise<Answer>): Promise<Answer> =>
  onRoad(ctx, params['id'], async (road) => {
    const allowed = may.draft(ctx.actor, road)
    if (isRefusal(allowed)) return forbidden(allowed)
    const [found] = await packagesOf(ctx.db, road.id)
    return found ? work({ road, found }) : notFound('Hier gibt es noch kein Maßnahmenpaket.')
  })

type Done = Outcome<object>

/** Back to the page: with a sentence, or with what was refused. */
export async function back(
  ctx: Context,
  road: EnrollmentWithSteps,
  done: Done,
  { said, typed = {} }: { said: string; typed?: Typed },
): Promise<Answer> {
  if (isRefusal(done)) return packagePage(ctx, road, { ...typed, refusal: done })
  if ('changed' in done && isRefusal(done.changed))
    return packagePage(ctx, road, { ...typed, refusal: done.changed, isStale: true })
  return redirect(packageRoutes.package.href({ id: road.id }), said)
}

/** The version of the package that a form was made from. */
export const versionIn = (form: Record<string, string>): number => {
  const text = form['version'] ?? ''
  return /^\d{1,9}$/.test(text) ? Number(text) : 0
}
