import { localFields } from '#kernel/local-moment.ts'
import { localDay } from '#kernel/local-day.ts'
import { isRefusal, refuse, type Refusal } from '#kernel/outcome.ts'
import { type Colleague, staffOf } from '#foundation/identity/index.ts'
import { type Answer, forbidden, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { CheckGroup } from '#ui/form/check-group.tsx'
import { errorAt, Form, HiddenField, Submit, TextArea, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Refused } from '#ui/refused/refused.tsx'
import { may } from '../access.ts'
import { allows, type Appointment, mostProposals, slotInWords, stateInWords } from '../appointment.ts'
import { changeAppointment } from '../change-appointment.ts'
import { findAppointment } from '../queries.ts'
import { appointmentHref, appointmentRoutes } from '../routes.ts'
import { appointmentChange } from '../schemas.ts'
import { checkedPeople, peopleOptions } from './people-choice.ts'
import { numberOf, TravelFields } from './propose.tsx'
import { crumbsOf } from './road-head.ts'
import { atFields, PlaceFields, readSlots, slotLabels, SlotRows, type Typed, type TypedSlot } from './slot-fields.tsx'

const sentence = 'Geändert ist noch nichts'
const labels = { title: 'Überschrift', note: 'Hinweise', participantIds: 'Wer teilnimmt', ...slotLabels }

const offers = 'neu'
const offerIds = Object.fromEntries(Object.keys(slotLabels).map((name) => [name, `${offers}-${name}`]))

/** Which of the forms was sent: another time as agreed, other proposals, or what else there is to say. */
const parts = ['zeit', 'vorschlaege', 'angaben'] as const
type Part = (typeof parts)[number]

/** Changing a date: by whoever proposes. */
export const changeAppointmentPages: PageRoute[] = [
  show(appointmentRoutes.change, (ctx, { params }) =>
    onAppointment(ctx, params, (appointment) => formPage(ctx, appointment, {})),
  ),
  submit(appointmentRoutes.change, (ctx, { params, form }) =>
    onAppointment(ctx, params, (appointment) => change(ctx, appointment, form)),
  ),
]

async function onAppointment(
  ctx: Context,
  params: Record<string, string>,
  work: (appointment: Appointment) => Promise<Answer>,
): Promise<Answer> {
  const appointment = await findAppointment(ctx.db, params['appointmentId'] ?? '', params['id'] ?? '')
  if (!appointment) return notFound('Diesen Termin gibt es nicht, oder er gehört einer anderen Kommune.')
  const allowed = may.tend(ctx.actor, appointment)
  return isRefusal(allowed) ? forbidden(allowed) : work(appointment)
}

async function change(ctx: Context, appointment: Appointment, form: Typed): Promise<Answer> {
  const part = parts.find((one) => one === form['tun']) ?? 'angaben'
  const rows = part === 'zeit' ? 1 : part === 'vorschlaege' ? mostProposals : 0
  const read = readSlots(form, rows)
  const { slots, rowOf } = isRefusal(read) ? { slots: [], rowOf: [] } : read
  const given = { version: numberOf(form['version']), ...givenIn(part, form, slots) }
  const typedWrongly = isRefusal(read) ? (read.errors ?? []) : []
  const wanted =
    typedWrongly.length > 0
      ? refuse(`${sentence}. Bitte ändern Sie die Zeiten.`, typedWrongly)
      : parse(appointmentChange, given, sentence)
  const done = isRefusal(wanted) ? wanted : await changeAppointment(ctx, appointment, wanted)
  if (!isRefusal(done)) return redirect(appointmentHref(appointment), flashOf(part, appointment))
  const now = await findAppointment(ctx.db, appointment.id)
  const errors = typedWrongly.length > 0 ? typedWrongly : atFields(done.errors, rowOf)
  return now ? formPage(ctx, now, { part, typed: form, refusal: refuse(done.refused, errors) }) : notFound()
}

function givenIn(part: Part, form: Typed, slots: readonly TypedSlot[]): object {
  if (part === 'zeit') return { time: slots[0] ?? {} }
  if (part === 'vorschlaege') return { proposals: slots }
  return {
    title: form['title'],
    note: form['note'],
    travelMinutesBefore: numberOf(form['travelMinutesBefore']) ?? 0,
    travelMinutesAfter: numberOf(form['travelMinutesAfter']) ?? 0,
    participantIds: checkedPeople(form),
  }
}

function flashOf(part: Part, { state }: Appointment): string {
  if (part === 'vorschlaege') return 'Vorgeschlagen. Die Kommune bekommt eine Mail und wählt aus.'
  return state === 'confirmed'
    ? 'Geändert. Alle Beteiligten bekommen eine Mail, die ihren Kalender ändert.'
    : 'Geändert.'
}

interface State {
  part?: Part
  typed?: Typed
  refusal?: Refusal
}

interface Props extends State {
  appointment: Appointment
  staff: readonly Colleague[]
}

async function formPage(ctx: Context, appointment: Appointment, state: State): Promise<Answer> {
  const staff = await staffOf(ctx.db, appointment.organizationId, localDay(ctx.now).toString())
  const title = 'Termin ändern'
  return page({
    title: `${title}: ${appointment.title}`,
    crumbs: crumbsOf({ ...appointment, id: appointment.enrollmentId }, title),
    status: state.refusal ? 422 : 200,
    refusal: state.refusal,
    view: () => (
      <>
        <PageHead
          title={title}
          lead={`${appointment.title}, ${appointment.organizationName}: ${stateInWords(appointment.state)}`}
        />
        <div class="lw-stack lw-stack--xl">
          {state.refusal && (
            <ErrorSummary
              title={state.refusal.refused}
              errors={state.refusal.errors ?? []}
              labels={labels}
              ids={state.part === 'vorschlaege' ? offerIds : undefined}
            />
          )}
          {allows(appointment, 'change') ? (
            <>
              {appointment.state === 'confirmed' && <MovePart {...state} appointment={appointment} staff={staff} />}
              <OffersPart {...state} appointment={appointment} staff={staff} />
              <FactsPart {...state} appointment={appointment} staff={staff} />
            </>
          ) : (
            <Refused title={`Dieser Termin ist ${stateInWords(appointment.state)}`}>
              Ändern lässt er sich nicht mehr. Für ein weiteres Treffen schlagen Sie einen neuen Termin vor.
            </Refused>
          )}
        </div>
      </>
    ),
  })
}

const hrefOf = ({ id, enrollmentId }: Appointment): string =>
  appointmentRoutes.change.href({ id: enrollmentId, appointmentId: id })

const own = ({ part, typed, refusal }: State, mine: Part) => ({
  isMine: part === mine,
  typed: part === mine ? typed : undefined,
  errors: part === mine ? refusal?.errors : undefined,
})

const Hidden = ({ appointment, part }: { appointment: Appointment; part: Part }) => (
  <>
    <HiddenField name="version" value={String(appointment.version)} />
    <HiddenField name="tun" value={part} />
  </>
)

const MovePart = (props: Props) => {
  const { appointment } = props
  const { typed, errors } = own(props, 'zeit')
  const { chosen } = appointment
  const at = chosen && { from: localFields(chosen.startsAt), until: localFields(chosen.endsAt) }
  const shown = typed ?? { tag1: at?.from.day ?? '', von1: at?.from.time ?? '', bis1: at?.until.time ?? '', ort: chosen?.place ?? '', video: chosen?.videoUrl ?? '' } // prettier-ignore
  return (
    <Panel id="verschieben" title="Verschieben, wie abgesprochen">
      <div class="lw-stack lw-measure">
        {chosen && (
          <p>{`Bisher: ${slotInWords(chosen)}. Die Kommune bekommt eine Mail und kann um eine andere Zeit bitten.`}</p>
        )}
        <Form action={hrefOf(appointment)} label="Zeitpunkt verschieben">
          <Hidden appointment={appointment} part="zeit" />
          <SlotRows rows={1} needed={1} typed={shown} errors={errors} />
          <PlaceFields typed={shown} errors={errors} />
          <p>
            <Submit>Zeitpunkt verschieben</Submit>
          </p>
        </Form>
      </div>
    </Panel>
  )
}

const OffersPart = (props: Props) => {
  const { appointment } = props
  const { typed, errors } = own(props, 'vorschlaege')
  const shown = typed ?? { ort: appointment.chosen?.place ?? appointment.proposals[0]?.place ?? '' }
  return (
    <Panel id="neue-zeiten" title="Neue Zeiten vorschlagen">
      <div class="lw-stack lw-measure">
        <p>
          {appointment.state === 'confirmed'
            ? 'Der bestätigte Zeitpunkt gilt dann nicht mehr und wird aus den Kalendern genommen. Die Kommune wählt neu.'
            : 'Die bisherigen Vorschläge gelten dann nicht mehr.'}
        </p>
        <Form action={hrefOf(appointment)} label="Neue Zeiten vorschlagen">
          <Hidden appointment={appointment} part="vorschlaege" />
          <SlotRows rows={mostProposals} needed={1} typed={shown} errors={errors} prefix={offers} />
          <PlaceFields typed={shown} errors={errors} prefix={offers} />
          <p>
            <Button>Neue Zeiten vorschlagen</Button>
          </p>
        </Form>
      </div>
    </Panel>
  )
}

const FactsPart = (props: Props) => {
  const { appointment, staff } = props
  const { typed, errors, isMine } = own(props, 'angaben')
  const shown = typed ?? {
    title: appointment.title,
    note: appointment.note,
    travelMinutesBefore: String(appointment.minutesBefore),
    travelMinutesAfter: String(appointment.minutesAfter),
  }
  const chosen = isMine ? [] : appointment.participants.map(({ id }) => id)
  return (
    <Panel id="angaben" title="Angaben und Teilnehmende">
      <div class="lw-measure">
        <Form action={hrefOf(appointment)} label="Angaben ändern">
          <Hidden appointment={appointment} part="angaben" />
          <TextField
            name="title"
            label="Überschrift"
            value={shown['title']}
            error={errorAt(errors, 'title')}
            maxlength={120}
            required
          />
          <TravelFields typed={shown} errors={errors} />
          <CheckGroup
            name="participantIds"
            legend="Wer teilnimmt"
            options={peopleOptions(staff, shown, chosen)}
            error={errorAt(errors, 'participantIds')}
          />
          <TextArea
            name="note"
            label="Hinweise"
            value={shown['note']}
            error={errorAt(errors, 'note')}
            maxlength={2000}
            rows={3}
          />
          <p>
            <Button>Angaben ändern</Button>
          </p>
        </Form>
      </div>
    </Panel>
  )
}
