import type { Temporal } from 'temporal-polyfill'
import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { type Answer, page, redirect } from '#platform/http/answer.ts'
import type { PublicContext } from '#platform/http/context.ts'
import { type PageRoute, publicPage, publicSubmit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import type { Incoming } from '#platform/http/request.ts'
import { sha256 } from '#platform/crypto/hash.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form, Submit, TextArea, errorAt } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import type { Event } from '../event/event.ts'
import { isAskable } from '../feedback/feedback.ts'
import { findEvent } from '../event/queries.ts'
import { findLink, type Link } from '../places/find-link.ts'
import { leaveByLink } from '../places/leave.ts'
import { whyInSentences } from '../places/reasons.ts'
import { isActive, stateInWords } from '../places/registration.ts'
import { eventRoutes } from '../routes.ts'
import { cancellationIn } from '../schemas.ts'
import { DateTable } from './course-facts.tsx'
import { stateTags } from './place-view.tsx'
import { momentInWords, nameOf, whenInWords } from './rules-in-words.ts'
import { aheadInWords } from './why-no-seat.ts'

const title = 'Ihre Anmeldung'

/** The place of a guest, by the link of the mail. */
export const guestLinkPages: PageRoute[] = [
  publicPage(eventRoutes.guest, (ctx, request) => guestPage(ctx, request, {})),
  publicSubmit(eventRoutes.guestLeave, async (ctx, request) => {
    const token = tokenOf(request)
    const link = await findLink(ctx.db, token, 'guest')
    if (!link) return unknownPlace()
    const wanted = parse(
      cancellationIn,
      { reason: request.form['reason'] ?? '' },
      'Die Abmeldung ist noch nicht gespeichert',
    )
    const left = isRefusal(wanted) ? wanted : await leaveByLink(ctx, sha256(token), wanted.reason)
    return isRefusal(left)
      ? guestPage(ctx, request, { refusal: left })
      : redirect(eventRoutes.guest.href({ token }), `Sie sind von „${link.title}“ abgemeldet.`)
  }),
]

const hasBegun = ({ startsAt }: Event, now: Temporal.Instant): boolean =>
  startsAt !== null && startsAt.epochMilliseconds <= now.epochMilliseconds

const tokenOf = ({ params }: Incoming): string => params['token'] ?? ''

const unknownPlace = (): Answer =>
  page({
    title,
    status: 404,
    view: () => (
      <div class="lw-stack lw-stack--l lw-measure">
        <PageHead title={title} />
        <Alert kind="info" title="Diese Anmeldung gibt es nicht oder nicht mehr">
          <p>
            Vielleicht fehlt in der Adresse etwas. Bitte öffnen Sie den Link aus der Mail noch einmal ganz. Einige Zeit
            nach der Veranstaltung endet er.
          </p>
        </Alert>
      </div>
    ),
  })

async function guestPage(ctx: PublicContext, request: Incoming, typed: { refusal?: Refusal }): Promise<Answer> {
  const link = await findLink(ctx.db, tokenOf(request), 'guest')
  const event = link && (await findEvent(ctx.db, link.eventId))
  if (!link || !event) return unknownPlace()
  const { refusal } = typed
  return page({
    title,
    status: refusal ? 422 : 200,
    refusal,
    view: () => (
      <div class="lw-stack lw-stack--xl lw-measure">
        <PageHead title={nameOf(event)} lead={whenInWords(event)} />
        {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} labels={{ reason: 'Grund' }} />}
        <GuestPlace link={link} event={event} />
        {link.state === 'confirmed' && isAskable(event, ctx.now) && (
          <p>
            <a class="lw-link" href={eventRoutes.guestFeedback.href({ token: tokenOf(request) })}>
              Rückmeldung geben
            </a>
            , fünf Fragen ohne Namen
          </p>
        )}
        <DateTable event={event} />
        {link.state && isActive(link.state) && !hasBegun(event, ctx.now) && (
          <LeaveForm
            token={tokenOf(request)}
            isWaiting={link.state === 'waiting'}
            reason={request.form['reason']}
            refusal={refusal}
          />
        )}
      </div>
    ),
  })
}

const GuestPlace = ({ link, event }: { link: Link; event: Event }) => {
  const state = link.state ?? 'cancelled'
  const why = whyInSentences(
    {
      state,
      reasons: link.reasons ?? [],
      organization: link.organization,
      isApproved: !link.reasons?.includes('approval'),
    },
    event,
  )
  return (
    <Panel id="stand" title={`Anmeldung von ${link.holder ?? 'Ihnen'}`}>
      <div class="lw-stack lw-stack--s">
        <p>
          <Tag state={stateTags[state]}>
            {state === 'waiting' && link.ahead !== null ? `Warteliste, Platz ${link.ahead + 1}` : stateInWords[state]}
          </Tag>
        </p>
        <p>{why.join(' ')}</p>
        {link.ahead !== null && <p>{aheadInWords(link, true)}</p>}
        {state === 'offered' && link.offerUntil && (
          <p>
            Der Platz ist bis {momentInWords(link.offerUntil)} für Sie reserviert. Annehmen können Sie ihn mit dem Link
            in der Mail, die das Angebot gebracht hat.
          </p>
        )}
      </div>
    </Panel>
  )
}

interface LeaveFormProps {
  token: string
  isWaiting: boolean
  reason: string | undefined
  refusal: Refusal | undefined
}

const LeaveForm = ({ token, isWaiting, reason, refusal }: LeaveFormProps) => (
  <Panel id="abmelden" title="Nicht mehr dabei?">
    <Form action={eventRoutes.guestLeave.href({ token })}>
      <p>
        {isWaiting
          ? 'Sie verlassen die Warteliste. Wer sich danach neu anmeldet, steht am Ende.'
          : 'Ihr Platz geht an die nächste Person auf der Warteliste und lässt sich nicht zurückholen.'}
      </p>
      <TextArea
        name="reason"
        label="Grund"
        hint="Liest die Veranstalterin."
        rows={2}
        maxlength={500}
        value={reason}
        error={errorAt(refusal?.errors, 'reason')}
      />
      <Submit variant="secondary">Abmelden</Submit>
    </Form>
  </Panel>
)
