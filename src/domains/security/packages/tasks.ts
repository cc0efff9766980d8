import { Temporal } from 'temporal-polyfill'
import { germanDay, localDay } from '#kernel/local-day.ts'
import { question } from '#platform/db/ask-together.ts'
import { hasRole } from '#platform/http/context.ts'
import type { Task, TaskSource } from '#platform/portal/task.ts'
import { type Waiting, waitingFor } from './decisions/waiting.ts'
import { packageRoutes } from './routes.ts'

/** What packages want: from the head the decision, from whoever drafted one that came back another draft. */
export const packageTasks: TaskSource = {
  name: 'security/packages',
  title: 'Maßnahmenpakete',
  ask({ actor }, { limit }) {
    const kinds: Waiting['kind'][] = [
      ...(hasRole(actor, 'chiefExecutive') ? (['decide'] as const) : []),
      ...(hasRole(actor, 'securityOfficer', 'itStaff') ? (['rework'] as const) : []),
    ]
    if (!actor.actingFor || kinds.length === 0) return undefined
    return question(waitingFor(actor.actingFor.id, kinds), (all) => ({
      items: all.slice(0, limit).map(taskOf),
      total: all.length,
    }))
  },
}

function taskOf({ kind, packageId, enrollmentId, programmeName, decideBy, since, by }: Waiting): Task {
  const url = packageRoutes.package.href({ id: enrollmentId })
  const day = germanDay(localDay(Temporal.Instant.from(since)))
  return kind === 'decide'
    ? {
        key: `package:${packageId}`,
        title: 'Über das Maßnahmenpaket entscheiden',
        reason: `${programmeName} · ${by ? `vorgelegt von ${by}` : 'vorgelegt'} am ${day} · danach ist nicht mehr alles vor der Frist zu schaffen`,
        dueOn: decideBy === null ? null : Temporal.PlainDate.from(decideBy),
        url,
      }
    : {
        key: `package-returned:${packageId}`,
        title: 'Maßnahmenpaket überarbeiten',
        reason: `${programmeName} · ${by ? `zurückgegeben von ${by}` : 'zurückgegeben'} am ${day}`,
        dueOn: null,
        url,
      }
}
