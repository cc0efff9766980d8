import { Temporal } from 'temporal-polyfill'
import type { CalendarSource } from '#platform/portal/calendar-entry.ts'
import { lastDays } from './decisions/waiting.ts'
import { packageRoutes } from './routes.ts'

/** The last sensible day of packages that are not decided. */
export const packageCalendar: CalendarSource = {
  name: 'security/packages',
  title: 'Maßnahmenpakete',
  scopes: ['organization'],
  async list({ db, actor }, { from, until, limit }) {
    const organizationId = actor?.actingFor?.id
    if (organizationId === undefined) return []
    const found = await lastDays(db, { organizationId, from: from.toString(), until: until.toString(), limit })
    return found.map((one) => {
      const day = Temporal.PlainDate.from(one.decideBy)
      return {
        key: `package-${one.packageId}`,
        title: 'Letzter Tag für das Maßnahmenpaket',
        description: `${one.programmeName}, ${one.organizationName}: Danach ist nicht mehr alles vor der Frist zu schaffen.`,
        url: packageRoutes.package.href({ id: one.enrollmentId }),
        time: { from: day, until: day },
        isCancelled: false,
        changedAt: one.changedAt,
      }
    })
  },
}
