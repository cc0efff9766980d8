import { localDay } from '#kernel/local-day.ts'
import { isRefusal, refuse, type Refusal } from '#kernel/outcome.ts'
import { assessorsOf, staffOf } from '#foundation/identity/index.ts'
import { type EnrollmentWithSteps, findEnrollment } from '#foundation/programmes/index.ts'
import { type Answer, forbidden, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { CheckGroup } from '#ui/form/check-group.tsx'
import { errorAt, Form, SelectField, Submit, TextArea, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Refused } from '#ui/refused/refused.tsx'
import { may } from '../access.ts'
import { appointmentSteps, mostProposals, stepInWords } from '../appointment.ts'
import { proposeAppointment } from '../propose-appointment.ts'
import { appointmentHref, appointmentRoutes } from '../routes.ts'
import { newAppointment } from '../schemas.ts'
import { checkedPeople, peopleOptions } from './people-choice.ts'
import { crumbsOf } from './road-head.ts'
import { atFields, PlaceFields, readSlots, slotLabels, SlotRows, type Typed } from './slot-fields.tsx'

const sentence = 'Vorgeschlagen ist noch nichts'
const title = 'Termin vorschlagen'
const labels = {
  step: 'Wofür',
  title: 'Überschrift',
  assessorId: 'Wer prüft',
  ...slotLabels,
  travelMinutesBefore: 'Weg hin',
  travelMinutesAfter: 'Weg zurück',
  participantIds: 'Wer teilnimmt',
  note: 'Hinweise',
}

/** Offering a municipality times for a date. */
export const proposePages: PageRoute[] = [
  show(appointmentRoutes.new, (ctx, { params, query }) =>
    onRoad(ctx, params['id'], (road) => formPage(ctx, road, { typed: startOf(road, query['schritt']) })),
  ),
  submit(appointmentRoutes.new, (ctx, { params, form }) =>
    onRoad(ctx, params['id'], (road) => propose(ctx, road, form)),
  ),
]

async function onRoad(
  ctx: Context,
  id: string | undefined,
  work: (road: EnrollmentWithSteps) => Promise<Answer>,
): Promise<Answer> {
  const road = await findEnrollment(ctx.db, id ?? '')
  if (!road) return notFound()
  const allowed = may.propose(ctx.actor, road)
  return isRefusal(allowed) ? forbidden(allowed) : work(road)
}

/** The first step that people meet for and that is not over. */
function startOf({ steps }: EnrollmentWithSteps, asked: string | undefined): Typed {
  const open = steps.find(
    ({ key, state }) =>
      (appointmentSteps as readonly string[]).includes(key) &&
      key !== 'kickoff' &&
      state !== 'done' &&
      state !== 'notNeeded',
  )
  const step =
    appointmentSteps.find((key) => key === asked) ?? appointmentSteps.find((key) => key === open?.key) ?? 'other'
  return { step, title: step === 'other' ? '' : stepInWords(step) }
}

/** A number as people type it; anything else stays what it is and is refused. */
export const numberOf = (text: string | undefined): unknown =>
  text === undefined || text.trim() === '' ? undefined : /^\d{1,4}$/.test(text.trim()) ? Number(text) : text

async function propose(ctx: Context, road: EnrollmentWithSteps, form: Typed): Promise<Answer> {
  const read = readSlots(form, mostProposals)
  const slots = isRefusal(read) ? { slots: [], rowOf: [] } : read
  const wanted = parse(
    newAppointment,
    {
      enrollmentId: road.id,
      step: form['step'],
      title: form['title'],
      note: form['note'],
      assessorId: form['assessorId'] || undefined,
      travelMinutesBefore: numberOf(form['travelMinutesBefore']),
      travelMinutesAfter: numberOf(form['travelMinutesAfter']),
      participantIds: checkedPeople(form),
      proposals: slots.slots,
    },
    sentence,
  )
  const fromTimes = isRefusal(read) ? (read.errors ?? []) : []
  const outcome = isRefusal(wanted)
    ? wanted
    : fromTimes.length > 0
      ? refuse('', [])
      : await proposeAppointment(ctx, road, wanted)
  if (!isRefusal(outcome))
    return redirect(
      appointmentHref(outcome),
      `Vorgeschlagen. ${road.organizationName} bekommt eine Mail und wählt aus; hier sehen Sie, was dabei herauskommt.`,
    )
  // Rows with a wrong time are named themselves, not as missing.
  const others = atFields(outcome.errors, slots.rowOf).filter(({ path }) => fromTimes.length === 0 || path !== 'tag1')
  const errors = [...others, ...fromTimes]
  const refused =
    outcome.refused !== '' && fromTimes.length === 0
      ? outcome.refused
      : `${sentence}. Bitte ändern Sie ${errors.length === 1 ? 'eine Angabe' : `${errors.length} Angaben`}.`
  return formPage(ctx, road, { typed: form, refusal: refuse(refused, errors) })
}

interface State {
  typed: Typed
  refusal?: Refusal
}

async function formPage(ctx: Context, road: EnrollmentWithSteps, { typed, refusal }: State): Promise<Answer> {
  const today = localDay(ctx.now).toString()
  const staff = await staffOf(ctx.db, road.organizationId, today)
  const assessors = road.isLed ? await assessorsOf(ctx.db, road.organizationId, today) : []
  const errors = refusal?.errors
  const steps = appointmentSteps.filter((step) => step === 'other' || road.steps.some(({ key }) => key === step))
  return page({
    title: `${title}, ${road.organizationName}`,
    crumbs: crumbsOf(road, title),
    status: refusal ? 422 : 200,
    refusal,
    view: () => (
      <>
        <PageHead
          title={title}
          lead={`${road.organizationName}, ${road.programmeName}. Die Kommune wählt aus, was Sie anbieten.`}
        />
        <div class="lw-stack lw-stack--l lw-measure">
          {refusal && <ErrorSummary title={refusal.refused} errors={errors ?? []} labels={labels} />}
          {road.state === 'withdrawn' && (
            <Refused title="Die Teilnahme ist beendet">Neue Termine gibt es erst nach einem Wiedereintritt.</Refused>
          )}
          <Form action={appointmentRoutes.new.href({ id: road.id })}>
            <SelectField
              name="step"
              label={labels.step}
              options={steps.map((step) => ({ value: step, label: stepInWords(step) }))}
              value={typed['step']}
              error={errorAt(errors, 'step')}
              required
            />
            <TextField
              name="title"
              label={labels.title}
              value={typed['title']}
              error={errorAt(errors, 'title')}
              maxlength={120}
              required
            />
            {road.isLed && (
              <SelectField
                name="assessorId"
                label={labels.assessorId}
                hint="Wer der Kommune heute zugewiesen ist. Beim Auftakt und bei anderen Anlässen kann es frei bleiben."
                empty="niemand Bestimmtes"
                options={assessors.map(({ id, name }) => ({ value: id, label: name }))}
                value={typed['assessorId']}
                error={errorAt(errors, 'assessorId')}
              />
            )}
            <SlotRows rows={mostProposals} needed={1} typed={typed} errors={errors} />
            <PlaceFields typed={typed} errors={errors} />
            <TravelFields typed={typed} errors={errors} />
            <CheckGroup
              name="participantIds"
              legend={labels.participantIds}
              hint="Ohne Auswahl geht die Anfrage an Verwaltungsleitung und Informationssicherheit."
              options={peopleOptions(staff, typed)}
              error={errorAt(errors, 'participantIds')}
            />
            <TextArea
              name="note"
              label={labels.note}
              hint="Was vorbereitet sein soll. Alle Beteiligten lesen es."
              value={typed['note']}
              error={errorAt(errors, 'note')}
              maxlength={2000}
              rows={3}
            />
            <p>
              <Submit>Zeiten vorschlagen</Submit>
            </p>
          </Form>
        </div>
      </>
    ),
  })
}

/** Minutes there and back, which count when nobody is in two places at once. */
export const TravelFields = ({ typed, errors }: { typed: Typed; errors: Refusal['errors'] }) => (
  <>
    <TextField
      name="travelMinutesBefore"
      label="Weg hin (Minuten)"
      inputmode="numeric"
      value={typed['travelMinutesBefore'] ?? ''}
      error={errorAt(errors, 'travelMinutesBefore')}
      short
    />
    <TextField
      name="travelMinutesAfter"
      label="Weg zurück (Minuten)"
      hint="Der Weg zählt mit, wenn geprüft wird, ob sich zwei Termine überschneiden."
      inputmode="numeric"
      value={typed['travelMinutesAfter'] ?? ''}
      error={errorAt(errors, 'travelMinutesAfter')}
      short
    />
  </>
)
