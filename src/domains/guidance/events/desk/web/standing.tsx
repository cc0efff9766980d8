import { localDay } from '#kernel/local-day.ts'
import { isRefusal, type Refusal } from '#kernel/outcome.ts'
import { type Answer, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Choice } from '#ui/form/choice.tsx'
import { errorAt, Form, HiddenField, Submit, TextArea, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Refused } from '#ui/refused/refused.tsx'
import { cancelEvent, removeDraft } from '../../event/cancel-event.ts'
import { changeEvent } from '../../event/change-event.ts'
import type { Event } from '../../event/event.ts'
import { addNextRun, copyEvent } from '../../event/next-run.ts'
import { countSeats } from '../../event/queries.ts'
import { eventRoutes } from '../../routes.ts'
import { cancellationIn, eventChange } from '../../schemas.ts'
import { gapsOf } from '../publication.ts'
import { overtaken } from './facts.tsx'
import { crumbsOf, desk, deskTitle, nameOf, onEvent } from './on-event.ts'
import { PublicView } from './public-view.tsx'
import { dayOf, numberOf, type Typed } from './typed.ts'

interface State {
  typed?: Typed
  refusal?: Refusal
}

/** From the draft to the publication, to the next run, or to the end. */
export const deskStandingPages: PageRoute[] = [
  show(
    eventRoutes.publication,
    onEvent(async (_, event) => publicationPage(event)),
    desk,
  ),
  submit(
    eventRoutes.publication,
    onEvent(async (ctx, event, { form }) => {
      const wish = parse(eventChange, { published: true, version: numberOf(form['version']) ?? undefined })
      const done = isRefusal(wish) ? wish : await changeEvent(ctx, event, wish)
      if (done === 'overtaken') return publicationPage(event, { refusal: overtaken }, 409)
      if (isRefusal(done)) return publicationPage(event, { refusal: done })
      return redirect(
        eventRoutes.manage.href({ id: event.id }),
        'Veröffentlicht. Ab jetzt kann man die Seite sehen und sich nach Ihren Regeln anmelden.',
      )
    }),
    desk,
  ),
  show(
    eventRoutes.cancellation,
    onEvent((ctx, event) => cancellationPage(ctx, event)),
    desk,
  ),
  submit(
    eventRoutes.cancellation,
    onEvent(async (ctx, event, { form }) => {
      const wish = parse(cancellationIn, { reason: form['reason'] ?? '' }, 'Abgesagt ist noch nichts')
      const done = isRefusal(wish) ? wish : await cancelEvent(ctx, event, wish.reason)
      return isRefusal(done)
        ? cancellationPage(ctx, event, { typed: form, refusal: done })
        : redirect(eventRoutes.manage.href({ id: event.id }), 'Abgesagt. Alle Angemeldeten erfahren es per E-Mail.')
    }),
    desk,
  ),
  show(
    eventRoutes.removal,
    onEvent(async (_, event) => removalPage(event)),
    desk,
  ),
  submit(
    eventRoutes.removal,
    onEvent(async (ctx, event) => {
      const done = await removeDraft(ctx, event)
      return isRefusal(done)
        ? removalPage(event, done)
        : redirect(eventRoutes.desk.href(), `Der Entwurf „${event.title}“ ist entfernt.`)
    }),
    desk,
  ),
  show(
    eventRoutes.nextRun,
    onEvent(async (_, event) => nextRunPage(event)),
    desk,
  ),
  submit(
    eventRoutes.nextRun,
    onEvent((ctx, event, { form }) => nextRun(ctx, event, form)),
    desk,
  ),
]

function publicationPage(event: Event, { refusal }: State = {}, status: 409 | 422 = 422): Answer {
  const here = 'Veröffentlichen'
  const gaps = gapsOf(event)
  const isReady = !gaps.some(({ must }) => must)
  const { id } = event
  const places = { facts: eventRoutes.edit, dates: eventRoutes.dates, capacity: eventRoutes.capacity }
  return page({
    title: `${here}: ${nameOf(event)}`,
    crumbs: crumbsOf(event, here),
    status: refusal ? status : 200,
    refusal,
    view: () => (
      <div class="lw-stack lw-stack--l">
        <PageHead
          title={here}
          lead="So sehen es alle, auch ohne Anmeldung. Links zu Videokonferenzen sind nicht dabei."
        />
        {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} />}
        {gaps.length > 0 && !event.publishedAt && (
          <Alert kind={isReady ? 'info' : 'warning'} title={isReady ? 'Das fällt auf' : 'Das fehlt noch'}>
            <ul class="lw-list">
              {gaps.map(({ where, text }) => (
                <li>
                  {text}{' '}
                  <a class="lw-link" href={places[where].href({ id })}>
                    Ergänzen
                  </a>
                </li>
              ))}
            </ul>
          </Alert>
        )}
        <PublicView event={event} />
        {event.publishedAt ? (
          <Refused level={2} title="Schon veröffentlicht">
            Verstecken lässt sich eine Veranstaltung nicht mehr. Findet sie nicht statt, sagen Sie sie ab.
          </Refused>
        ) : isReady ? (
          <Form action={eventRoutes.publication.href({ id })}>
            <HiddenField name="version" value={String(event.version)} />
            <p>
              <Submit>Jetzt veröffentlichen</Submit>
            </p>
          </Form>
        ) : (
          <Refused level={2} title="Noch nicht möglich">
            Veröffentlicht wird mit mindestens einem Termin.
          </Refused>
        )}
      </div>
    ),
  })
}

