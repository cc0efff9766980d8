import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { type Answer, notFound, page } from '#platform/http/answer.ts'
import type { PublicContext } from '#platform/http/context.ts'
import { type PageRoute, publicPage, publicSubmit } from '#platform/http/page-route.ts'
import { withQuery } from '#platform/http/route.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { errorAt, Form, Submit, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { dateInWords, type Event, type EventDate } from '../../event/event.ts'
import { findEvent } from '../../event/queries.ts'
import { eventRoutes } from '../../routes.ts'
import { checkIn } from '../check-in.ts'
import { readCheckIn } from './read-check-in.ts'

type Typed = Record<string, string>

/** Where the picture on the wall leads. Opening it says nothing yet: the button does. */
export const checkInPages: PageRoute[] = [
  publicPage(eventRoutes.checkIn, (ctx, { params, query }) =>
    onDate(ctx, params, async (event, date) => checkInPage(ctx, { event, date, typed: { code: query['code'] ?? '' } })),
  ),
  publicSubmit(
    eventRoutes.checkIn,
    (ctx, { params, form }) =>
      onDate(ctx, params, async (event, date) => {
        const wanted = readCheckIn(ctx.actor, { code: form['code'] ?? '', email: form['email'] ?? '' })
        const done = isRefusal(wanted) ? wanted : await checkIn(ctx, event, { dateId: date.id, ...wanted })
        return isRefusal(done)
          ? checkInPage(ctx, { event, date, typed: form, refusal: done })
          : checkInPage(ctx, { event, date, typed: {}, done })
      }),
    { isGuessable: true },
  ),
]

async function onDate(
  { db }: PublicContext,
  params: Record<string, string>,
  work: (event: Event, date: EventDate) => Promise<Answer>,
): Promise<Answer> {
  const event = await findEvent(db, params['id'] ?? '')
  const date = event?.dates.find(({ id }) => id === params['date'])
  return event && date ? work(event, date) : notFound('Diesen Termin gibt es nicht.')
}

interface Shown {
  event: Event
  date: EventDate
  typed: Typed
  refusal?: Refusal
  done?: string
}

const labels = { code: 'Code', email: 'Ihre E-Mail-Adresse' }

function checkInPage({ actor }: PublicContext, { event, date, typed, refusal, done }: Shown): Answer {
  const own = eventRoutes.checkIn.href({ id: event.id, date: date.id })
  const errors = refusal?.errors
  return page({
    title: `Anwesenheit, ${event.title}`,
    status: refusal ? 422 : 200,
    refusal,
    crumbs: [
      { label: 'Kurse', href: eventRoutes.list.href() },
      { label: event.title, href: eventRoutes.detail.href({ id: event.id }) },
      { label: 'Anwesenheit' },
    ],
    view: () => (
      <>
        <PageHead title="Sind Sie da?" lead={`${event.title}. ${dateInWords(date)}.`} />
        <div class="lw-stack lw-stack--l lw-measure">
          {refusal && <ErrorSummary title={refusal.refused} errors={errors ?? []} labels={labels} kept="" />}
          {done ? (
            <Alert kind="success" title={done} live="status" />
          ) : (
            <Form action={own}>
              <TextField
                name="code"
                label={labels.code}
                hint="Sechs Ziffern, wie sie im Raum zu lesen sind."
                inputmode="numeric"
                autocomplete="off"
                value={typed['code']}
                maxlength={20}
                error={errorAt(errors, 'code')}
                short
                required
              />
              {actor ? (
                <p>Sie werden als {actor.name} eingetragen.</p>
              ) : (
                <Guest typed={typed} error={errorAt(errors, 'email')} own={withQuery(own, { code: typed['code'] })} />
              )}
              <p>
                <Submit>Ich bin da</Submit>
              </p>
            </Form>
          )}
        </div>
      </>
    ),
  })
}

const Guest = ({ typed, error, own }: { typed: Typed; error: string | undefined; own: string }) => (
  <>
    <TextField
      name="email"
      type="email"
      label={labels.email}
      hint="Die Adresse, mit der Sie als Gast angemeldet sind."
      autocomplete="email"
      value={typed['email']}
      error={error}
      required
    />
    <p>
      Haben Sie einen Zugang?{' '}
      <a class="lw-link" href={withQuery('/anmeldung', { weiter: own })}>
        Anmelden und eintragen
      </a>
    </p>
  </>
)
