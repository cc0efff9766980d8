import { Temporal } from 'temporal-polyfill'
import { startOfDay } from '#kernel/local-day.ts'
import { organizationRoutes } from '#foundation/organizations/index.ts'
import type { CalendarEntry, CalendarSource, CalendarTime } from '#platform/portal/calendar-entry.ts'
import { listRightDates, markRightDates, type RightDate } from './calendar/queries.ts'
import { assignmentRoutes, peopleRoutes, replacementRoutes, substitutionRoutes } from './people/routes.ts'
import { everyRoleInWords } from './roles.ts'
import { invitationRoutes, ownAccessRoutes } from './routes.ts'

/** Substitutions, assignments, and whatever of people's rights ends on a day. */
export const identityCalendar: CalendarSource = {
  name: 'identity',
  title: 'Personen und Zugänge',
  scopes: ['person', 'organization'],
  async list({ actor, db, now }, { scope, ...range }) {
    if (!actor || scope === 'public') return []
    const dates = await listRightDates({ actor, db, now }, { scope, ...range })
    return dates.map((date) => entryOf(date, scope, actor.actingFor?.id ?? ''))
  },
  mark: async ({ actor, db, now }, { scope, from, until }) =>
    actor && scope !== 'public' ? markRightDates({ actor, db, now }, { scope, from, until }) : '',
}

function entryOf(date: RightDate, scope: 'person' | 'organization', place: string): CalendarEntry {
  const time = timeOf(date)
  return {
    key: `${date.kind}-${date.id}`,
    ...inWords(date, scope, place),
    time,
    isCancelled: date.isCancelled,
    changedAt: date.changedAt ?? startOfDay(Temporal.PlainDate.from(date.from)),
  }
}

const timeOf = ({ at, from, until }: RightDate): CalendarTime =>
  at ? { from: at, until: at } : { from: Temporal.PlainDate.from(from), until: Temporal.PlainDate.from(until) }

function inWords(
  { kind, what, other }: RightDate,
  scope: 'person' | 'organization',
  place: string,
): Pick<CalendarEntry, 'title' | 'description' | 'url'> {
  switch (kind) {
    case 'substitution':
      return { title: `${other} vertritt ${what}`, url: substitutionRoutes.list.href() }
    case 'assignment':
      return scope === 'person'
        ? {
            title: `Zugewiesen: ${other}`,
            description: 'So lange lesen und beurteilen Sie dort die Prüfungen.',
            url: organizationRoutes.list.href(),
          }
        : { title: `${what} prüft und darf lesen`, url: assignmentRoutes.readers.href() }
    case 'invitation':
      return { title: `Einladung läuft ab: ${what}`, description: other, url: invitationRoutes.list.href() }
    case 'role':
      return {
        title: `Ihre Aufgabe endet: ${everyRoleInWords([what])}`,
        description: other,
        url: ownAccessRoutes.show.href(),
      }
    case 'token':
      return { title: `Zugangsschlüssel läuft ab: ${what}`, url: ownAccessRoutes.show.href() }
    case 'departure':
      return { title: `Letzter Tag: ${what}`, url: peopleRoutes.list.href() }
    case 'replacement':
      return {
        title: what ? `Neuer Zugang zur Verwaltung: ${what}` : 'Neuer Zugang zur Verwaltung',
        description: `Ab jetzt verwaltet diese Person die Zugänge von ${other}.`,
        url: scope === 'person' ? organizationRoutes.show.href({ id: place }) : replacementRoutes.list.href(),
      }
  }
}
