import { type Outcome, isRefusal, type Refusal } from '#kernel/outcome.ts'
import { type PreparedFile, prepareFile, usualLimit } from '#foundation/files/index.ts'
import { openNeeds } from '#foundation/programmes/index.ts'
import { findAccount } from '#domains/security/funding/index.ts'
import { type Answer, forbidden, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import type { Incoming } from '#platform/http/request.ts'
import { may } from '../../access.ts'
import { onRoad } from '../../on-road.ts'
import { packageRoutes as routes } from '../../routes.ts'
import { decidePackage, type Way } from '../decide-package.ts'
import { paperFault } from '../paper.ts'
import { packagesOf } from '../queries.ts'
import { decisionForm, paperForm } from '../schemas.ts'
import { DecisionView } from './decision-view.tsx'
import { crumbs, type Found, packagePage } from './package-page.tsx'
import { statusOf, type Typed } from './typed.ts'

/** Where the head strikes, signs, or lays down the signed paper. */
export const decisionPages: PageRoute[] = [
  show(routes.decision, (ctx, request) =>
    onDecision(ctx, request, async (found) =>
      found.found.state === 'submitted'
        ? decisionPage(ctx, found, struckIn(request.query, found))
        : redirect(routes.package.href({ id: found.road.id }), 'Hier wartet gerade kein Paket auf eine Entscheidung.'),
    ),
  ),
  submit(
    routes.decision,
    (ctx, request) =>
      onDecision(ctx, request, async (found) => {
        const { role, form } = { role: 'chiefExecutive', form: request.form }
        const struck = struckIn(form, found)
        const wish = parse(decisionForm, form, 'Das Paket ist noch nicht entschieden')
        if (isRefusal(wish)) return decisionPage(ctx, found, struck, { at: 'sign', refusal: wish })
        const by: Way = {
          way: 'portal',
          role,
          shownSha256: wish.shownSha256,
          passwordConfirmed: request.confirmation,
        }
        return decided(ctx, found, { version: wish.version, struck, by }, { at: 'sign', form })
      }),
    { confirms: true },
  ),
  submit<Outcome<PreparedFile>>(
    routes.paper,
    (ctx, request, file) =>
      onDecision(ctx, request, async (found) => {
        const { form } = request
        const struck = struckIn(form, found)
        const typed = { at: 'paper', form }
        const refused = (refusal: Refusal) => decisionPage(ctx, found, struck, { ...typed, refusal })
        const wish = parse(paperForm, form, 'Das Papier ist noch nicht abgelegt')
        if (isRefusal(wish)) return refused(wish)
        if (isRefusal(file)) return refused(file)
        const wrong = paperFault(ctx, { signedOn: wish.signedOn, file })
        if (wrong) return refused(wrong)
        const by: Way = { way: 'paper', signedBy: wish.signedBy, signedOn: wish.signedOn, file }
        return decided(ctx, found, { version: wish.version, struck, by }, typed)
      }),
    { bodyLimit: usualLimit, prepare: ({ files, storage }) => prepareFile(files['file'], storage) },
  ),
]

const onDecision = (ctx: Context, { params }: Incoming, work: (found: Found) => Promise<Answer>): Promise<Answer> =>
  onRoad(ctx, params['id'], async (road) => {
    const role = may.decide(ctx.actor, road)
    if (isRefusal(role)) return forbidden(role)
    const [found] = await packagesOf(ctx.db, road.id)
    return found ? work({ road, found }) : notFound('Hier gibt es noch kein Maßnahmenpaket.')
  })

const struckIn = (given: Readonly<Record<string, string>>, { found }: Found): string[] =>
  found.items.map(({ itemId }) => itemId).filter((id) => given[`streichen-${id}`] !== undefined)

async function decided(
  ctx: Context,
  found: Found,
  wish: Parameters<typeof decidePackage>[3],
  typed: Typed,
): Promise<Answer> {
  const done = await decidePackage(ctx, found.road, found.found, wish)
  if (isRefusal(done)) return decisionPage(ctx, found, wish.struck, { ...typed, refusal: done })
  if ('changed' in done) return packagePage(ctx, found.road, { refusal: done.changed, isStale: true })
  return redirect(
    routes.package.href({ id: found.road.id }),
    'Entschieden. Die Maßnahmen stehen in der Liste, den Auftrag erteilt der Verbund.',
  )
}

/** What would be refused anyway, said before anybody signs. */
function hintOf({ road, found }: Found, struck: ReadonlySet<string>): { title: string; text: string } | undefined {
  const step = road.steps.find(({ key }) => key === 'package')
  const [before] = step && step.state !== 'done' ? openNeeds(road.steps, step) : []
  if (before)
    return {
      title: 'Noch nicht an der Reihe',
      text: `Zuerst ist „${before.title}“ dran. Lesen können Sie schon, entscheiden danach.`,
    }
  return struck.size === found.items.length
    ? {
        title: 'Nichts bleibt übrig',
        text: 'Damit wäre alles gestrichen. Geben Sie das Paket stattdessen mit einem Grund zurück.',
      }
    : undefined
}

async function decisionPage(ctx: Context, found: Found, struck: readonly string[], typed: Typed = {}): Promise<Answer> {
  const account = await findAccount(ctx.db, found.road.id)
  const name = 'Entscheiden'
  const set = new Set(struck)
  const hint = typed.refusal === undefined ? hintOf(found, set) : undefined
  return page({
    title: `${name}: Maßnahmenpaket`,
    status: statusOf(typed),
    refusal: typed.refusal,
    crumbs: crumbs(found.road, { label: name }),
    view: () => (
      <DecisionView {...found} struck={set} remainingCents={account?.remaining ?? 0} typed={typed} hint={hint} />
    ),
  })
}
