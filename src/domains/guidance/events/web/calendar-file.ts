import { writeCalendarFile } from '#platform/calendar/write-itip.ts'
import { type Answer, notFound } from '#platform/http/answer.ts'
import { type PageRoute, publicPage } from '#platform/http/page-route.ts'
import type { Event } from '../event/event.ts'
import { findEvent } from '../event/queries.ts'
import { eventRoutes } from '../routes.ts'
import { calendarDate, uidOf } from '../telling/calendar-package.ts'

/** All dates that are held, as calendar programs open them; the way into a video meeting only for those who see it on the page. */
export function calendarFile(event: Event, portal: string): Answer {
  const held = event.dates
    .filter(({ cancelledAt }) => cancelledAt === null)
    .map((date) => ({ startsAt: date.startsAt, endsAt: date.endsAt, ...calendarDate(event.title, date) }))
  const [first] = held
  if (!first) return notFound('Die Termine dieser Veranstaltung stehen noch nicht fest.')
  const item = {
    uid: uidOf(event.id),
    sequence: event.sequence,
    at: event.changedAt,
    url: portal + eventRoutes.detail.href({ id: event.id }),
    ...first,
    dates: held,
  }
  const body = writeCalendarFile(item, event.cancelledAt !== null)
  return { kind: 'file', name: 'termine.ics', type: 'text/calendar; charset=utf-8', body }
}

export const calendarFilePages: readonly PageRoute[] = [
  publicPage(eventRoutes.calendar, async (ctx, { params, portal }) => {
    const event = await findEvent(ctx.db, params['id'] ?? '')
    const file = event && calendarFile(event, portal)
    // Calendar programs come again and again.
    return file
      ? file.kind === 'file'
        ? { ...file, isReread: true }
        : file
      : notFound('Diese Veranstaltung gibt es nicht, oder sie ist nicht veröffentlicht.')
  }),
]
