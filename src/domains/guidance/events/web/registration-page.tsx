import { localDay } from '#kernel/local-day.ts'
import { type Refusal, isRefusal, refuse } from '#kernel/outcome.ts'
import { type Colleague, staffOf } from '#foundation/identity/index.ts'
import { type Answer, forbidden, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import type { Incoming } from '#platform/http/request.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form, HiddenField, SelectField, Submit, TextArea, errorAt } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { may } from '../access.ts'
import { type Event, runInWords } from '../event/event.ts'
import { countSeats, findEvent, noSeats, type SeatCounts } from '../event/queries.ts'
import { checkRegistration, closedForAll, speaksForColleagues } from '../places/check-registration.ts'
import { ownRegistration } from '../places/schemas.ts'
import { findRegistration, ownRegistrations } from '../places/queries.ts'
import { whyInSentences } from '../places/reasons.ts'
import { register } from '../places/register.ts'
import { isActive, type Registration } from '../places/registration.ts'
import { eventRoutes } from '../routes.ts'
import { RulePanel } from './course-facts.tsx'
import { seatsLeftInWords, whenInWords } from './rules-in-words.ts'
import { aheadInWords } from './why-no-seat.ts'

const labels = { personId: 'Wer nimmt teil', note: 'Hinweis an die Veranstalterin' }

/** Registering oneself, or a colleague. What stands against it is said before anybody tries. */
export const registrationPages: PageRoute[] = [
  show(eventRoutes.registration, async (ctx, { params }) => {
    const event = await findEvent(ctx.db, params['id'] ?? '')
    return event ? formPage(ctx, event, {}) : notFound()
  }),
  submit(eventRoutes.registration, registered),
]

async function registered(ctx: Context, { params, form }: Incoming): Promise<Answer> {
  const { actor } = ctx
  const event = await findEvent(ctx.db, params['id'] ?? '')
  if (!event) return notFound()
  const wanted = parse(
    ownRegistration,
    { personId: form['personId'] || undefined, note: form['note'] ?? '' },
    'Die Anmeldung ist noch nicht gespeichert',
  )
  if (isRefusal(wanted)) return formPage(ctx, event, { form, refusal: wanted })
  const personId = wanted.personId ?? actor.personId
  const isOwn = personId === actor.personId
  const allowed = isOwn ? may.takePart(actor) : may.registerOthers(actor)
  if (isRefusal(allowed)) return forbidden(allowed)
  const organizationId = actor.actingFor?.id
  if (!organizationId) return notFound()
  if (!isOwn && !(await isColleague(ctx, organizationId, personId)))
    return formPage(ctx, event, { form, refusal: refuse('Anmelden können Sie Personen Ihrer Organisation.') })
  const kept = await register(ctx, event, { personId, organizationId }, { note: wanted.note })
  if (isRefusal(kept)) return formPage(ctx, event, { form, refusal: kept })
  const place = await findRegistration(ctx.db, kept.registrationId)
  return redirect(
    eventRoutes.detail.href({ id: event.id }),
    place ? keptInWords(place, event, isOwn) : 'Die Anmeldung ist gespeichert.',
  )
}

const isColleague = async (ctx: Context, organizationId: string, personId: string): Promise<boolean> =>
  (await staffOf(ctx.db, organizationId, localDay(ctx.now).toString())).some(({ id }) => id === personId)

function keptInWords(place: Registration, event: Event, isOwn: boolean): string {
  if (place.state === 'confirmed')
    return isOwn
      ? 'Sie haben einen Platz. Die Termine kommen per E-Mail.'
      : `${place.name} hat einen Platz und bekommt die Termine per E-Mail.`
  const number = `${isOwn ? 'Sie stehen' : `${place.name} steht`} auf der Warteliste, Nummer ${place.position ?? ''}.`
  return [number, aheadInWords(place, isOwn), ...whyInSentences(place, event)].filter((part) => part !== '').join(' ')
}

interface Typed {
  form?: Record<string, string>
  refusal?: Refusal
}

interface View extends Typed {
  event: Event
  counts: SeatCounts
  colleagues: readonly Colleague[]
  /** Whom the reader registers: oneself only where nothing stands against it. */
  me: { id: string; name: string } | undefined
  /** Why the reader cannot register themselves. */
  against: string | undefined
  isThere: boolean
}

async function formPage(ctx: Context, event: Event, { form = {}, refusal }: Typed): Promise<Answer> {
  const { actor, now } = ctx
  const closed = closedForAll(event, now)
  const canAdd = speaksForColleagues(actor)
  const places = await ownRegistrations(ctx.db, {
    personId: actor.personId,
    organizationId: canAdd ? actor.actingFor?.id : undefined,
    eventId: event.id,
  })
  const there = new Set(places.filter(({ state }) => isActive(state)).map(({ personId }) => personId))
  const against = closed?.refused ?? (await againstOneself(ctx, event, there))
  const staff =
    canAdd && !closed && actor.actingFor ? await staffOf(ctx.db, actor.actingFor.id, localDay(now).toString()) : []
  const view: View = {
    event,
    form,
    counts: (await countSeats(ctx.db, [event.id])).get(event.id) ?? noSeats,
    colleagues: staff.filter(({ id }) => id !== actor.personId && !there.has(id)),
    me: against === undefined ? { id: actor.personId, name: actor.name } : undefined,
    against,
    isThere: there.has(actor.personId),
    ...(refusal ? { refusal } : {}),
  }
  return page({
    title: `Anmeldung: ${event.title}`,
    status: refusal ? 422 : 200,
    refusal,
    crumbs: [
      { label: 'Kurse', href: eventRoutes.list.href() },
      { label: runInWords(event), href: eventRoutes.detail.href({ id: event.id }) },
      { label: 'Anmeldung' },
    ],
    view: () => <Registering {...view} />,
  })
}

async function againstOneself(
  ctx: Context,
  event: Event,
  there: ReadonlySet<string | null>,
): Promise<string | undefined> {
  if (there.has(ctx.actor.personId)) return 'Wie es damit steht, sehen Sie auf der Seite der Veranstaltung.'
  return (await checkRegistration(ctx, event))?.refused
}

function againstTitle({ isThere, colleagues }: View): string {
  if (isThere) return 'Sie sind schon angemeldet'
  return colleagues.length === 0
    ? 'Eine Anmeldung ist gerade nicht möglich'
    : 'Sie selbst können sich gerade nicht anmelden'
}

const Registering = (view: View) => {
  const { event, counts, refusal, me, colleagues, against } = view
  const nobody = !me && colleagues.length === 0
  return (
    <>
      <PageHead title={`Anmeldung: ${event.title}`} lead={whenInWords(event)} />
      <div class="lw-split">
        <div class="lw-stack lw-stack--l">
          {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} labels={labels} />}
          {against !== undefined && (
            <Alert kind="info" title={againstTitle(view)}>
              <p>{against}</p>
            </Alert>
          )}
          {nobody ? (
            <p>
              <ButtonLink href={eventRoutes.detail.href({ id: event.id })}>Zur Veranstaltung</ButtonLink>
            </p>
          ) : (
            <RegistrationForm {...view} />
          )}
        </div>
        <div class="lw-stack lw-stack--l">
          <Panel id="plaetze" title="Plätze" quiet>
            <p class="lw-small">{seatsLeftInWords(event, counts)}</p>
          </Panel>
          <RulePanel event={event} />
        </div>
      </div>
    </>
  )
}