async function cancellationPage(ctx: Context, event: Event, { typed, refusal }: State = {}): Promise<Answer> {
  const here = 'Veranstaltung absagen'
  const counts = (await countSeats(ctx.db, [event.id])).get(event.id)
  const told = counts ? counts.confirmed + counts.offered + counts.waiting : 0
  const isOpen = event.publishedAt !== null && event.cancelledAt === null
  return page({
    title: `${here}: ${nameOf(event)}`,
    crumbs: crumbsOf(event, here),
    status: refusal ? 422 : 200,
    refusal,
    view: () => (
      <div class="lw-stack lw-stack--l">
        <PageHead title={here} lead={nameOf(event)} />
        <div class="lw-stack lw-measure">
          {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} />}
          {isOpen ? (
            <>
              <p>
                {told === 0
                  ? 'Angemeldet ist niemand; es geht keine Mail hinaus.'
                  : `${told} Angemeldete erfahren es per E-Mail, und alle Termine werden aus ihren Kalendern genommen. Alle Plätze und die Warteliste enden.`}{' '}
                Das lässt sich nicht zurücknehmen.
              </p>
              <Form action={eventRoutes.cancellation.href({ id: event.id })}>
                <TextArea
                  name="reason"
                  label="Grund"
                  hint="Steht in der Mail und auf der öffentlichen Seite."
                  value={typed?.['reason'] ?? ''}
                  error={errorAt(refusal?.errors, 'reason')}
                  rows={2}
                  maxlength={500}
                />
                <p>
                  <Submit>Ganze Veranstaltung absagen</Submit>
                </p>
              </Form>
            </>
          ) : (
            <Refused level={2} title={event.cancelledAt ? 'Schon abgesagt' : 'Noch ein Entwurf'}>
              {event.cancelledAt
                ? 'Alle Angemeldeten haben es erfahren.'
                : 'Was noch nicht veröffentlicht ist, wird nicht abgesagt, sondern entfernt.'}
            </Refused>
          )}
        </div>
      </div>
    ),
  })
}

function removalPage(event: Event, refusal?: Refusal): Answer {
  const here = 'Entwurf entfernen'
  return page({
    title: `${here}: ${nameOf(event)}`,
    crumbs: crumbsOf(event, here),
    status: refusal ? 422 : 200,
    refusal,
    view: () => (
      <div class="lw-stack lw-stack--l">
        <PageHead title={here} lead={nameOf(event)} />
        <div class="lw-stack lw-measure">
          {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} kept="" />}
          {event.publishedAt ? (
            <Refused level={2} title="Schon veröffentlicht">
              Veröffentlichtes wird abgesagt, nicht entfernt.
            </Refused>
          ) : (
            <>
              <p>Angaben und Termine sind danach weg. Gesehen hat den Entwurf außer Ihnen und Ihrem Haus niemand.</p>
              <Form action={eventRoutes.removal.href({ id: event.id })}>
                <p>
                  <Submit>Entwurf entfernen</Submit>
                </p>
              </Form>
            </>
          )}
        </div>
      </div>
    ),
  })
}

async function nextRun(ctx: Context, event: Event, form: Typed): Promise<Answer> {
  const day = dayOf(form['firstDay'])
  const soon = day !== undefined && day.since(localDay(ctx.now)).days >= 0
  if (!day || !soon)
    return nextRunPage(event, {
      typed: form,
      refusal: {
        refused: 'Angelegt ist noch nichts. Bitte ändern Sie eine Angabe.',
        errors: [{ path: 'firstDay', message: day ? 'Dieser Tag ist schon vorbei.' : 'Bitte einen Tag angeben.' }],
      },
    })
  const done = form['how'] === 'copy' ? await copyEvent(ctx, event, day) : await addNextRun(ctx, event, day)
  return isRefusal(done)
    ? nextRunPage(event, { typed: form, refusal: done })
    : redirect(eventRoutes.dates.href({ id: done.id }), 'Als Entwurf angelegt. Bitte prüfen Sie die Termine.')
}

function nextRunPage(event: Event, { typed = {}, refusal }: State = {}): Answer {
  const here = 'Noch einmal anbieten'
  const labels = { how: 'Wie', firstDay: 'Erster Tag' }
  return page({
    title: `${here}: ${nameOf(event)}`,
    crumbs: crumbsOf(event, here),
    status: refusal ? 422 : 200,
    refusal,
    view: () => (
      <div class="lw-stack lw-stack--l">
        <PageHead
          title={here}
          lead={`${nameOf(event)}. Angaben und Regeln kommen mit, die Termine mit demselben Abstand und zu denselben Uhrzeiten.`}
        />
        <div class="lw-stack lw-measure">
          {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} labels={labels} />}
          <Form action={eventRoutes.nextRun.href({ id: event.id })}>
            <Choice
              name="how"
              legend={labels.how}
              hint="In den nächsten Durchgang kann die Warteliste mit ihrer Reihenfolge übernommen werden. Eine Kopie steht für sich."
              options={[
                { value: 'run', label: 'Nächster Durchgang' },
                { value: 'copy', label: 'Kopie' },
              ]}
              value={typed['how'] ?? 'run'}
            />
            <TextField
              name="firstDay"
              label={labels.firstDay}
              type="date"
              value={typed['firstDay'] ?? ''}
              error={errorAt(refusal?.errors, 'firstDay')}
              short
              required
            />
            <p>
              <Submit>Als Entwurf anlegen</Submit>
            </p>
          </Form>
          <p>
            <a class="lw-link" href={eventRoutes.desk.href()}>
              Zurück zur {deskTitle}
            </a>
          </p>
        </div>
      </div>
    ),
  })
}
