import { localDay } from '#kernel/local-day.ts'
import { type Outcome, type Refusal, isRefusal } from '#kernel/outcome.ts'
import { type Colleague, staffOf } from '#foundation/identity/index.ts'
import { type Answer, forbidden, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form, SelectField, Submit, TextArea, errorAt } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { isId } from '#kernel/id.ts'
import { may } from '../access.ts'
import type { Event } from '../event/event.ts'
import { findEvent } from '../event/queries.ts'
import { answerInWords, answerOffer } from '../places/answer-offer.ts'
import { substitute, transfer } from '../places/decide.ts'
import { leave } from '../places/leave.ts'
import { findRegistration } from '../places/queries.ts'
import { isActive, type Registration } from '../places/registration.ts'
import { eventRoutes } from '../routes.ts'
import { cancellationIn } from '../schemas.ts'
import { nameOf, whenInWords } from './rules-in-words.ts'

interface Held {
  event: Event
  place: Registration
}

/** What the person, or those who register colleagues, do with a place. */
export const placeDeedPages: PageRoute[] = [
  show(eventRoutes.leave, (ctx, { params }) => settling(ctx, params['id'], async (held) => leavePage(ctx, held, {}))),
  submit(eventRoutes.leave, (ctx, { params, form }) =>
    settling(ctx, params['id'], async (held) => {
      const wanted = parse(cancellationIn, { reason: form['reason'] ?? '' }, 'Die Abmeldung ist noch nicht gespeichert')
      const left = isRefusal(wanted) ? wanted : await leave(ctx, held.event, held.place, wanted.reason)
      return isRefusal(left) ? leavePage(ctx, held, { form, refusal: left }) : back(held.event, leftInWords(ctx, held))
    }),
  ),
  submit(eventRoutes.answer, (ctx, { params, form }) =>
    settling(ctx, params['id'], (held) => answered(ctx, held, form['antwort'])),
  ),
  show(eventRoutes.substitute, (ctx, { params }) =>
    settling(ctx, params['id'], (held) => substitutePage(ctx, held, {})),
  ),
  submit(eventRoutes.substitute, (ctx, { params, form }) =>
    settling(ctx, params['id'], (held) => substituted(ctx, held, form)),
  ),
  submit(eventRoutes.moveOn, (ctx, { params }) => settling(ctx, params['id'], (held) => movedOn(ctx, held))),
]

/** Not visible: 404; visible but not theirs to settle: 403 with the reason. */
async function settling(ctx: Context, id: string | undefined, work: (held: Held) => Promise<Answer>): Promise<Answer> {
  const place = await findRegistration(ctx.db, id ?? '')
  const event = place && (await findEvent(ctx.db, place.eventId))
  if (!event) return notFound()
  const allowed = may.settle(ctx.actor, place)
  return isRefusal(allowed) ? forbidden(allowed) : work({ event, place })
}

const back = (event: Event, flash: string): Answer => redirect(eventRoutes.detail.href({ id: event.id }), flash)

const crumbsTo = (event: Event, label: string) => [
  { label: 'Meine Anmeldungen', href: eventRoutes.own.href() },
  { label: event.title, href: eventRoutes.detail.href({ id: event.id }) },
  { label },
]

const isOwn = ({ actor }: Context, { personId }: Registration): boolean => personId === actor.personId

const leftInWords = (ctx: Context, { event, place }: Held): string =>
  isOwn(ctx, place) ? `Sie sind von „${event.title}“ abgemeldet.` : `${place.name} ist von „${event.title}“ abgemeldet.`

interface Typed {
  form?: Record<string, string>
  refusal?: Refusal
}

function leavePage(ctx: Context, { event, place }: Held, { form = {}, refusal }: Typed): Answer {
  const title = place.state === 'waiting' ? 'Warteliste verlassen' : 'Platz zurückgeben'
  const who = isOwn(ctx, place) ? 'Sie geben' : `Sie geben für ${place.name}`
  return page({
    title,
    status: refusal ? 422 : 200,
    refusal,
    crumbs: crumbsTo(event, title),
    view: () => (
      <>
        <PageHead title={title} lead={`${nameOf(event)}. ${whenInWords(event)}`} />
        <div class="lw-stack lw-stack--l lw-measure">
          {refusal && (
            <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} labels={{ reason: 'Grund' }} />
          )}
          {isActive(place.state) ? (
            <Form action={eventRoutes.leave.href({ id: place.id })}>
              <p>
                {place.state === 'waiting'
                  ? `${who} die Nummer auf der Warteliste auf. Wer sich später wieder anmeldet, steht am Ende.`
                  : `${who} den Platz zurück. Er geht an die nächste Person auf der Warteliste und lässt sich nicht zurückholen.`}
              </p>
              {place.state === 'confirmed' && (
                <p>
                  Kommt jemand anderes aus Ihrer Organisation?{' '}
                  <a class="lw-link" href={eventRoutes.substitute.href({ id: place.id })}>
                    Dann benennen Sie eine Vertretung
                  </a>
                  , und der Platz bleibt bei Ihnen.
                </p>
              )}
              <TextArea
                name="reason"
                label="Grund"
                hint="Liest die Veranstalterin."
                rows={2}
                maxlength={500}
                value={form['reason']}
                error={errorAt(refusal?.errors, 'reason')}
              />
              <Submit>{title}</Submit>
            </Form>
          ) : (
            <Over event={event} />
          )}
        </div>
      </>
    ),
  })
}

