import { Temporal } from 'temporal-polyfill'
import { takesPart } from '#foundation/programmes/index.ts'
import { question } from '#platform/db/ask-together.ts'
import { hasRole } from '#platform/http/context.ts'
import type { Task, TaskSource } from '#platform/portal/task.ts'
import { may } from './access.ts'
import { deliveryRoutes as routes } from './routes.ts'
import { type OrderDuty, orderDuties } from './task-queries.ts'

/** What orders want from whoever asks: to be delivered, accepted, countersigned. */
export const deliveryTasks: TaskSource = {
  name: 'security/deliveries',
  title: 'Aufträge und Abnahmen',
  ask({ actor }, { limit }) {
    const here = actor.actingFor?.id ?? null
    const whose = {
      organizationId: hasRole(actor, ...takesPart) ? here : null,
      signs: hasRole(actor, 'chiefExecutive'),
      contractorId: may.supply(actor) ? here : null,
      leads: hasRole(actor, 'programmeManager'),
    }
    if (whose.organizationId === null && whose.contractorId === null && !whose.leads) return undefined
    return question(orderDuties(whose, limit), (rows) => ({ items: rows.map(taskOf), total: rows[0]?.total ?? 0 }))
  },
}

function taskOf(duty: OrderDuty): Task {
  const { kind, orderId, enrollmentId, acceptanceId, title, reference, organizationName, dueOn } = duty
  const order = routes.order.href({ order: orderId })
  const acceptance = routes.acceptance.href({ id: enrollmentId, acceptance: acceptanceId ?? '' })
  const task = (name: string, reason: string, url: string): Task => ({
    key: `${kind}:${orderId}`,
    title: `${name}: ${title}`,
    reason: `${reference} · ${reason}`,
    dueOn: dueOn === null ? null : Temporal.PlainDate.from(dueOn),
    url,
  })
  switch (kind) {
    case 'deliver':
      return task('Leistung erbringen', `Für ${organizationName}. Danach melden Sie sie mit einem Nachweis.`, order)
    case 'rework':
      return task('Nachbessern', `${organizationName} hat nicht abgenommen; der Grund steht beim Auftrag.`, order)
    case 'accept':
      return task('Leistung abnehmen', 'Der Dienstleister hat sie als erbracht gemeldet.', `${order}#abnahme`)
    case 'sign':
      return task('Abnahme unterschreiben', 'Sie ist vorbereitet; es fehlt Ihre Unterschrift.', acceptance)
    case 'countersign':
      return task('Abnahme gegenzeichnen', `${organizationName} hat unterschrieben.`, acceptance)
  }
}
