import { localDay } from '#kernel/local-day.ts'
import { isRefusal, type Refusal, refuse } from '#kernel/outcome.ts'
import { staffOf } from '#foundation/identity/index.ts'
import { listProgrammes } from '#foundation/programmes/index.ts'
import { type Answer, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { withQuery } from '#platform/http/route.ts'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Filters } from '#ui/filters/filters.tsx'
import { Form, HiddenField, Submit } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { addEvent } from '../../event/add-event.ts'
import { changeEvent } from '../../event/change-event.ts'
import { type Event, type EventKind, eventKinds, kindInWords } from '../../event/event.ts'
import { listEvents } from '../../event/queries.ts'
import { eventRoutes } from '../../routes.ts'
import { eventChange, eventIn } from '../../schemas.ts'
import { atFactFields, defaultsOf, factsOf, typedOf } from './fact-form.ts'
import { type FactChoices, FactFields, factLabels } from './fact-fields.tsx'
import { crumbsOf, desk, deskTitle, nameOf, onEvent } from './on-event.ts'
import { numberOf, toChange, type Typed } from './typed.ts'

const addTitle = 'Veranstaltung anlegen'
const editTitle = 'Angaben ändern'
const notAdded = 'Die Veranstaltung ist noch nicht angelegt'
const notKept = 'Die Angaben sind noch nicht gespeichert'

/** Adding an event and changing what it is. */
export const deskFactPages: PageRoute[] = [
  show(eventRoutes.add, (ctx, { query }) => addPage(ctx, { typed: defaultsOf(kindOf(query['art'])) }), desk),
  submit(eventRoutes.add, (ctx, { form }) => add(ctx, form), desk),
  show(
    eventRoutes.edit,
    onEvent((ctx, event) => editPage(ctx, event, { typed: typedOf(event) })),
    desk,
  ),
  submit(
    eventRoutes.edit,
    onEvent((ctx, event, { form }) => edit(ctx, event, form)),
    desk,
  ),
]

const kindOf = (asked: string | undefined): EventKind => eventKinds.find((kind) => kind === asked) ?? 'course'

interface State {
  typed: Typed
  refusal?: Refusal
}

async function add(ctx: Context, form: Typed): Promise<Answer> {
  const { facts, errors } = factsOf(form)
  const input = parse(eventIn, { ...facts, capacity: numberOf(form['capacity']) }, notAdded)
  const outcome = errors.length > 0 || isRefusal(input) ? faults(notAdded, input, errors) : await addEvent(ctx, input)
  if (isRefusal(outcome)) return addPage(ctx, { typed: form, refusal: atForm(outcome, form) })
  return redirect(
    eventRoutes.dates.href({ id: outcome.id }),
    'Als Entwurf angelegt. Tragen Sie jetzt die Termine ein; veröffentlicht ist noch nichts.',
  )
}

async function edit(ctx: Context, event: Event, form: Typed): Promise<Answer> {
  const { facts, errors } = factsOf(form)
  const change = parse(eventChange, { ...facts, version: numberOf(form['version']) ?? undefined }, notKept)
  const outcome =
    errors.length > 0 || isRefusal(change) ? faults(notKept, change, errors) : await changeEvent(ctx, event, change)
  if (outcome === 'overtaken') return editPage(ctx, event, { typed: form, refusal: overtaken }, 409)
  if (isRefusal(outcome)) return editPage(ctx, event, { typed: form, refusal: atForm(outcome, form) })
  return redirect(eventRoutes.manage.href({ id: event.id }), 'Angaben gespeichert.')
}

export const overtaken = refuse(
  'Inzwischen hat jemand anderes diese Veranstaltung geändert. Gespeichert ist nichts. Bitte laden Sie die Seite neu und vergleichen Sie.',
)

const faults = (sentence: string, input: unknown, errors: Refusal['errors']): Refusal =>
  toChange(sentence, [...(errors ?? []), ...(isRefusal(input) ? (input.errors ?? []) : [])])

const atForm = ({ refused, errors }: Refusal, form: Typed): Refusal => refuse(refused, atFactFields(errors, form))

async function choicesFor(ctx: Context, event?: Event): Promise<FactChoices> {
  const { db, now, actor } = ctx
  const courses = await listEvents({ db, now }, { kind: 'course', when: 'all', drafts: false, limit: 100 })
  const programmes = await listProgrammes(db, { limit: 100 })
  const staff = actor.actingFor ? await staffOf(db, actor.actingFor.id, localDay(now).toString()) : []
  return {
    courses: isRefusal(courses)
      ? []
      : courses.items.filter(({ id }) => id !== event?.id).map((one) => ({ value: one.id, label: nameOf(one) })),
    programmes: isRefusal(programmes) ? [] : programmes.items.map(({ id, name }) => ({ value: id, label: name })),
    contacts: staff.map(({ id, name }) => ({ value: id, label: name })),
  }
}

async function addPage(ctx: Context, { typed, refusal }: State): Promise<Answer> {
  const choices = await choicesFor(ctx)
  return page({
    title: addTitle,
    crumbs: [{ label: deskTitle, href: eventRoutes.desk.href() }, { label: addTitle }],
    status: refusal ? 422 : 200,
    refusal,
    view: () => (
      <div class="lw-stack lw-stack--l">
        <PageHead title={addTitle} lead="Zuerst die Angaben, dann die Termine, zuletzt die Veröffentlichung." />
        {refusal ? (
          <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} labels={factLabels} />
        ) : (
          <Filters
            label="Übliche Vorgaben nach der Art"
            items={eventKinds.map((kind) => ({
              label: kindInWords[kind],
              href: withQuery(eventRoutes.add.href(), { art: kind }),
              current: kind === typed['kind'],
            }))}
          />
        )}
        <Form action={eventRoutes.add.href()}>
          <FactFields {...choices} typed={typed} errors={refusal?.errors} isNew />
          <p>
            <Submit>Als Entwurf anlegen</Submit>
          </p>
        </Form>
      </div>
    ),
  })
}

async function editPage(
  ctx: Context,
  event: Event,
  { typed, refusal }: State,
  status: 409 | 422 = 422,
): Promise<Answer> {
  const choices = await choicesFor(ctx, event)
  return page({
    title: `${editTitle}: ${nameOf(event)}`,
    crumbs: crumbsOf(event, editTitle),
    status: refusal ? status : 200,
    refusal,
    view: () => (
      <div class="lw-stack lw-stack--l">
        <PageHead
          title={editTitle}
          lead={`${nameOf(event)}. Termine und Zahl der Plätze haben eigene Seiten, weil sich dort für Angemeldete etwas ändert.`}
        />
        {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} labels={factLabels} />}
        <Form action={eventRoutes.edit.href({ id: event.id })}>
          <HiddenField name="version" value={typed['version'] ?? ''} />
          <FactFields {...choices} typed={typed} errors={refusal?.errors} isNew={false} />
          <p>
            <Submit>Angaben speichern</Submit>
          </p>
        </Form>
      </div>
    ),
  })
}
