import { Temporal } from 'temporal-polyfill'
import { hasRole } from '#platform/http/context.ts'
import type { CalendarSource } from '#platform/portal/calendar-entry.ts'
import { may } from './access.ts'
import { deliveryRoutes } from './routes.ts'
import { listDueDays } from './task-queries.ts'

/** Until when commissioned services are due: for the municipality, the contractor's office, and who leads the programme. */
export const deliveryCalendar: CalendarSource = {
  name: 'deliveries',
  title: 'Aufträge',
  scopes: ['person', 'organization'],
  async list({ actor, db }, { scope, from, until, limit }) {
    if (!actor || scope === 'public') return []
    const here = actor.actingFor?.id ?? null
    const whose = {
      organizationId: scope === 'organization' ? here : null,
      contractorId: may.supply(actor) ? here : null,
      leads: scope === 'person' && hasRole(actor, 'programmeManager'),
    }
    const days = await listDueDays(db, { ...whose, from, until }, limit)
    return days.map(({ id, title, reference, organizationName, dueOn, placedAt }) => {
      const day = Temporal.PlainDate.from(dueOn)
      return {
        key: `order-due-${id}`,
        title: `Fällig: ${title}, ${organizationName}`,
        description: `Auftrag ${reference}`,
        url: deliveryRoutes.order.href({ order: id }),
        time: { from: day, until: day },
        isCancelled: false,
        changedAt: Temporal.Instant.from(placedAt),
      }
    })
  },
}
