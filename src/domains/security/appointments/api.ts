import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { isRefusal, type Outcome } from '#kernel/outcome.ts'
import { findEnrollment } from '#foundation/programmes/index.ts'
import { type Answer, forbidden, json, notFound, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import { may } from './access.ts'
import type { Appointment } from './appointment.ts'
import { cancelAppointment } from './cancel-appointment.ts'
import { changeAppointment } from './change-appointment.ts'
import { confirmAppointment } from './confirm-appointment.ts'
import { declineAppointment } from './decline-appointment.ts'
import { appointmentExample as example, chosenExample, slotExample } from './examples.ts'
import { appointmentJson } from './json.ts'
import { loadWarnings } from './load-warnings.ts'
import { proposeAppointment } from './propose-appointment.ts'
import { findAppointment, listAppointments } from './queries.ts'
import { recordHeld } from './record-held.ts'
import {
  appointmentChange,
  appointmentList,
  appointmentOut,
  appointmentQuery,
  appointmentWithWarnings,
  cancellation,
  confirmation,
  declination,
  heldIn,
  newAppointment,
} from './schemas.ts'

const tag = 'Appointments'
const readers = 'Everybody of the municipality, its assessor while assigned, who leads or guides in the programme'
const proposers = 'The assessor while assigned, and who leads the programme'
const one = z.object({ id: idSchema })

export const appointmentOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/appointments',
    id: 'listAppointments',
    title: 'Termine auflisten',
    summary: 'Appointments, the newest first',
    who: readers,
    tag,
    query: appointmentQuery,
    reply: {
      status: 200,
      description: 'One page of appointments',
      schema: appointmentList,
      example: { items: [example], next: null },
    },
    work: async (ctx, { query: { from, until, ...query } }) => {
      const found = await listAppointments(ctx.db, {
        ...query,
        ...(from ? { from: Temporal.PlainDate.from(from) } : {}),
        ...(until ? { until: Temporal.PlainDate.from(until) } : {}),
      })
      return isRefusal(found)
        ? unprocessable(found)
        : json({ items: found.items.map(appointmentJson), next: found.next })
    },
  }),
  operation({
    method: 'post',
    path: '/appointments',
    id: 'proposeAppointment',
    title: 'einen Termin vorschlagen',
    summary: 'Offer a municipality up to five times; other dates, weekends and holidays are named as warnings',
    who: proposers,
    tag,
    body: newAppointment,
    bodyExample: {
      enrollmentId: example.enrollmentId,
      step: 'onSite',
      title: example.title,
      note: '',
      travelMinutesBefore: 45,
      travelMinutesAfter: 45,
      participantIds: [],
      proposals: [slotExample],
    },
    problems: { 403: 'Only the assessor and who leads the programme' },
    reply: {
      status: 201,
      description: 'The municipality chooses now',
      schema: appointmentWithWarnings,
      example: { ...example, warnings: [] },
    },
    work: async (ctx, { body }) => {
      const enrollment = await findEnrollment(ctx.db, body.enrollmentId)
      if (!enrollment) return notFound()
      const allowed = may.propose(ctx.actor, enrollment)
      if (isRefusal(allowed)) return forbidden(allowed)
      const proposed = await proposeAppointment(ctx, enrollment, body)
      if (isRefusal(proposed)) return unprocessable(proposed)
      const warnings = await loadWarnings(ctx, proposed, proposed.proposals)
      return json({ ...appointmentJson(proposed), warnings }, 201, {
        location: `/api/v1/appointments/${proposed.id}`,
      })
    },
  }),
  operation({
    method: 'get',
    path: '/appointments/{id}',
    id: 'getAppointment',
    title: 'einen Termin zeigen',
    summary: 'One appointment with what is offered and what stands against it',
    who: readers,
    tag,
    params: one,
    reply: {
      status: 200,
      description: 'The appointment',
      schema: appointmentWithWarnings,
      example: {
        ...example,
        warnings: [{ number: 0, message: 'Der 26.12.2026 ist ein freier Tag (2. Weihnachtstag).' }],
      },
    },
    work: async (ctx, { params }) => {
      const found = await findAppointment(ctx.db, params.id)
      if (!found) return notFound()
      return json({ ...appointmentJson(found), warnings: await loadWarnings(ctx, found, found.proposals) })
    },
  }),
  operation({
    method: 'patch',
    path: '/appointments/{id}',
    id: 'changeAppointment',
    title: 'einen Termin ändern oder neu vorschlagen',
    summary: 'Offer other times, or move a confirmed appointment; calendars are told with a higher SEQUENCE',
    who: proposers,
    tag,
    params: one,
    body: appointmentChange,
    bodyExample: { version: 2, time: { ...slotExample, place: 'Rathaus, Raum 12' } },
    problems: { 403: 'Only the assessor and who leads the programme' },
    reply: { status: 200, description: 'As it is now', schema: appointmentOut, example: chosenExample },
    work: (ctx, { params, body }) =>
      onAppointment(ctx, params.id, (appointment) => {
        const allowed = may.tend(ctx.actor, appointment)
        return isRefusal(allowed) ? forbidden(allowed) : changeAppointment(ctx, appointment, body)
      }),
  }),
  operation({
    method: 'post',
    path: '/appointments/{id}/confirmation',
    id: 'confirmAppointment',
    title: 'einen vorgeschlagenen Zeitpunkt bestätigen',
    summary: 'Choose one of the times the other side offers; the step of the road goes on',
    who: 'The side that chooses now: who speaks for the municipality, or, of its suggestions, assessor and programme manager',
    tag,
    params: one,
    body: confirmation,
    bodyExample: { proposalId: '01940d1c-7a00-7000-8000-000000000541' },
    problems: { 403: 'Only who speaks for one of the sides' },
    reply: { status: 200, description: 'It is confirmed', schema: appointmentOut, example: chosenExample },
    work: (ctx, { params, body: { proposalId, participantIds } }) =>
      onAppointment(ctx, params.id, (appointment) => {
        const side = may.answer(ctx.actor, appointment)
        if (isRefusal(side)) return forbidden(side)
        const self = side === 'organization' ? [ctx.actor.personId] : []
        return confirmAppointment(ctx, appointment, {
          side,
          proposalId,
          participantIds: [...self, ...(participantIds ?? [])],
        })
      }),
  }),
  operation({
    method: 'post',
    path: '/appointments/{id}/declination',
    id: 'declineAppointment',
    title: 'alle Zeiten ablehnen und andere nennen',
    summary: 'Decline all times, or give a confirmed one back, with the reason and suggestions of one’s own',
    who: 'Who speaks for the municipality',
    tag,
    params: one,
    body: declination,
    bodyExample: { reason: 'An beiden Tagen tagt der Stadtrat.', suggestions: [slotExample] },
    problems: { 403: 'Only who speaks for the municipality' },
    reply: {
      status: 200,
      description: 'The other side chooses now',
      schema: appointmentOut,
      example: { ...example, state: 'declined', reason: 'An beiden Tagen tagt der Stadtrat.' },
    },
    work: (ctx, { params, body }) =>
      onAppointment(ctx, params.id, (appointment) => {
        const allowed = may.decline(ctx.actor, appointment)
        return isRefusal(allowed) ? forbidden(allowed) : declineAppointment(ctx, appointment, body)
      }),
  }),
  operation({
    method: 'post',
    path: '/appointments/{id}/cancellation',
    id: 'cancelAppointment',
    title: 'einen Termin absagen',
    summary: 'Cancel it with a reason; it is taken out of the calendars',
    who: 'Who speaks for the municipality, its assessor, who leads the programme',
    tag,
    params: one,
    body: cancellation,
    bodyExample: { reason: 'Krankheit' },
    problems: { 403: 'Only who speaks for one of the sides' },
    reply: {
      status: 200,
      description: 'It does not take place',
      schema: appointmentOut,
      example: { ...chosenExample, state: 'cancelled', reason: 'Krankheit' },
    },
    work: (ctx, { params, body }) =>
      onAppointment(ctx, params.id, (appointment) => {
        const side = may.answer(ctx.actor, appointment)
        return isRefusal(side) ? forbidden(side) : cancelAppointment(ctx, appointment, { ...body, side })
      }),
  }),
  operation({
    method: 'post',
    path: '/appointments/{id}/held',
    id: 'holdAppointment',
    title: 'festhalten, dass ein Termin stattgefunden hat',
    summary: 'Record that it took place, who came, and whether the step of the road is done',
    who: proposers,
    tag,
    params: one,
    body: heldIn,
    bodyExample: { attendedIds: ['01940d1c-7a00-7000-8000-000000000011'], stepDone: true },
    problems: { 403: 'Only the assessor and who leads the programme' },
    reply: {
      status: 200,
      description: 'It is recorded',
      schema: appointmentOut,
      example: { ...chosenExample, state: 'held' },
    },
    work: (ctx, { params, body }) =>
      onAppointment(ctx, params.id, (appointment) => {
        const allowed = may.tend(ctx.actor, appointment)
        return isRefusal(allowed) ? forbidden(allowed) : recordHeld(ctx, appointment, body)
      }),
  }),
]

/** Finds it, does the deed, shows it as it is now; an answer instead of an outcome stands as it is. */
async function onAppointment(
  ctx: Context,
  id: string,
  deed: (appointment: Appointment) => Answer | Promise<Outcome<Appointment | true>>,
): Promise<Answer> {
  const appointment = await findAppointment(ctx.db, id)
  if (!appointment) return notFound()
  const done = await deed(appointment)
  if (done !== true && 'kind' in done) return done
  if (isRefusal(done)) return unprocessable(done)
  const after = done === true ? await findAppointment(ctx.db, id) : done
  return after ? json(appointmentJson(after)) : notFound()
}
