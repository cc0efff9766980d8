import type { Temporal } from 'temporal-polyfill'
import { type Answer, page } from '#platform/http/answer.ts'
import type { PublicContext } from '#platform/http/context.ts'
import { type PageRoute, publicPage, publicSubmit } from '#platform/http/page-route.ts'
import type { Incoming } from '#platform/http/request.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { Form, Submit } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Offer } from '#ui/offer/offer.tsx'
import { findEvent } from '../event/queries.ts'
import type { Event } from '../event/event.ts'
import { answerInWords, answerOfferByLink } from '../places/answer-offer.ts'
import { findLink, type Link } from '../places/find-link.ts'
import { eventRoutes } from '../routes.ts'
import { DateTable } from './course-facts.tsx'
import { momentInWords, nameOf, whenInWords } from './rules-in-words.ts'

const title = 'Angebot eines Platzes'

/** The page behind the link of an offer. Looking at it decides nothing, however often a mail program opens it. */
export const offerLinkPages: PageRoute[] = [
  publicPage(eventRoutes.offer, async (ctx, request) => {
    const link = await findLink(ctx.db, tokenOf(request), 'offer')
    const event = link && (await findEvent(ctx.db, link.eventId))
    return link ? offerPage(ctx, tokenOf(request), link, event) : unknownOffer()
  }),
  publicSubmit(eventRoutes.offerAcceptance, (ctx, request) => answered(ctx, tokenOf(request), true)),
  publicSubmit(eventRoutes.offerDecline, (ctx, request) => answered(ctx, tokenOf(request), false)),
]

const tokenOf = ({ params }: Incoming): string => params['token'] ?? ''

const unknownOffer = (): Answer =>
  page({
    title,
    status: 404,
    view: () => (
      <div class="lw-stack lw-stack--l lw-measure">
        <PageHead title={title} />
        <Alert kind="info" title="Dieses Angebot gibt es nicht">
          <p>Vielleicht fehlt in der Adresse etwas. Bitte öffnen Sie den Link aus der Mail noch einmal ganz.</p>
        </Alert>
        <p>
          <ButtonLink href={eventRoutes.list.href()}>Kurse und Veranstaltungen</ButtonLink>
        </p>
      </div>
    ),
  })

const stands = ({ state, offerUntil, isCancelled }: Link, now: Temporal.Instant): boolean =>
  state === 'offered' && !isCancelled && offerUntil !== null && now.epochMilliseconds < offerUntil.epochMilliseconds

function offerPage({ now }: PublicContext, token: string, link: Link, event: Event | undefined): Answer {
  const name = nameOf({ title: link.title, kind: link.eventKind, run: link.run })
  return page({
    title,
    view: () => (
      <div class="lw-stack lw-stack--xl lw-measure">
        <PageHead title={name} lead={event ? whenInWords(event) : undefined} />
        {stands(link, now) ? (
          <OpenOffer token={token} link={link} />
        ) : (
          <>
            <Alert kind="info" title={overInWords(link)} />
            <p>
              <ButtonLink href={eventRoutes.detail.href({ id: link.eventId })}>Zur Veranstaltung</ButtonLink>
            </p>
          </>
        )}
        {event && <DateTable event={event} />}
      </div>
    ),
  })
}

/** Why there is nothing left to answer, or how it was answered. */
function overInWords({ state, isCancelled }: Link): string {
  if (isCancelled) return 'Diese Veranstaltung ist abgesagt, und damit gilt auch das Angebot nicht mehr.'
  switch (state) {
    case 'confirmed':
      return 'Dieser Platz ist angenommen. Mehr ist nicht zu tun.'
    case 'declined':
      return 'Dieser Platz wurde nicht angenommen. Er ging an die nächste Person auf der Warteliste.'
    case 'cancelled':
      return 'Diese Anmeldung gilt nicht mehr, und damit auch das Angebot nicht.'
    case 'waiting':
      return 'Dieses Angebot gilt nicht mehr; die Anmeldung steht wieder auf der Warteliste.'
    case 'offered':
    case 'expired':
    case null:
      return 'Die Frist für dieses Angebot ist vorbei. Der Platz geht an die nächste Person auf der Warteliste.'
  }
}

const OpenOffer = ({ token, link }: { token: string; link: Link }) => {
  const until = link.offerUntil ? momentInWords(link.offerUntil) : ''
  return (
    <Offer
      id="angebot"
      band={`Ein Platz ist für ${link.holder ?? 'Sie'} reserviert`}
      until={`bis ${until}`}
      title="Möchten Sie den Platz?"
    >
      <p>
        Ein Platz ist frei, und Sie sind an der Reihe. Er gehört bis zur Frist nur Ihnen. Entschieden ist erst etwas,
        wenn Sie hier auf eine der beiden Antworten drücken.
      </p>
      <div class="lw-row">
        <Form action={eventRoutes.offerAcceptance.href({ token })} layout="row" label="Annehmen">
          <Submit>Platz annehmen</Submit>
        </Form>
        <Form action={eventRoutes.offerDecline.href({ token })} layout="row" label="Ablehnen">
          <Submit variant="secondary">Nicht annehmen</Submit>
        </Form>
      </div>
      <p class="lw-small lw-muted">Ohne Antwort geht der Platz am {until} an die nächste Person auf der Warteliste.</p>
    </Offer>
  )
}

/** Again it says the same. 422 without a refusal: an offer that ran out just now is kept as run out. */
async function answered(ctx: PublicContext, token: string, accepts: boolean): Promise<Answer> {
  const link = await findLink(ctx.db, token, 'offer')
  if (!link) return unknownOffer()
  const said = await answerOfferByLink(ctx, token, accepts)
  const isSo = said.state === (accepts ? 'confirmed' : 'declined')
  const event = await findEvent(ctx.db, link.eventId)
  return page({
    title,
    status: isSo ? 200 : 422,
    view: () => (
      <div class="lw-stack lw-stack--xl lw-measure">
        <PageHead title={link.title} lead={event ? whenInWords(event) : undefined} />
        <Alert kind={isSo && accepts ? 'success' : 'info'} title={answerInWords(said, accepts)} live="status" />
        {event && isSo && accepts && <DateTable event={event} />}
        <p>
          <ButtonLink href={eventRoutes.detail.href({ id: link.eventId })}>Zur Veranstaltung</ButtonLink>
        </p>
      </div>
    ),
  })
}
