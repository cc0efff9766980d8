import { localDay } from '#kernel/local-day.ts'
import { isRefusal, type Outcome, refuse, type Refusal } from '#kernel/outcome.ts'
import { staffOf } from '#foundation/identity/index.ts'
import { listContacts } from '#foundation/organizations/index.ts'
import { type Answer, forbidden, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { may, sideOf } from '../access.ts'
import type { Appointment } from '../appointment.ts'
import { cancelAppointment } from '../cancel-appointment.ts'
import { confirmAppointment } from '../confirm-appointment.ts'
import { declineAppointment } from '../decline-appointment.ts'
import { loadWarnings } from '../load-warnings.ts'
import { findAppointment } from '../queries.ts'
import { recordHeld } from '../record-held.ts'
import { appointmentHref, appointmentRoutes } from '../routes.ts'
import { cancellation, confirmation, declination, heldIn } from '../schemas.ts'
import { AppointmentView, type Shown } from './appointment-view.tsx'
import { checkedPeople } from './people-choice.ts'
import { crumbsOf } from './road-head.ts'
import { atFields, readSlots, type Typed } from './slot-fields.tsx'

export const suggestionRows = 3

/** One date, and what each side can do with it. */
export const singleAppointmentPages: PageRoute[] = [
  show(appointmentRoutes.show, (ctx, { params }) =>
    onAppointment(ctx, params, (appointment) => showPage(ctx, appointment, {})),
  ),
  submit(appointmentRoutes.confirm, (ctx, { params, form }) =>
    onAppointment(ctx, params, (appointment) => confirm(ctx, appointment, form)),
  ),
  submit(appointmentRoutes.decline, (ctx, { params, form }) =>
    onAppointment(ctx, params, (appointment) => decline(ctx, appointment, form)),
  ),
  submit(appointmentRoutes.cancel, (ctx, { params, form }) =>
    onAppointment(ctx, params, async (appointment) => {
      const side = may.answer(ctx.actor, appointment)
      if (isRefusal(side)) return forbidden(side)
      const wanted = parse(cancellation, { reason: form['reason'] }, 'Abgesagt ist noch nichts')
      const done = isRefusal(wanted) ? wanted : await cancelAppointment(ctx, appointment, { ...wanted, side })
      return settled(
        ctx,
        appointment,
        done,
        { deed: 'cancel', typed: form },
        'Abgesagt. Alle Beteiligten bekommen eine Mail mit dem Grund.',
      )
    }),
  ),
  submit(appointmentRoutes.hold, (ctx, { params, form }) =>
    onAppointment(ctx, params, async (appointment) => {
      const allowed = may.tend(ctx.actor, appointment)
      if (isRefusal(allowed)) return forbidden(allowed)
      const wanted = parse(heldIn, { attendedIds: checkedPeople(form), stepDone: form['stepDone'] !== undefined })
      const done = isRefusal(wanted) ? wanted : await recordHeld(ctx, appointment, wanted)
      return settled(
        ctx,
        appointment,
        done,
        { deed: 'hold', typed: form },
        'Festgehalten: Der Termin hat stattgefunden.',
      )
    }),
  ),
]

async function onAppointment(
  ctx: Context,
  params: Record<string, string>,
  work: (appointment: Appointment) => Promise<Answer>,
): Promise<Answer> {
  const appointment = await findAppointment(ctx.db, params['appointmentId'] ?? '', params['id'] ?? '')
  return appointment
    ? work(appointment)
    : notFound('Diesen Termin gibt es nicht, oder er gehört einer anderen Kommune.')
}

async function confirm(ctx: Context, appointment: Appointment, form: Typed): Promise<Answer> {
  const side = may.answer(ctx.actor, appointment)
  if (isRefusal(side)) return forbidden(side)
  const state = { deed: 'confirm', typed: form } as const
  const wanted = parse(
    confirmation,
    { proposalId: form['proposalId'] ?? '', participantIds: checkedPeople(form) },
    'Bestätigt ist noch nichts',
  )
  if (isRefusal(wanted)) return settled(ctx, appointment, wanted, state, '')
  const self = side === 'organization' ? [ctx.actor.personId] : []
  const done = await confirmAppointment(ctx, appointment, {
    side,
    proposalId: wanted.proposalId,
    participantIds: [...self, ...(wanted.participantIds ?? [])],
  })
  return settled(
    ctx,
    appointment,
    done,
    state,
    'Bestätigt. Alle Beteiligten bekommen den Termin für ihren Kalender per Mail.',
  )
}

async function decline(ctx: Context, appointment: Appointment, form: Typed): Promise<Answer> {
  const allowed = may.decline(ctx.actor, appointment)
  if (isRefusal(allowed)) return forbidden(allowed)
  const read = readSlots(form, suggestionRows)
  const { slots, rowOf } = isRefusal(read) ? { slots: [], rowOf: [] } : read
  const sentence = 'Die Antwort ist noch nicht abgeschickt'
  const wanted = parse(declination, { reason: form['reason'], suggestions: slots }, sentence)
  const times = isRefusal(read) ? (read.errors ?? []) : []
  const ready = isRefusal(wanted) || times.length === 0 ? wanted : refuse(`${sentence}. Bitte ändern Sie die Zeiten.`)
  const done = isRefusal(ready) ? ready : await declineAppointment(ctx, appointment, ready)
  const refusal = isRefusal(done) ? refuse(done.refused, [...atFields(done.errors, rowOf), ...times]) : done
  return settled(
    ctx,
    appointment,
    refusal,
    { deed: 'decline', typed: form },
    'Abgeschickt. Die andere Seite wählt aus Ihren Vorschlägen oder macht neue.',
  )
}

/** Back to the date with a word about the deed, or refused beside its form, as the date is now. */
async function settled(
  ctx: Context,
  appointment: Appointment,
  outcome: Outcome<unknown>,
  state: Pick<Shown, 'deed' | 'typed'>,
  flash: string,
): Promise<Answer> {
  if (!isRefusal(outcome)) return redirect(appointmentHref(appointment), flash)
  const now = await findAppointment(ctx.db, appointment.id)
  return now ? showPage(ctx, now, { ...state, refusal: outcome }) : notFound()
}

async function showPage(
  ctx: Context,
  appointment: Appointment,
  state: { deed?: Shown['deed']; typed?: Typed; refusal?: Refusal },
): Promise<Answer> {
  const side = sideOf(ctx.actor, appointment)
  const isOpen = appointment.state === 'proposed' || appointment.state === 'declined'
  const warnings = await loadWarnings(
    ctx,
    appointment,
    isOpen
      ? appointment.proposals
      : appointment.chosen && appointment.state === 'confirmed'
        ? [appointment.chosen]
        : [],
  )
  const staff = side && isOpen ? await staffOf(ctx.db, appointment.organizationId, localDay(ctx.now).toString()) : []
  const others = staff.filter(({ id }) => id !== ctx.actor.personId)
  const contacts = side === 'programme' ? await listContacts(ctx.db, appointment.organizationId) : []
  const shown: Shown = { appointment, side, warnings, staff: others, contacts, now: ctx.now, typed: {}, ...state }
  return page({
    title: `${appointment.title}, ${appointment.organizationName}`,
    crumbs: crumbsOf({ ...appointment, id: appointment.enrollmentId }, appointment.title),
    status: state.refusal ? 422 : 200,
    refusal: state.refusal,
    view: () => <AppointmentView {...shown} />,
  })
}
