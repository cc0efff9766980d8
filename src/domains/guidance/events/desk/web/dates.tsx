import { isRefusal, type Refusal, refuse } from '#kernel/outcome.ts'
import { type Answer, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Form, HiddenField, Submit, TextArea } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { cancelDate } from '../../event/cancel-event.ts'
import { changeEvent } from '../../event/change-event.ts'
import { dateInWords, type Event, type EventDate, placeInWords } from '../../event/event.ts'
import { countSeats } from '../../event/queries.ts'
import { eventRoutes } from '../../routes.ts'
import { cancellationIn, eventChange, mostDates } from '../../schemas.ts'
import { atDateFields, dateLabels, DateRows, readDates, rowsOf, typedDates } from './date-rows.tsx'
import { overtaken } from './facts.tsx'
import { crumbsOf, desk, nameOf, onEvent } from './on-event.ts'
import { numberOf, toChange, type Typed } from './typed.ts'

const title = 'Termine'
const notKept = 'Die Termine sind noch nicht gespeichert'

/** The dates of an event: changing them, and calling one off. */
export const deskDatePages: PageRoute[] = [
  show(
    eventRoutes.dates,
    onEvent((ctx, event) => datesPage(ctx, event, { typed: typedOf(event) })),
    desk,
  ),
  submit(
    eventRoutes.dates,
    onEvent((ctx, event, { form }) => change(ctx, event, form)),
    desk,
  ),
  show(
    eventRoutes.dateCancellation,
    onDate((ctx, event, date) => cancellationPage(ctx, event, date)),
    desk,
  ),
  submit(
    eventRoutes.dateCancellation,
    onDate(async (ctx, event, date, form) => {
      const wish = parse(cancellationIn, { reason: form['reason'] ?? '' }, 'Der Termin ist noch nicht abgesagt')
      const done = isRefusal(wish) ? wish : await cancelDate(ctx, event, date.id, wish.reason)
      return isRefusal(done)
        ? cancellationPage(ctx, event, date, { typed: form, refusal: done })
        : redirect(
            eventRoutes.dates.href({ id: event.id }),
            'Der Termin ist abgesagt. Alle mit einem Platz erfahren es.',
          )
    }),
    desk,
  ),
]

function onDate(work: (ctx: Context, event: Event, date: EventDate, form: Typed) => Promise<Answer>) {
  return onEvent(async (ctx, event, { params, form }) => {
    const date = event.dates.find(({ id }) => id === params['date'])
    return date ? work(ctx, event, date, form) : notFound()
  })
}

interface State {
  typed: Typed
  refusal?: Refusal
}

const typedOf = (event: Event): Typed => ({ ...typedDates(event.dates), version: String(event.version) })

async function change(ctx: Context, event: Event, form: Typed): Promise<Answer> {
  const rows = rowsOf(form, mostDates)
  // One more row, without a script: nothing is kept yet.
  if (form['more'] !== undefined)
    return datesPage(ctx, event, { typed: { ...form, rows: String(Math.min(rows + 1, mostDates)) } })
  const { dates, rowOf, errors } = readDates(form, rows)
  const calledOff = event.dates
    .filter(({ cancelledAt }) => cancelledAt !== null)
    .map(({ id, startsAt, endsAt, place, topic, isOnline, videoUrl }) => ({
      id,
      startsAt: startsAt.toString(),
      endsAt: endsAt.toString(),
      place,
      topic,
      isOnline,
      videoUrl,
    }))
  const version = numberOf(form['version']) ?? undefined
  const wish = parse(eventChange, { dates: [...dates, ...calledOff], version }, notKept)
  const done =
    errors.length > 0
      ? toChange(notKept, [...errors, ...(isRefusal(wish) ? atDateFields(wish.errors, rowOf) : [])])
      : isRefusal(wish)
        ? wish
        : await changeEvent(ctx, event, wish)
  if (done === 'overtaken') return datesPage(ctx, event, { typed: form, refusal: overtaken }, 409)
  if (isRefusal(done))
    return datesPage(ctx, event, { typed: form, refusal: refuse(done.refused, atDateFields(done.errors, rowOf)) })
  const id = event.id
  return event.publishedAt
    ? redirect(eventRoutes.manage.href({ id }), 'Termine gespeichert. Wer einen Platz hat oder wartet, erfährt davon.')
    : redirect(eventRoutes.publication.href({ id }), 'Termine gespeichert. Hier sehen Sie, was öffentlich wird.')
}