const Over = ({ event }: { event: Event }) => (
  <>
    <Alert kind="info" title="Diese Anmeldung gilt nicht mehr">
      <p>Geändert werden kann daran nichts.</p>
    </Alert>
    <p>
      <ButtonLink href={eventRoutes.detail.href({ id: event.id })}>Zur Veranstaltung</ButtonLink>
    </p>
  </>
)

/** 422 without a refusal: an offer that ran out just now is kept as run out. */
async function answered(ctx: Context, { event, place }: Held, answer: string | undefined): Promise<Answer> {
  if (answer !== 'annehmen' && answer !== 'ablehnen')
    return back(event, 'Entschieden ist noch nichts. Bitte nehmen Sie den Platz an oder lehnen Sie ab.')
  const accepts = answer === 'annehmen'
  const said = await answerOffer(ctx, place.id, accepts)
  const sentence = answerInWords(said, accepts)
  if (said.state === (accepts ? 'confirmed' : 'declined')) return back(event, sentence)
  return page({
    title: 'Angebot',
    status: 422,
    crumbs: crumbsTo(event, 'Angebot'),
    view: () => (
      <>
        <PageHead title={`Angebot: ${event.title}`} />
        <div class="lw-stack lw-stack--l lw-measure">
          <Alert kind="warning" title={sentence} />
          <p>
            <ButtonLink href={eventRoutes.detail.href({ id: event.id })}>Wie geht es weiter?</ButtonLink>
          </p>
        </div>
      </>
    ),
  })
}

async function substituted(ctx: Context, held: Held, form: Record<string, string>): Promise<Answer> {
  const personId = form['personId'] ?? ''
  const done: Outcome<unknown> = isId(personId)
    ? await substitute(ctx, held.event, held.place, personId)
    : {
        refused: 'Die Vertretung ist noch nicht eingetragen. Bitte ändern Sie eine Angabe.',
        errors: [{ path: 'personId', message: 'Bitte wählen Sie eine Person.' }],
      }
  return isRefusal(done)
    ? substitutePage(ctx, held, { form, refusal: done })
    : back(held.event, 'Die Vertretung ist eingetragen. Beide bekommen eine Mail.')
}

async function substitutePage(ctx: Context, held: Held, typed: Typed): Promise<Answer> {
  const { event, place } = held
  const title = 'Vertretung benennen'
  const { organizationId } = place
  const staff = organizationId ? await staffOf(ctx.db, organizationId, localDay(ctx.now).toString()) : []
  const others = staff.filter(({ id }) => id !== place.personId)
  return page({
    title,
    status: typed.refusal ? 422 : 200,
    refusal: typed.refusal,
    crumbs: crumbsTo(event, title),
    view: () => (
      <>
        <PageHead title={title} lead={`${nameOf(event)}. ${whenInWords(event)}`} />
        <div class="lw-stack lw-stack--l lw-measure">
          {place.state === 'confirmed' ? (
            <SubstituteForm place={place} others={others} {...typed} />
          ) : (
            <>
              <p>Vertreten werden kann nur, wer einen bestätigten Platz hat.</p>
              <Over event={event} />
            </>
          )}
        </div>
      </>
    ),
  })
}

const SubstituteForm = ({
  place,
  others,
  form = {},
  refusal,
}: Typed & { place: Registration; others: readonly Colleague[] }) =>
  others.length === 0 ? (
    <Empty title="Niemand zur Auswahl" level={2}>
      Vertreten kann, wer in Ihrer Organisation einen Zugang hat und für Sie sichtbar ist. Die Verwaltung der Zugänge
      lädt Personen ein.
    </Empty>
  ) : (
    <>
      {refusal && (
        <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} labels={{ personId: 'Wer vertritt' }} />
      )}
      <Form action={eventRoutes.substitute.href({ id: place.id })}>
        <p>
          Die Vertretung übernimmt den Platz von {place.name}, für alle Termine. Der Platz wird dabei nicht frei; die
          Warteliste bleibt, wie sie ist.
        </p>
        <SelectField
          name="personId"
          label="Wer vertritt"
          empty="Bitte wählen"
          value={form['personId']}
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
          error={errorAt(refusal?.errors, 'personId')}
          required
        />
        <Submit>Vertretung eintragen</Submit>
      </Form>
    </>
  )

async function movedOn(ctx: Context, { event, place }: Held): Promise<Answer> {
  const target = event.nextId === null ? undefined : await findEvent(ctx.db, event.nextId)
  const done: Outcome<unknown> = target
    ? await transfer(ctx, event, target, place)
    : { refused: 'Einen nächsten Durchgang gibt es noch nicht. Geändert ist nichts.' }
  if (!isRefusal(done) && target)
    return back(
      target,
      `${isOwn(ctx, place) ? 'Sie sind' : `${place.name} ist`} für diesen Durchgang vorgemerkt, mit dem Rang von vorher.`,
    )
  const refusal = isRefusal(done) ? done : undefined
  return page({
    title: 'Vormerken',
    status: 422,
    refusal,
    crumbs: crumbsTo(event, 'Vormerken'),
    view: () => (
      <>
        <PageHead title={`Vormerken: ${event.title}`} />
        <div class="lw-stack lw-stack--l lw-measure">
          <ErrorSummary title={refusal?.refused ?? ''} errors={[]} kept="" />
          <p>
            <ButtonLink href={eventRoutes.detail.href({ id: event.id })}>Zur Veranstaltung</ButtonLink>
          </p>
        </div>
      </>
    ),
  })
}
