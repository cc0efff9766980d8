import { localDay } from '#kernel/local-day.ts'
import { germanAmount } from '#kernel/money.ts'
import { isRefusal, type Refusal } from '#kernel/outcome.ts'
import { findProgramme, type Programme, programmeRoutes } from '#foundation/programmes/index.ts'
import { type Answer, type Crumb, forbidden, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import type { Incoming } from '#platform/http/request.ts'
import { may } from '../../access.ts'
import { packageRoutes as routes } from '../../routes.ts'
import { closingLines, type Offer } from '../offer.ts'
import { findOffer, listContractors, offersOf } from '../queries.ts'
import { newOffer, offerEnd, offerForm } from '../schemas.ts'
import { addOffer, changeOffer, endOffer } from '../write-offer.ts'
import { OfferFormView } from './offer-form.tsx'
import { OfferList } from './offer-list.tsx'

const title = 'Angebote'
const unsaved = 'Das Angebot ist noch nicht gespeichert'

/** The price list of a programme, for those who lead it. */
export const offerPages: PageRoute[] = [
  show(routes.offers, (ctx, request) =>
    onLed(ctx, request, async (programme) => {
      const offers = await offersOf(ctx.db, programme.id)
      return page({
        title,
        crumbs: crumbs(programme),
        view: () => <OfferList programme={programme} offers={offers} today={localDay(ctx.now).toString()} />,
      })
    }),
  ),
  show(routes.newOffer, (ctx, request) =>
    onLed(ctx, request, (programme) =>
      formPage(ctx, programme, undefined, {
        form: {
          kind: 'workshop',
          validFrom: localDay(ctx.now).toString(),
          contractorId: programme.contractor?.id ?? '',
        },
      }),
    ),
  ),
  submit(routes.newOffer, (ctx, request) =>
    onLed(ctx, request, async (programme) => {
      const { form } = request
      const again = (refusal: Refusal) => formPage(ctx, programme, undefined, { form, refusal })
      const read = parse(offerForm, form, unsaved)
      if (isRefusal(read)) return again(read)
      const { version: _, ...facts } = read
      const wish = parse(newOffer, facts, unsaved)
      if (isRefusal(wish)) return again(wish)
      const id = await addOffer(ctx, programme, wish)
      return isRefusal(id) ? again(id) : back(programme, `„${wish.title}“ steht in der Preisliste.`)
    }),
  ),
  show(routes.offer, (ctx, request) =>
    onOffer(ctx, request, (programme, offer) => formPage(ctx, programme, offer, { form: typedFrom(offer) })),
  ),
  submit(routes.offer, (ctx, request) =>
    onOffer(ctx, request, async (programme, offer) => {
      const { form } = request
      const again = (refusal: Refusal) => formPage(ctx, programme, offer, { form, refusal })
      const read = parse(offerForm, form, unsaved)
      if (isRefusal(read)) return again(read)
      const { key: _, version = 0, ...facts } = read
      const done = await changeOffer(ctx, programme, offer, { ...facts, version })
      if (isRefusal(done)) return again(done)
      if ('theirs' in done) return formPage(ctx, programme, done.theirs, { form, theirs: done.theirs })
      return back(programme, `„${read.title}“ ist gespeichert.`)
    }),
  ),
  submit(routes.endOffer, (ctx, request) =>
    onOffer(ctx, request, async (programme, offer) => {
      const { form } = request
      const typed = { form: { ...typedFrom(offer), ...form } }
      const wish = parse(offerEnd, { lastDay: form['lastDay'] ?? '', version: Number(form['version'] ?? 0) }, unsaved)
      if (isRefusal(wish)) return formPage(ctx, programme, offer, { ...typed, refusal: wish })
      const done = await endOffer(ctx, programme, offer, wish)
      if (isRefusal(done)) return formPage(ctx, programme, offer, { ...typed, refusal: done })
      if ('theirs' in done)
        return formPage(ctx, programme, done.theirs, { form: typedFrom(done.theirs), theirs: done.theirs })
      return back(programme, `„${offer.title}“ endet. Was damit begonnen ist, bleibt.`)
    }),
  ),
]

async function onLed(
  ctx: Context,
  { params }: Incoming,
  work: (programme: Programme) => Promise<Answer>,
): Promise<Answer> {
  const programme = await findProgramme(ctx.db, params['id'] ?? '')
  if (!programme) return notFound('Dieses Programm gibt es nicht.')
  const allowed = may.offer(programme)
  return isRefusal(allowed) ? forbidden(allowed) : work(programme)
}

const onOffer = (
  ctx: Context,
  request: Incoming,
  work: (programme: Programme, offer: Offer) => Promise<Answer>,
): Promise<Answer> =>
  onLed(ctx, request, async (programme) => {
    const offer = await findOffer(ctx.db, request.params['offer'] ?? '')
    return offer?.programmeId === programme.id ? work(programme, offer) : notFound('Dieses Angebot gibt es hier nicht.')
  })

const back = ({ id }: Programme, said: string): Answer => redirect(routes.offers.href({ id }), said)

const crumbs = ({ id, name }: Programme, ...more: Crumb[]): Crumb[] => [
  { label: name, href: programmeRoutes.show.href({ id }) },
  ...(more.length === 0 ? [{ label: title }] : [{ label: title, href: routes.offers.href({ id }) }, ...more]),
]

const typedFrom = (offer: Offer): Record<string, string> => ({
  key: offer.key,
  title: offer.title,
  kind: offer.kind,
  detail: offer.detail,
  description: offer.description,
  priceCents: germanAmount(offer.priceCents),
  workDays: String(offer.workDays),
  acceptanceDays: String(offer.acceptanceDays),
  startsOn: offer.startsOn ?? '',
  availableUntil: offer.availableUntil ?? '',
  capacity: offer.capacity === null ? '' : String(offer.capacity),
  contractorId: offer.contractor?.id ?? '',
  closes: closingLines(offer.closes),
  validFrom: offer.validFrom,
  validUntil: offer.validUntil ?? '',
})

interface Said {
  form: Record<string, string>
  refusal?: Refusal | undefined
  /** As it stands after somebody else was faster. */
  theirs?: Offer | undefined
}

async function formPage(
  ctx: Context,
  programme: Programme,
  offer: Offer | undefined,
  { form, refusal, theirs }: Said,
): Promise<Answer> {
  const contractors = await listContractors(ctx.db)
  const name = offer?.title ?? 'Neues Angebot'
  return page({
    title: name,
    status: theirs ? 409 : refusal ? 422 : 200,
    refusal,
    crumbs: crumbs(programme, { label: name }),
    view: () => (
      <OfferFormView
        programme={programme}
        offer={offer}
        contractors={contractors}
        form={form}
        refusal={refusal}
        theirs={theirs && typedFrom(theirs)}
        today={localDay(ctx.now).toString()}
      />
    ),
  })
}
