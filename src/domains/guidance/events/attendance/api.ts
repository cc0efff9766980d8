import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { type Answer, json, notFound, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, openOperation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import { may } from '../access.ts'
import type { Event } from '../event/event.ts'
import { findEvent } from '../event/queries.ts'
import { eventExample, registrationExample } from '../examples.ts'
import { tallyInWords } from './attendance.ts'
import { checkIn } from './check-in.ts'
import { openCheckIn } from './open-check-in.ts'
import { type Attendee, findEventOfDate, listAttendees } from './queries.ts'
import { recordAttendance } from './record-attendance.ts'
import { attendanceIn, attendanceOut, checkInCodeOut, checkInIn } from './schemas.ts'
import { atDesk } from './web/at-desk.ts'
import { checkInAddress } from './web/check-in-address.ts'
import { readCheckIn } from './web/read-check-in.ts'

const tag = 'Attendance'
const who = 'Guides and programme managers of the cooperative that organizes it'
const params = z.object({ id: idSchema })
const problems = { 403: 'Only organizers' }

const dateId = eventExample.dates[0]?.id ?? ''
const example = {
  eventId: eventExample.id,
  passPercent: 80,
  items: [
    {
      registrationId: registrationExample.id,
      name: 'Jonas Timm',
      organization: 'Elbaue',
      attended: 1,
      of: 1,
      percent: 100,
      verdict: 'passed' as const,
      text: '1 von 1 Termin, 100\u00A0%: bestanden',
      dates: [
        {
          dateId,
          state: 'present' as const,
          taskDone: false,
          how: 'list' as const,
          recordedAt: '2026-12-03T08:05:00Z',
        },
      ],
    },
  ],
}
const reply = { status: 200, description: 'Everybody with a seat', schema: attendanceOut, example } as const

/** Who was there: the list, the code in the room, and what those in the room do with it. */
export const attendanceOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/events/{id}/attendance',
    id: 'getAttendance',
    title: 'die Anwesenheit einer Veranstaltung zeigen',
    summary: 'Everybody with a seat, each date, and whether it is enough for the certificate',
    who,
    tag,
    params,
    guard: may.organize,
    problems,
    reply,
    work: (ctx, { params: { id } }) => atDesk(ctx, id, (event) => shown(ctx, event)),
  }),
  operation({
    method: 'put',
    path: '/events/{id}/attendance',
    id: 'recordAttendance',
    title: 'die Anwesenheit bei einem Termin erfassen',
    summary: 'Record or correct one date; who is not named stays as recorded',
    who,
    tag,
    params,
    guard: may.organize,
    body: attendanceIn,
    bodyExample: { dateId, entries: [{ registrationId: registrationExample.id, state: 'present', taskDone: false }] },
    problems: { ...problems, 422: 'Before the day, on a date that is called off, or without a confirmed seat' },
    reply,
    work: (ctx, { params: { id }, body }) =>
      atDesk(ctx, id, async (event) => {
        const done = await recordAttendance(ctx, event, body.dateId, body.entries)
        return isRefusal(done) ? unprocessable(done) : shown(ctx, event)
      }),
  }),
  operation({
    method: 'post',
    path: '/event-dates/{id}/check-in-code',
    id: 'openCheckIn',
    title: 'einen Code zum Eintragen öffnen',
    summary: 'A new six-digit code for the room, until two hours after the end; an earlier one ends',
    who,
    tag,
    params,
    guard: may.organize,
    problems: { ...problems, 422: 'Before the day, or when it is over' },
    reply: {
      status: 201,
      description: 'The code, and the address that the QR code holds',
      schema: checkInCodeOut,
      example: {
        code: '048213',
        closesAt: '2026-12-03T17:00:00Z',
        address: 'https://portal.example/kurse/01940d1c/termine/01940d1d/anwesenheit?code=048213',
      },
    },
    work: async (ctx, { params: { id }, request: { portal } }) => {
      const eventId = await findEventOfDate(ctx.db, id)
      if (!eventId) return notFound()
      return atDesk(ctx, eventId, async (event) => {
        const opened = await openCheckIn(ctx, event, id)
        if (isRefusal(opened)) return unprocessable(opened)
        const { code, closesAt } = opened
        const address = checkInAddress({ portal, event, dateId: id, code })
        return json({ code, closesAt: closesAt.toString(), address }, 201)
      })
    },
  }),
  openOperation({
    method: 'post',
    path: '/event-dates/{id}/check-in',
    id: 'confirmCheckIn',
    title: 'sich mit dem Code als anwesend eintragen',
    summary: 'By the code in the room: as whoever is signed in, or as the guest of an address',
    who: 'Everybody with a confirmed seat, guests by their address; ten wrong codes a minute',
    tag,
    params,
    isGuessable: true,
    body: checkInIn,
    bodyExample: { code: '048213', email: '' },
    problems: { 422: 'Wrong code, too late, or no seat', 429: 'Too many wrong codes' },
    reply: {
      status: 200,
      description: 'Recorded, or recorded already',
      schema: z.object({ message: z.string() }).meta({ id: 'CheckedIn' }),
      example: { message: 'Eingetragen. Sie sind als anwesend erfasst.' },
    },
    work: async (ctx, { params: { id }, body }) => {
      const eventId = await findEventOfDate(ctx.db, id)
      const event = eventId && (await findEvent(ctx.db, eventId))
      if (!event) return notFound()
      const wanted = readCheckIn(ctx.actor, body)
      if (isRefusal(wanted)) return unprocessable(wanted)
      const done = await checkIn(ctx, event, { dateId: id, ...wanted })
      return isRefusal(done) ? unprocessable(done) : json({ message: done })
    },
  }),
]

const shown = async (ctx: Context, event: Event): Promise<Answer> =>
  json({
    eventId: event.id,
    passPercent: event.passPercent,
    items: (await listAttendees(ctx.db, event, ctx.now)).map(attendeeJson),
  })

const attendeeJson = ({ place, marks, tally }: Attendee) => ({
  registrationId: place.id,
  name: place.name,
  organization: place.organization,
  attended: tally.attended,
  of: tally.of,
  percent: tally.permille / 10,
  verdict: tally.verdict,
  text: tallyInWords(tally),
  dates: [...marks.values()].map(({ dateId: date, state, taskDone, how, recordedAt }) => ({
    dateId: date,
    state,
    taskDone,
    how,
    recordedAt: recordedAt.toString(),
  })),
})
