import { Temporal } from 'temporal-polyfill'
import { isRefusal, refuse, type Refusal } from '#kernel/outcome.ts'
import { findProgramme, type Programme, programmeRoutes } from '#foundation/programmes/index.ts'
import { type Answer, forbidden, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { CheckGroup } from '#ui/form/check-group.tsx'
import { errorAt, Form, Submit, TextArea, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Refused } from '#ui/refused/refused.tsx'
import { may } from '../access.ts'
import { placeInWords, slotInWords } from '../appointment.ts'
import { findKickoff, type Guest, type Kickoff, listInvitable } from '../kickoff-roads.ts'
import { planKickoff } from '../plan-kickoff.ts'
import { recordAttendance } from '../record-attendance.ts'
import { appointmentRoutes } from '../routes.ts'
import { attendance, newKickoff } from '../schemas.ts'
import { atFields, PlaceFields, readSlots, slotLabels, SlotRows, type Typed } from './slot-fields.tsx'

const mostGuests = 1000
const prefix = 'kommune-'
const labels = {
  title: 'Überschrift',
  ...slotLabels,
  enrollmentIds: 'Eingeladene Kommunen',
  note: 'Hinweise',
  attended: 'Wer da war',
}

const ticked = (form: Typed): string[] =>
  Object.keys(form)
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length))

/** One kick-off for many municipalities, and who was there. */
export const kickoffPages: PageRoute[] = [
  show(appointmentRoutes.newKickoff, (ctx, { params }) =>
    onProgramme(ctx, params, (programme) => newPage(ctx, programme, {})),
  ),
  submit(appointmentRoutes.newKickoff, (ctx, { params, form }) =>
    onProgramme(ctx, params, (programme) => plan(ctx, programme, form)),
  ),
  show(appointmentRoutes.kickoff, (ctx, { params }) =>
    onProgramme(ctx, params, async (programme) => {
      const kickoff = await findKickoff(ctx.db, programme.id, params['kickoffId'] ?? '')
      return kickoff ? attendancePage(ctx, programme, kickoff, {}) : notFound()
    }),
  ),
  submit(appointmentRoutes.kickoff, (ctx, { params, form }) =>
    onProgramme(ctx, params, async (programme) => {
      const kickoff = await findKickoff(ctx.db, programme.id, params['kickoffId'] ?? '')
      if (!kickoff) return notFound()
      const wanted = parse(attendance, { attended: ticked(form) })
      const done = isRefusal(wanted) ? wanted : await recordAttendance(ctx, programme, kickoff, wanted.attended)
      return isRefusal(done)
        ? attendancePage(ctx, programme, kickoff, { typed: form, refusal: done })
        : redirect(hrefOf(kickoff), 'Festgehalten. Bei allen, die da waren, ist der Auftakt erledigt.')
    }),
  ),
]

const hrefOf = ({ id, programmeId }: Kickoff): string =>
  appointmentRoutes.kickoff.href({ id: programmeId, kickoffId: id })

async function onProgramme(
  ctx: Context,
  params: Record<string, string>,
  work: (programme: Programme) => Promise<Answer>,
): Promise<Answer> {
  const programme = await findProgramme(ctx.db, params['id'] ?? '')
  if (!programme) return notFound()
  const allowed = may.lead(programme)
  return isRefusal(allowed) ? forbidden(allowed) : work(programme)
}

async function plan(ctx: Context, programme: Programme, form: Typed): Promise<Answer> {
  const sentence = 'Angelegt ist noch nichts'
  const read = readSlots(form, 1)
  const slot = isRefusal(read) ? undefined : read.slots[0]
  const times = isRefusal(read)
    ? (read.errors ?? [])
    : slot
      ? []
      : [{ path: 'tag1', message: 'Bitte einen Tag angeben.' }]
  if (times.length > 0 || !slot)
    return newPage(ctx, programme, {
      typed: form,
      refusal: refuse(`${sentence}. Bitte ändern Sie den Zeitpunkt.`, times),
    })
  const wanted = parse(
    newKickoff,
    { title: form['title'], note: form['note'], time: slot, enrollmentIds: ticked(form) },
    sentence,
  )
  const planned = isRefusal(wanted) ? wanted : await planKickoff(ctx, programme, wanted)
  if (isRefusal(planned))
    return newPage(ctx, programme, { typed: form, refusal: refuse(planned.refused, atFields(planned.errors, [1])) })
  return redirect(
    appointmentRoutes.kickoff.href({ id: programme.id, kickoffId: planned }),
    'Angelegt. Der Auftakt steht bei allen Eingeladenen im Kalender und an ihrem Weg.',
  )
}

