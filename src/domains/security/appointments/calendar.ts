import { Temporal } from 'temporal-polyfill'
import { localDay } from '#kernel/local-day.ts'
import type { CalendarSource } from '#platform/portal/calendar-entry.ts'
import { isWholeDay } from './appointment.ts'
import { appointmentHref } from './routes.ts'
import { type CalendarDate, listCalendarDates, markCalendarDates } from './calendar-queries.ts'

/** Confirmed dates, those that took place, and those that were confirmed and called off. */
export const appointmentCalendar: CalendarSource = {
  name: 'appointments',
  title: 'Termine mit Kommunen',
  scopes: ['person', 'organization'],
  async list({ actor, db }, { scope, from, until, limit }) {
    if (!actor || scope === 'public') return []
    const dates = await listCalendarDates(db, { own: ownOf(actor, scope), from, until, limit })
    return dates.map(entryOf)
  },
  mark: async ({ actor, db }, { scope, from, until }) =>
    actor && scope !== 'public' ? markCalendarDates(db, { own: ownOf(actor, scope), from, until }) : '',
}

const ownOf = (
  { personId, actingFor }: { personId: string; actingFor: { id: string } | null },
  scope: 'person' | 'organization',
) => (scope === 'person' ? { personId } : { organizationId: actingFor?.id ?? null })

const entryOf = (date: CalendarDate) => ({
  key: `appointment-${date.id}`,
  title: `${date.title}, ${date.organizationName}`,
  description: date.note || undefined,
  place: [date.place, date.videoUrl].filter((part) => part !== '').join(', ') || undefined,
  url: appointmentHref(date),
  time: isWholeDay(date)
    ? { from: localDay(date.startsAt), until: localDay(date.startsAt) }
    : { from: date.startsAt, until: date.endsAt },
  isCancelled: date.state !== 'confirmed' && date.state !== 'held',
  changedAt: Temporal.Instant.from(date.changedAt),
})
