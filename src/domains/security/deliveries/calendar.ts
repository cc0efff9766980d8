import { Temporal } from 'temporal-polyfill'
import { question } from '#platform/db/ask-together.ts'
import { hasRole } from '#platform/http/context.ts'
import type { CalendarSource } from '#platform/portal/calendar-entry.ts'
import { may } from './access.ts'
import { deliveryRoutes } from './routes.ts'
import { type DueDay, dueDays } from './task-queries.ts'

/** Until when commissioned services are due: for the municipality, the contractor's office, and who leads the programme. */
export const deliveryCalendar: CalendarSource = {
  name: 'deliveries',
  title: 'Aufträge',
  scopes: ['person', 'organization'],
  ask({ actor }, { scope, from, until, limit }) {
    if (!actor || scope === 'public') return undefined
    const here = actor.actingFor?.id ?? null
    const whose = {
      organizationId: scope === 'organization' ? here : null,
      contractorId: may.supply(actor) ? here : null,
      leads: scope === 'person' && hasRole(actor, 'programmeManager'),
    }
    return question(dueDays({ ...whose, from, until }, limit), (rows) => rows.map(entryOf))
  },
}

function entryOf({ id, title, reference, organizationName, dueOn, placedAt }: DueDay) {
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
}
