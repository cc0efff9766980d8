import { Temporal } from 'temporal-polyfill'
import { euro } from '#kernel/money.ts'
import { question } from '#platform/db/ask-together.ts'
import { hasRole } from '#platform/http/context.ts'
import type { Task, TaskSource } from '#platform/portal/task.ts'
import { invoiceRoutes as routes } from './routes.ts'
import { type Due, dueInvoices } from './task-queries.ts'

/** What invoices want of whoever asks. */
export const invoiceTasks: TaskSource = {
  name: 'security/invoices',
  title: 'Rechnungen',
  ask({ actor }, { limit }) {
    const concerns = actor.actingFor?.kind === 'cooperative' || hasRole(actor, 'contractorOffice')
    if (!concerns) return undefined
    return question(dueInvoices(actor.personId), (all) => ({
      items: all.slice(0, limit).map(taskOf),
      total: all.length,
    }))
  },
}

function taskOf({ kind, id, programmeId, programmeName, number, contractorName, cents, many, dueOn }: Due): Task {
  const task = (title: string, reason: string, url: string): Task => ({
    key: `${kind}:${id}`,
    title,
    reason,
    dueOn: dueOn === null ? null : Temporal.PlainDate.from(dueOn),
    url,
  })
  switch (kind) {
    case 'check':
      return task(
        `Rechnung ${number} prüfen`,
        `${programmeName}: ${contractorName} stellt ${euro(cents)} in Rechnung.`,
        routes.show.href({ id: programmeId, invoice: id }),
      )
    case 'pay':
      return task(
        'Zahlungen freigeben',
        `${programmeName}: ${euro(cents)} aus ${many === 1 ? 'einer Position' : `${many} Positionen`} warten auf eine zweite Person.`,
        routes.payments.href({ id: programmeId }),
      )
    case 'dispute':
      return task(
        `Beanstandete Rechnung ${number} klären`,
        `${programmeName}: Der Grund steht bei der Rechnung. Bis dahin wird nichts gezahlt.`,
        routes.ownInvoice.href({ invoice: id }),
      )
  }
}
