import { Temporal } from 'temporal-polyfill'
import { hasRole } from '#platform/http/context.ts'
import type { CalendarSource } from '#platform/portal/calendar-entry.ts'
import { listDuties } from './queries.ts'
import { proofRoutes } from './routes.ts'

/** The days on which proofs of use are due, for those who lead the programmes. */
export const proofCalendar: CalendarSource = {
  name: 'proof-of-use',
  title: 'Verwendungsnachweise',
  scopes: ['person'],
  async list({ actor, db }, { scope, from, until, limit }) {
    if (scope !== 'person' || !actor || !hasRole(actor, 'programmeManager')) return []
    const duties = await listDuties(db)
    return duties
      .filter(({ isProven, dueOn }) => !isProven && dueOn >= from.toString() && dueOn <= until.toString())
      .slice(0, limit)
      .map(({ programmeId: id, programmeName, dueOn, changedAt }) => {
        const day = Temporal.PlainDate.from(dueOn)
        return {
          key: `proof-due-${id}`,
          title: `Verwendungsnachweis vorlegen: ${programmeName}`,
          description: 'Letzter Tag, an dem Sachbericht, Zahlen und Belegliste vorzulegen sind.',
          url: proofRoutes.proof.href({ id }),
          time: { from: day, until: day },
          isCancelled: false,
          changedAt: Temporal.Instant.from(changedAt),
        }
      })
  },
}
