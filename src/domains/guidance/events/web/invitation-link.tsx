import { type Refusal, isRefusal, refuse } from '#kernel/outcome.ts'
import { sha256 } from '#platform/crypto/hash.ts'
import { type Answer, page } from '#platform/http/answer.ts'
import type { PublicContext } from '#platform/http/context.ts'
import { type PageRoute, publicPage, publicSubmit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import type { Incoming } from '#platform/http/request.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form, Submit, TextField, errorAt } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import type { Event } from '../event/event.ts'
import { countSeats, findEvent, noSeats, type SeatCounts } from '../event/queries.ts'
import { closedForAll } from '../places/check-registration.ts'
import { findLink, type Link } from '../places/find-link.ts'
import { guestForm } from '../places/schemas.ts'
import { hindranceInWords, registerByInvitation } from '../places/register.ts'
import { eventRoutes } from '../routes.ts'
import { DateTable, RulePanel, SeatPanel } from './course-facts.tsx'
import { nameOf, whenInWords } from './rules-in-words.ts'

const title = 'Einladung'
const labels = { name: 'Name', email: 'E-Mail' }

/** Whoever was sent an invitation registers without an account. */
export const invitationLinkPages: PageRoute[] = [
  publicPage(eventRoutes.invitation, (ctx, request) => formPage(ctx, request, undefined)),
  publicSubmit(eventRoutes.invitation, registered),
]

interface Invited {
  link: Link
  event: Event
  /** Why nobody registers by it any more. */
  over: Refusal | undefined
}

async function invitedBy({ db, now }: PublicContext, { params }: Incoming): Promise<Invited | undefined> {
  const link = await findLink(db, params['token'] ?? '', 'invitation')
  const event = link && (await findEvent(db, link.eventId))
  if (!link || !event) return undefined
  const isOver = link.expiresAt !== null && link.expiresAt.epochMilliseconds <= now.epochMilliseconds
  const hindrance = link.revokedAt ? 'revoked' : isOver ? 'expired' : link.usesLeft === 0 ? 'used' : undefined
  return {
    link,
    event,
    over: hindrance === undefined ? closedForAll(event, now) : refuse(hindranceInWords(hindrance, event)),
  }
}

const unknownInvitation = (): Answer =>
  page({
    title,
    status: 404,
    view: () => (
      <div class="lw-stack lw-stack--l lw-measure">
        <PageHead title={title} />
        <Alert kind="info" title="Diese Einladung gibt es nicht">
          <p>Vielleicht fehlt in der Adresse etwas. Bitte öffnen Sie den Link noch einmal ganz.</p>
        </Alert>
      </div>
    ),
  })

/** The same page whether the address was new or is registered already: only the mail to it tells. */
async function registered(ctx: PublicContext, request: Incoming): Promise<Answer> {
  const invited = await invitedBy(ctx, request)
  if (!invited) return unknownInvitation()
  if (invited.over) return formPage(ctx, request, invited.over)
  const guest = parse(
    guestForm,
    { name: request.form['name'] ?? '', email: (request.form['email'] ?? '').trim() },
    'Die Anmeldung ist noch nicht gespeichert',
  )
  if (isRefusal(guest)) return formPage(ctx, request, guest)
  const kept = await registerByInvitation(ctx, invited.event, sha256(request.params['token'] ?? ''), guest)
  if (isRefusal(kept)) return formPage(ctx, request, kept)
  return page({
    title,
    view: () => (
      <div class="lw-stack lw-stack--l lw-measure">
        <PageHead title={nameOf(invited.event)} lead={whenInWords(invited.event)} />
        <Alert kind="success" title="Ihre Anmeldung ist angekommen" live="status">
          <p>
            Ob Sie einen Platz haben oder auf der Warteliste stehen, sagt Ihnen eine Mail an {guest.email}. Mit dem Link
            darin sehen Sie Ihren Stand und können sich abmelden.
          </p>
        </Alert>
      </div>
    ),
  })
}

async function formPage(ctx: PublicContext, request: Incoming, refusal: Refusal | undefined): Promise<Answer> {
  const invited = await invitedBy(ctx, request)
  if (!invited) return unknownInvitation()
  const counts = (await countSeats(ctx.db, [invited.event.id])).get(invited.event.id) ?? noSeats
  return page({
    title,
    status: refusal ? 422 : 200,
    refusal,
    view: () => <Invitation {...invited} counts={counts} request={request} refusal={refusal} />,
  })
}

interface View extends Invited {
  counts: SeatCounts
  request: Incoming
  refusal: Refusal | undefined
}

const Invitation = ({ link, event, over, counts, request, refusal }: View) => (
  <>
    <PageHead title={`Einladung: ${nameOf(event)}`} lead={[whenInWords(event), event.lead].filter(Boolean).join(' ')} />
    <div class="lw-split">
      <div class="lw-stack lw-stack--xl">
        {over ? (
          <>
            <Alert kind="info" title="Mit dieser Einladung kann sich niemand mehr anmelden">
              <p>{over.refused}</p>
            </Alert>
            <p>
              <ButtonLink href={eventRoutes.detail.href({ id: event.id })}>Zur Veranstaltung</ButtonLink>
            </p>
          </>
        ) : (
          <GuestForm link={link} request={request} refusal={refusal} />
        )}
        <DateTable event={event} />
      </div>
      <div class="lw-stack lw-stack--l">
        <SeatPanel event={event} counts={counts} />
        <RulePanel event={event} />
      </div>
    </div>
  </>
)

const GuestForm = ({ link, request: { params, form }, refusal }: Pick<View, 'link' | 'request' | 'refusal'>) => (
  <div class="lw-stack">
    {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} labels={labels} />}
    <Form action={eventRoutes.invitation.href({ token: params['token'] ?? '' })}>
      <p>
        Sie melden sich{link.organization ? ` für ${link.organization}` : ''} als Gast an, ohne Zugang. Name und
        E-Mail-Adresse sieht die Veranstalterin; einige Zeit nach der Veranstaltung werden sie gelöscht.
      </p>
      <TextField
        name="name"
        label={labels.name}
        autocomplete="name"
        maxlength={200}
        value={form['name']}
        error={errorAt(refusal?.errors, 'name')}
        required
      />
      <TextField
        name="email"
        label={labels.email}
        type="email"
        autocomplete="email"
        hint="Dorthin kommt, ob Sie einen Platz haben."
        value={form['email']}
        error={errorAt(refusal?.errors, 'email')}
        required
      />
      <Submit>Anmelden</Submit>
    </Form>
  </div>
)