/** How many people hear of a change of the dates. */
export async function toldOf({ db }: Context, { id }: Pick<Event, 'id'>): Promise<number> {
  const counts = (await countSeats(db, [id])).get(id)
  return counts ? counts.confirmed + counts.offered + counts.waiting : 0
}

async function datesPage(
  ctx: Context,
  event: Event,
  { typed, refusal }: State,
  status: 409 | 422 = 422,
): Promise<Answer> {
  const told = await toldOf(ctx, event)
  const rows = Math.max(rowsOf(typed, mostDates), 1)
  const { id } = event
  return page({
    title: `${title}: ${nameOf(event)}`,
    crumbs: crumbsOf(event, title),
    status: refusal ? status : 200,
    refusal,
    view: () => (
      <div class="lw-stack lw-stack--l">
        <PageHead
          title={title}
          lead={`${nameOf(event)}. Zeiten gelten für Sachsen-Anhalt.`}
          actions={
            <>
              <ButtonLink href={eventRoutes.dateSeries.href({ id })} size="x-small">
                Termine nach einer Regel
              </ButtonLink>
              <ButtonLink href={eventRoutes.datesFile.href({ id })} size="x-small">
                Aus einer Kalenderdatei
              </ButtonLink>
            </>
          }
        />
        {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} labels={dateLabels(rows)} />}
        {event.publishedAt && told > 0 && (
          <Alert kind="info" title={`Von einer Änderung erfahren ${told} Angemeldete`}>
            <p>Sie bekommen den neuen Stand per E-Mail mit Kalendereintrag.</p>
          </Alert>
        )}
        <Form action={eventRoutes.dates.href({ id })}>
          <HiddenField name="version" value={typed['version'] ?? ''} />
          <HiddenField name="rows" value={String(rows)} />
          <div class="lw-stack lw-measure">
            <p class="lw-small">
              Ein Termin ist online, wenn er einen Link und keinen Ort hat. Den Link sehen nur Sie und wer einen Platz
              hat. Leeren Sie Tag und Zeiten, um einen Termin wegzunehmen.
            </p>
            <DateRows rows={rows} typed={typed} errors={refusal?.errors} />
          </div>
          <div class="lw-row">
            <Submit>Termine speichern</Submit>
            <Button name="more" value="1">
              Zeile für einen weiteren Termin
            </Button>
          </div>
        </Form>
        {event.publishedAt && <StandingDates event={event} />}
      </div>
    ),
  })
}

const StandingDates = ({ event }: { event: Event }) => (
  <Panel id="absagen" title="Einen Termin absagen">
    {event.dates.length === 0 ? (
      <Empty title="Noch kein Termin">Termine tragen Sie oben ein.</Empty>
    ) : (
      <Table
        caption="Termine, wie sie gespeichert sind"
        captionHidden
        stack
        rows={event.dates}
        columns={[
          { header: 'Wann', cell: dateInWords, rowHeader: true },
          { header: 'Wo', cell: (date) => placeInWords(date) || 'noch offen' },
          {
            header: 'Stand',
            cell: (date) =>
              date.cancelledAt ? (
                <Tag state="late">Abgesagt</Tag>
              ) : (
                <a class="lw-link" href={eventRoutes.dateCancellation.href({ id: event.id, date: date.id })}>
                  Absagen
                </a>
              ),
          },
        ]}
      />
    )}
  </Panel>
)

async function cancellationPage(
  ctx: Context,
  event: Event,
  date: EventDate,
  { typed = {}, refusal }: { typed?: Typed; refusal?: Refusal } = {},
): Promise<Answer> {
  const told = await toldOf(ctx, event)
  const here = 'Termin absagen'
  return page({
    title: `${here}: ${nameOf(event)}`,
    crumbs: crumbsOf(event, here),
    status: refusal ? 422 : 200,
    refusal,
    view: () => (
      <div class="lw-stack lw-stack--l">
        <PageHead title={here} lead={`${nameOf(event)}, ${dateInWords(date)}.`} />
        <div class="lw-stack lw-measure">
          {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} />}
          <p>
            {told === 0
              ? 'Angemeldet ist noch niemand.'
              : `${told} Angemeldete erfahren es per E-Mail, und der Termin wird aus ihren Kalendern genommen. Ihre Plätze behalten sie.`}
          </p>
          <Form action={eventRoutes.dateCancellation.href({ id: event.id, date: date.id })}>
            <TextArea
              name="reason"
              label="Grund"
              hint="Steht in der Mail."
              value={typed['reason'] ?? ''}
              rows={2}
              maxlength={500}
            />
            <p>
              <Submit>Diesen Termin absagen</Submit>
            </p>
          </Form>
        </div>
      </div>
    ),
  })
}
