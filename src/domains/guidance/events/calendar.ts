import { Temporal } from 'temporal-polyfill'
import { germanDay, germanTime, localDay } from '#kernel/local-day.ts'
import { question } from '#platform/db/ask-together.ts'
import type { CalendarEntry, CalendarSource } from '#platform/portal/calendar-entry.ts'
import { placeInWords } from './event/event.ts'
import { type EventDay, eventDays, markEventDays } from './portal-queries.ts'
import { eventRoutes } from './routes.ts'

/** Dates of what one has a seat in, was offered, or runs; in everybody's calendar what is published. */
export const eventCalendar: CalendarSource = {
  name: 'guidance/events',
  title: 'Kurse und Veranstaltungen',
  scopes: ['person', 'public'],
  ask({ actor }, { scope, ...range }) {
    if (scope === 'organization' || (scope === 'person' && !actor)) return undefined
    const self = actor?.personId ?? null
    const whose = scope === 'person' ? { personId: self } : { personId: null, exceptFor: range.perDay ? self : null }
    return question(eventDays({ ...whose, ...range }), (rows) =>
      rows.map((day) => ({ ...entryOf(day, scope), ofDay: range.perDay ? day.ofDay : undefined })),
    )
  },
  mark: async ({ actor, db }, { scope, from, until }) => {
    if (scope === 'organization' || (scope === 'person' && !actor)) return ''
    return markEventDays(db, { personId: scope === 'person' ? (actor?.personId ?? null) : null, from, until })
  },
}

function entryOf(day: EventDay, scope: 'person' | 'public'): CalendarEntry {
  const title = day.topic === '' ? day.title : `${day.title}: ${day.topic}`
  const offered = day.offerUntil === null ? undefined : Temporal.Instant.from(day.offerUntil)
  const link = scope === 'person' ? (day.videoUrl ?? '') : ''
  return {
    key: `event-date-${day.id}`,
    title: offered ? `Platz angeboten: ${title}` : title,
    description: offered
      ? `Bitte antworten Sie bis ${germanDay(localDay(offered))}, ${germanTime(offered)}. Danach geht der Platz an die nächste Person.`
      : undefined,
    place: [placeInWords(day), link].filter((part) => part !== '').join(', ') || undefined,
    url: eventRoutes.detail.href({ id: day.eventId }),
    time: { from: Temporal.Instant.from(day.startsAt), until: Temporal.Instant.from(day.endsAt) },
    isCancelled: day.isCancelled,
    changedAt: Temporal.Instant.from(day.changedAt),
  }
}
