import { localDay } from '#kernel/local-day.ts'
import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { holdersOf, namesOf } from '#foundation/identity/index.ts'
import { type Answer, forbidden, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import type { Incoming } from '#platform/http/request.ts'
import { deciders, may } from '../access.ts'
import { stands } from '../consent.ts'
import { giveConsent } from '../give-consent.ts'
import { type Purpose, purposesFor } from '../purposes.ts'
import { listConsents } from '../queries.ts'
import { revokeConsent } from '../revoke-consent.ts'
import { consentRoutes } from '../routes.ts'
import { consentForm } from '../schemas.ts'
import { title as listTitle } from './consents.tsx'
import { PurposeView } from './purpose-view.tsx'

const shownRows = 30

/** One purpose: what one consents to, and saying so or taking it back. */
export const purposePages: PageRoute[] = [
  show(consentRoutes.purpose, onPurpose(purposePage), { guard: may.see }),
  submit(
    consentRoutes.purpose,
    onPurpose(async (ctx, purpose, { form }) => {
      const allowed = may.decide(ctx.actor)
      if (isRefusal(allowed)) return forbidden(allowed)
      const wish = parse(consentForm, { textVersion: form['textVersion'], agreed: form['agreed'] ?? '' }, nothingGiven)
      if (isRefusal(wish)) return purposePage(ctx, purpose, {}, wish)
      const outcome = await giveConsent(ctx, purpose, wish)
      if (isRefusal(outcome)) return purposePage(ctx, purpose, {}, outcome)
      if ('newer' in outcome) return purposePage(ctx, outcome.newer, {}, textIsNewer, 409)
      return redirect(back(purpose), `Eingewilligt: „${purpose.title}“. ${purpose.heeded}`)
    }),
    { guard: may.see },
  ),
  submit(
    consentRoutes.revocation,
    onPurpose(async (ctx, purpose) => {
      const allowed = may.decide(ctx.actor)
      if (isRefusal(allowed)) return forbidden(allowed)
      const found = await listConsents(ctx.db, { purpose: purpose.key, limit: 1 })
      const standing = isRefusal(found) ? undefined : found.items.find(stands)
      const done = standing ? await revokeConsent(ctx, standing) : nothingStands
      if (isRefusal(done)) return purposePage(ctx, purpose, {}, done)
      return redirect(back(purpose), `Widerrufen: „${purpose.title}“. ${purpose.heeded}`)
    }),
    { guard: may.see },
  ),
]

const nothingGiven = 'Eingewilligt ist noch nichts'
const textIsNewer: Refusal = {
  refused:
    'Der Text hat jetzt eine andere Fassung. Eingewilligt ist nichts. Bitte lesen Sie ihn und entscheiden Sie noch einmal.',
}
const nothingStands: Refusal = { refused: 'Es gibt keine Einwilligung, die gilt. Geändert ist nichts.' }

const back = ({ key }: Purpose): string => consentRoutes.purpose.href({ purpose: key })

function onPurpose(
  work: (ctx: Context, purpose: Purpose, request: Pick<Incoming, 'form' | 'query'>) => Promise<Answer>,
) {
  return async (ctx: Context, request: Incoming): Promise<Answer> => {
    const purpose = purposesFor(ctx.actor.actingFor?.kind).find(({ key }) => key === request.params['purpose'])
    return purpose ? work(ctx, purpose, request) : notFound()
  }
}

async function purposePage(
  ctx: Context,
  purpose: Purpose,
  { query }: { query?: Record<string, string> },
  refusal?: Refusal,
  status: 409 | 422 = 422,
): Promise<Answer> {
  const { actor, db, now } = ctx
  const history = await listConsents(db, { purpose: purpose.key, limit: shownRows, cursor: query?.['ab'] })
  if (!actor.actingFor || isRefusal(history)) return notFound()
  const place = actor.actingFor
  const mayDecide = !isRefusal(may.decide(actor))
  const heads = mayDecide
    ? []
    : await holdersOf(db, { organizationId: place.id, roles: deciders, today: localDay(now).toString() })
  const names = [...(await namesOf(db, heads)).values()]
  return page({
    title: purpose.title,
    status: refusal ? status : 200,
    refusal,
    crumbs: [{ label: listTitle, href: consentRoutes.list.href() }, { label: purpose.title }],
    view: () => <PurposeView {...{ purpose, place, mayDecide, refusal }} heads={names} history={history} />,
  })
}
