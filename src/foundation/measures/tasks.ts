import { Temporal } from 'temporal-polyfill'
import { localDay } from '#kernel/local-day.ts'
import { question } from '#platform/db/ask-together.ts'
import { hasRole } from '#platform/http/context.ts'
import type { Task, TaskSource } from '#platform/portal/task.ts'
import { keepers } from './access.ts'
import { type Duty, dutiesFor } from './duty-queries.ts'
import { measureRoutes } from './routes.ts'

/** What measures want from whoever answers for them; what nobody answers for, from whoever leads security. */
export const measureTasks: TaskSource = {
  name: 'measures',
  title: 'Maßnahmen',
  ask({ actor, now }, { limit }) {
    if (!actor.actingFor || actor.actingFor.kind === 'cooperative' || !hasRole(actor, ...keepers)) return undefined
    const query = dutiesFor({
      personId: actor.personId,
      organizationId: actor.actingFor.id,
      today: localDay(now).toString(),
      all: hasRole(actor, 'securityOfficer'),
      limit,
    })
    return question(query, (rows) => ({ items: rows.map(taskOf), total: rows[0]?.total ?? 0 }))
  },
}

function taskOf(duty: Duty): Task {
  const { id, title, day, state, isOwn } = duty
  const whose = isOwn ? '' : ' Noch ist niemand zuständig.'
  const task = (deed: string, reason: string): Task => ({
    key: `${deed}:${id}`,
    title: `${deeds[deed] ?? ''}: ${title}`,
    reason,
    dueOn: day === null ? null : Temporal.PlainDate.from(day),
    url: measureRoutes.show.href({ id }),
    handOnUrl: measureRoutes.edit.href({ id }),
  })
  switch (state) {
    case 'proposed':
      return task('decide', 'Die Maßnahme ist vorgeschlagen. Wird sie beschlossen oder verworfen?')
    case 'done':
      return task('prove', `Die Maßnahme ist erledigt; ein Nachweis fehlt noch.${whose}`)
    case 'proven':
      return task('check', `Die Maßnahme ist seit einiger Zeit erledigt. Gilt das noch?${whose}`)
    default:
      return task('do', `Die Maßnahme ist beschlossen.${whose}`)
  }
}

const deeds: Record<string, string> = {
  decide: 'Maßnahme entscheiden',
  do: 'Maßnahme erledigen',
  prove: 'Maßnahme nachweisen',
  check: 'Maßnahme wieder prüfen',
}
