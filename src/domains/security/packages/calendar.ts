import { Temporal } from 'temporal-polyfill'
import { question } from '#platform/db/ask-together.ts'
import type { CalendarSource } from '#platform/portal/calendar-entry.ts'
import { type LastDay, lastDays } from './decisions/waiting.ts'
import { packageRoutes } from './routes.ts'

/** The last sensible day of packages that are not decided. */
export const packageCalendar: CalendarSource = {
  name: 'security/packages',
  title: 'Maßnahmenpakete',
  scopes: ['organization'],
  ask({ actor }, { from, until, limit }) {
    const organizationId = actor?.actingFor?.id
    if (organizationId === undefined) return undefined
    const query = lastDays({ organizationId, from: from.toString(), until: until.toString(), limit })
    return question(query, (rows) => rows.map(entryOf))
  },
}

function entryOf({ packageId, enrollmentId, programmeName, organizationName, decideBy, changedAt }: LastDay) {
  const day = Temporal.PlainDate.from(decideBy)
  return {
    key: `package-${packageId}`,
    title: 'Letzter Tag für das Maßnahmenpaket',
    description: `${programmeName}, ${organizationName}: Danach ist nicht mehr alles vor der Frist zu schaffen.`,
    url: packageRoutes.package.href({ id: enrollmentId }),
    time: { from: day, until: day },
    isCancelled: false,
    changedAt: Temporal.Instant.from(changedAt),
  }
}
