import { Temporal } from 'temporal-polyfill'
import { question } from '#platform/db/ask-together.ts'
import { hasRole } from '#platform/http/context.ts'
import type { CalendarSource } from '#platform/portal/calendar-entry.ts'
import { duties, type Duty } from './queries.ts'
import { proofRoutes } from './routes.ts'

/** The days on which proofs of use are due, for those who lead the programmes. */
export const proofCalendar: CalendarSource = {
  name: 'proof-of-use',
  title: 'Verwendungsnachweise',
  scopes: ['person'],
  ask({ actor }, { scope, from, until, limit }) {
    if (scope !== 'person' || !actor || !hasRole(actor, 'programmeManager')) return undefined
    return question(duties, (rows) =>
      rows
        .filter(({ isProven, dueOn }) => !isProven && dueOn >= from.toString() && dueOn <= until.toString())
        .slice(0, limit)
        .map(entryOf),
    )
  },
}

function entryOf({ programmeId: id, programmeName, dueOn, changedAt }: Duty) {
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
}
