import { type Refusal, isRefusal, refuse } from '#kernel/outcome.ts'
import { type Answer, notFound, page } from '#platform/http/answer.ts'
import type { PublicContext } from '#platform/http/context.ts'
import { type PageRoute, publicPage, publicSubmit, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Choice, errorAt, Form, Submit, TextArea } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Refused } from '#ui/refused/refused.tsx'
import type { Event } from '../../event/event.ts'
import { findEvent } from '../../event/queries.ts'
import { eventRoutes } from '../../routes.ts'
import { isAskable, paceInWords, paces } from '../feedback.ts'
import { giveFeedback } from '../give-feedback.ts'
import { findEventOfLink, hasGivenFeedback } from '../queries.ts'
import { feedbackForm } from '../schemas.ts'

type Typed = Record<string, string>

const nothing = 'Die Rückmeldung ist noch nicht abgegeben'
const noLink = 'Diesen Link gibt es nicht, oder er gilt nicht mehr.'

/** Five questions after the first date: for those with a seat, and for guests by the link of their mail. */
export const feedbackPages: PageRoute[] = [
  show(eventRoutes.feedback, async (ctx, { params }) => {
    const event = await findEvent(ctx.db, params['id'] ?? '')
    if (!event) return notFound()
    const isGiven = await hasGivenFeedback(ctx.db, event.id)
    return feedbackPage(ctx, { event, action: eventRoutes.feedback.href({ id: event.id }), isGiven })
  }),
  submit(eventRoutes.feedback, async (ctx, { params, form }) => {
    const event = await findEvent(ctx.db, params['id'] ?? '')
    if (!event) return notFound()
    return give(ctx, { event, secret: null, form, action: eventRoutes.feedback.href({ id: event.id }) })
  }),
  publicPage(eventRoutes.guestFeedback, async (ctx, { params }) => {
    const token = params['token'] ?? ''
    const event = await findEventOfLink(ctx.db, token)
    return event ? feedbackPage(ctx, { event, action: eventRoutes.guestFeedback.href({ token }) }) : notFound(noLink)
  }),
  publicSubmit(eventRoutes.guestFeedback, async (ctx, { params, form }) => {
    const token = params['token'] ?? ''
    const event = await findEventOfLink(ctx.db, token)
    if (!event) return notFound(noLink)
    return give(ctx, { event, secret: token, form, action: eventRoutes.guestFeedback.href({ token }) })
  }),
]

interface Given {
  event: Event
  secret: string | null
  form: Typed
  action: string
}

async function give(ctx: PublicContext, { event, secret, form, action }: Given): Promise<Answer> {
  const wanted = parse(feedbackForm, form, nothing)
  const refusal = isRefusal(wanted) ? plain(wanted) : await giveFeedback(ctx, event, secret, wanted)
  return isRefusal(refusal)
    ? feedbackPage(ctx, { event, action, typed: form, refusal })
    : feedbackPage(ctx, { event, action, isGiven: true })
}

const plain = ({ refused, errors = [] }: Refusal): Refusal =>
  refuse(
    refused,
    errors.map(({ path, message }) => ({
      path,
      message: path === 'liked' || path === 'missing' ? message : 'Bitte wählen Sie etwas aus.',
    })),
  )

interface Shown {
  event: Event
  action: string
  isGiven?: boolean
  typed?: Typed
  refusal?: Refusal
}

const labels = {
  useful: 'Wie nützlich war die Veranstaltung für Ihre Arbeit?',
  pace: 'Wie war das Tempo?',
  recommend: 'Würden Sie die Veranstaltung weiterempfehlen?',
  liked: 'Was war gut?',
  missing: 'Was hat gefehlt?',
}

function feedbackPage({ now }: PublicContext, { event, action, isGiven = false, typed = {}, refusal }: Shown): Answer {
  const title = 'Rückmeldung'
  return page({
    title: `${title}, ${event.title}`,
    status: refusal ? 422 : 200,
    refusal,
    crumbs: [
      { label: 'Kurse', href: eventRoutes.list.href() },
      { label: event.title, href: eventRoutes.detail.href({ id: event.id }) },
      { label: title },
    ],
    view: () => (
      <>
        <PageHead
          title={title}
          lead={`${event.title}. Fünf Fragen, ohne Namen: Niemand kann sehen, was Sie gesagt haben.`}
        />
        <div class="lw-stack lw-stack--l lw-measure">
          {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} labels={labels} />}
          {isGiven ? (
            <Alert kind="success" title="Danke, Ihre Rückmeldung ist angekommen" live="status">
              <p>Sie steht ohne Namen und ohne Zeitpunkt da. Ändern lässt sie sich deshalb nicht.</p>
            </Alert>
          ) : isAskable(event, now) ? (
            <FeedbackForm action={action} typed={typed} refusal={refusal} />
          ) : (
            <Refused title="Noch nicht an der Reihe" level={2}>
              Um eine Rückmeldung bitten wir nach dem ersten Termin.
            </Refused>
          )}
        </div>
      </>
    ),
  })
}

const FeedbackForm = ({ action, typed, refusal }: { action: string; typed: Typed; refusal: Refusal | undefined }) => {
  const errors = refusal?.errors
  return (
    <Form action={action}>
      <Choice
        legend={labels.useful}
        hint="1: gar nicht, 5: sehr"
        name="useful"
        options={['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }))}
        value={typed['useful']}
        error={errorAt(errors, 'useful')}
        required
      />
      <Choice
        legend={labels.pace}
        name="pace"
        options={paces.map((value) => ({ value, label: paceInWords[value] }))}
        value={typed['pace']}
        error={errorAt(errors, 'pace')}
        required
      />
      <Choice
        legend={labels.recommend}
        name="recommend"
        options={[
          { value: 'ja', label: 'Ja' },
          { value: 'nein', label: 'Nein' },
        ]}
        value={typed['recommend']}
        error={errorAt(errors, 'recommend')}
        required
      />
      <TextArea
        name="liked"
        label={labels.liked}
        hint="Bitte keine Namen. Ihre Worte liest die Veranstalterin so, wie sie dastehen."
        value={typed['liked']}
        error={errorAt(errors, 'liked')}
        maxlength={2000}
      />
      <TextArea
        name="missing"
        label={labels.missing}
        value={typed['missing']}
        error={errorAt(errors, 'missing')}
        maxlength={2000}
      />
      <p>
        <Submit>Rückmeldung abgeben</Submit>
      </p>
    </Form>
  )
}
