import { Temporal } from 'temporal-polyfill'
import { question } from '#platform/db/ask-together.ts'
import type { CalendarSource } from '#platform/portal/calendar-entry.ts'
import { datesOf, type Duty, markDates } from './duty-queries.ts'
import { openStates } from './measure.ts'
import { measureRoutes } from './routes.ts'

/** When measures are due, and when somebody looks at them again. */
export const measureCalendar: CalendarSource = {
  name: 'measures',
  title: 'Maßnahmen',
  scopes: ['person', 'organization'],
  ask({ actor }, { scope, from, until, limit }) {
    if (!actor || scope === 'public') return undefined
    return question(datesOf({ ...whose(actor, scope), from, until, limit }), (rows) => rows.map(entryOf))
  },
  mark: async ({ actor, db }, { scope, from, until }) =>
    actor && scope !== 'public' ? markDates(db, { ...whose(actor, scope), from, until }) : '',
}

const whose = (
  { personId, actingFor }: { personId: string; actingFor: { id: string } | null },
  scope: 'person' | 'organization',
) => ({ organizationId: actingFor?.id ?? null, personId: scope === 'person' ? personId : null })

function entryOf({ id, title, state, day, since }: Duty) {
  const date = Temporal.PlainDate.from(day ?? '')
  return {
    key: `measure-${id}`,
    title: openStates.includes(state) ? `Maßnahme fällig: ${title}` : `Maßnahme wieder prüfen: ${title}`,
    url: measureRoutes.show.href({ id }),
    time: { from: date, until: date },
    isCancelled: false,
    changedAt: Temporal.Instant.from(since),
  }
}
