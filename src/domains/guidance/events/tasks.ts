import { Temporal } from 'temporal-polyfill'
import { germanTime, localDay } from '#kernel/local-day.ts'
import { question } from '#platform/db/ask-together.ts'
import { hasRole } from '#platform/http/context.ts'
import type { Task, TaskSource } from '#platform/portal/task.ts'
import { organizers } from './access.ts'
import { dayInWords } from './event/event.ts'
import { type EventDuty, eventDuties } from './portal-queries.ts'
import { eventRoutes } from './routes.ts'

/** What events want: an answer to an offered seat, and the organizer's word on registrations that need it. */
export const eventTasks: TaskSource = {
  name: 'guidance/events',
  title: 'Kurse und Veranstaltungen',
  ask: ({ actor, now }, { limit }) =>
    question(
      eventDuties({
        personId: actor.personId,
        organizerId: hasRole(actor, ...organizers) ? (actor.actingFor?.id ?? null) : null,
        now,
        limit,
      }),
      (rows) => ({ items: rows.map(taskOf), total: rows[0]?.total ?? 0 }),
    ),
}

function taskOf({ kind, id, eventId, title, until, waiting }: EventDuty): Task {
  const end = until === null ? null : Temporal.Instant.from(until)
  if (kind === 'answer')
    return {
      key: `answer:${id}`,
      title: `Angebotenen Platz annehmen oder ablehnen: ${title}`,
      reason: end
        ? `Zurückgelegt bis ${dayInWords(localDay(end))}, ${germanTime(end)} · danach geht der Platz an die nächste Person auf der Warteliste.`
        : 'Der Platz ist für Sie zurückgelegt.',
      // What ends at midnight ends with the day before.
      dueOn: end && localDay(end.subtract({ milliseconds: 1 })),
      url: eventRoutes.detail.href({ id: eventId }),
    }
  return {
    key: `approve:${id}`,
    title: `Anmeldungen zulassen: ${title}`,
    reason:
      waiting === 1
        ? 'Eine Anmeldung wartet auf Ihre Entscheidung. Vorher bekommt die Person keinen Platz.'
        : `${waiting} Anmeldungen warten auf Ihre Entscheidung. Vorher bekommt niemand davon einen Platz.`,
    dueOn: end && localDay(end),
    url: eventRoutes.people.href({ id: eventId }),
  }
}
