import { Temporal } from 'temporal-polyfill'
import { localDay } from '#kernel/local-day.ts'
import { question } from '#platform/db/ask-together.ts'
import { hasRole } from '#platform/http/context.ts'
import type { Task, TaskSource } from '#platform/portal/task.ts'
import { duties, type Duty } from './queries.ts'
import { proofRoutes } from './routes.ts'

/** So many days before the last day somebody should begin to look after what is missing. */
const beforehand = 60

/** What the last day of a programme wants from those who lead it: before it that everything is settled, after it the proof. */
export const proofTasks: TaskSource = {
  name: 'security/proof-of-use',
  title: 'Verwendungsnachweis',
  ask({ actor, now }, { limit }) {
    if (!hasRole(actor, 'programmeManager')) return undefined
    const today = localDay(now)
    return question(duties, (rows) => {
      const all = rows.flatMap((duty) => taskOf(duty, today))
      return { items: all.slice(0, limit), total: all.length }
    })
  },
}

function taskOf(
  { programmeId, programmeName, endsOn, dueOn, open, isProven }: Duty,
  today: Temporal.PlainDate,
): Task[] {
  const id = programmeId
  const days = today.until(Temporal.PlainDate.from(endsOn)).days
  if (days >= 0)
    return open > 0 && days <= beforehand
      ? [
          {
            key: `year-end:${id}`,
            title: `Offenes vor der Frist klären: ${programmeName}`,
            reason: `${open === 1 ? '1 Kommune fehlt' : `${open} Kommunen fehlt`} noch etwas. Abgenommen und abgerechnet wird nur bis zur Frist.`,
            dueOn: Temporal.PlainDate.from(endsOn),
            url: proofRoutes.yearEnd.href({ id }),
          },
        ]
      : []
  return isProven
    ? []
    : [
        {
          key: `proof:${id}`,
          title: `Verwendungsnachweis vorlegen: ${programmeName}`,
          reason: 'Das Programm ist zu Ende. Sachbericht, Zahlen und Belegliste sind noch nicht festgeschrieben.',
          dueOn: Temporal.PlainDate.from(dueOn),
          url: proofRoutes.proof.href({ id }),
        },
      ]
}