const RegistrationForm = ({ event, form = {}, refusal, me, colleagues }: View) => (
  <Form action={eventRoutes.registration.href({ id: event.id })}>
    <p>
      Mit der Anmeldung bekommen Sie einen Platz oder, wenn keiner frei ist, eine Nummer auf der Warteliste. Alle
      Termine gehören dazu. Wer nicht kommen kann, gibt den Platz zurück oder benennt eine Vertretung.
    </p>
    {colleagues.length === 0 && me ? (
      <>
        <HiddenField name="personId" value={me.id} />
        <p>
          Angemeldet wird: <strong>{me.name}</strong>
        </p>
      </>
    ) : (
      <SelectField
        name="personId"
        label={labels.personId}
        hint="Sie selbst oder jemand aus Ihrer Organisation"
        value={form['personId'] ?? me?.id}
        empty={me ? undefined : 'Bitte wählen'}
        options={[
          ...(me ? [{ value: me.id, label: `${me.name} (Sie selbst)` }] : []),
          ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        error={errorAt(refusal?.errors, 'personId')}
        required
      />
    )}
    <TextArea
      name="note"
      label={labels.note}
      hint="Zum Beispiel, was Sie brauchen, um gut teilnehmen zu können. Lesen können es die Veranstalterin und Ihre Organisation."
      rows={3}
      maxlength={500}
      value={form['note']}
      error={errorAt(refusal?.errors, 'note')}
    />
    <Submit>Verbindlich anmelden</Submit>
  </Form>
)