interface State {
  typed?: Typed
  refusal?: Refusal
}

const crumbsOf = (programme: Programme, label: string) => [
  { label: 'Programme', href: programmeRoutes.list.href() },
  { label: programme.name, href: programmeRoutes.show.href({ id: programme.id }) },
  { label: 'Termine', href: appointmentRoutes.month.href({ id: programme.id }) },
  { label },
]

async function newPage(ctx: Context, programme: Programme, { typed = {}, refusal }: State): Promise<Answer> {
  const guests = await listInvitable(ctx.db, programme.id, mostGuests)
  const title = 'Auftakt anlegen'
  return page({
    title: `${title}, ${programme.name}`,
    crumbs: crumbsOf(programme, title),
    status: refusal ? 422 : 200,
    refusal,
    view: () => (
      <>
        <PageHead title={title} lead={`${programme.name}: ein Zeitpunkt für alle, die Sie auswählen.`} />
        <div class="lw-stack lw-stack--l lw-measure">
          {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} labels={labels} />}
          {guests.length === 0 ? (
            <Empty level={2} title="Zurzeit gibt es niemanden einzuladen">
              Einladen lassen sich Kommunen, die zugelassen sind und ihren Auftakt noch vor sich haben.
            </Empty>
          ) : (
            <KickoffForm programme={programme} guests={guests} typed={typed} refusal={refusal} />
          )}
        </div>
      </>
    ),
  })
}

interface FormProps {
  programme: Programme
  guests: readonly Guest[]
  typed: Typed
  refusal: Refusal | undefined
}

const KickoffForm = ({ programme, guests, typed, refusal }: FormProps) => {
  const errors = refusal?.errors
  return (
    <Form action={appointmentRoutes.newKickoff.href({ id: programme.id })}>
      <TextField
        name="title"
        label={labels.title}
        value={typed['title'] ?? 'Auftakt'}
        error={errorAt(errors, 'title')}
        maxlength={120}
        required
      />
      <SlotRows rows={1} needed={1} typed={typed} errors={errors} />
      <PlaceFields typed={typed} errors={errors} />
      <CheckGroup
        name="enrollmentIds"
        legend={labels.enrollmentIds}
        options={guests.map(({ enrollmentId, organizationName }) => ({
          name: `${prefix}${enrollmentId}`,
          label: organizationName,
          checked: refusal === undefined || typed[`${prefix}${enrollmentId}`] !== undefined,
        }))}
        error={errorAt(errors, 'enrollmentIds')}
      />
      <TextArea
        name="note"
        label={labels.note}
        value={typed['note']}
        error={errorAt(errors, 'note')}
        maxlength={2000}
        rows={3}
      />
      <p>
        <Submit>Auftakt anlegen</Submit>
      </p>
    </Form>
  )
}

const attendancePage = async (
  ctx: Context,
  programme: Programme,
  kickoff: Kickoff,
  { typed, refusal }: State,
): Promise<Answer> =>
  page({
    title: `${kickoff.title}, ${programme.name}`,
    crumbs: crumbsOf(programme, kickoff.title),
    status: refusal ? 422 : 200,
    refusal,
    view: () => (
      <>
        <PageHead title={kickoff.title} lead={`${slotInWords(kickoff)}, ${placeInWords(kickoff)}`} />
        <div class="lw-stack lw-stack--l lw-measure">
          {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} labels={labels} />}
          {Temporal.Instant.compare(kickoff.startsAt, ctx.now) > 0 ? (
            <>
              <Refused title="Noch nicht an der Reihe">
                Ist der Auftakt vorbei, halten Sie hier fest, wer da war.
              </Refused>
              <ul class="lw-list">
                {kickoff.guests.map(({ organizationName, isCancelled }) => (
                  <li>{isCancelled ? `${organizationName} (abgesagt)` : organizationName}</li>
                ))}
              </ul>
            </>
          ) : (
            <Form action={hrefOf(kickoff)}>
              <CheckGroup
                name="attended"
                legend={labels.attended}
                hint="Bei allen, die da waren, ist der Auftakt damit erledigt."
                options={kickoff.guests
                  .filter(({ isCancelled }) => !isCancelled)
                  .map(({ enrollmentId, organizationName, attended }) => ({
                    name: `${prefix}${enrollmentId}`,
                    label: organizationName,
                    checked: typed ? typed[`${prefix}${enrollmentId}`] !== undefined : attended === true,
                  }))}
                error={errorAt(refusal?.errors, 'attended')}
              />
              <p>
                <Submit>Teilnahme festhalten</Submit>
              </p>
            </Form>
          )}
        </div>
      </>
    ),
  })
