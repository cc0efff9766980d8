import { Temporal } from 'temporal-polyfill'
import { germanDay, localDay } from '#kernel/local-day.ts'
import { question } from '#platform/db/ask-together.ts'
import { hasRole } from '#platform/http/context.ts'
import type { Task, TaskSource } from '#platform/portal/task.ts'
import { takesPart } from '../access.ts'
import { programmeRoutes } from '../routes.ts'
import { type OpenStep, openSteps, type ToldElsewhere } from './queries.ts'

/** Steps that wait for whoever asks: as municipality, as the one who checks there, as the one who leads the programme. */
export const programmeTasksWith = (told: ToldElsewhere): TaskSource => ({
  name: 'foundation/programmes',
  title: 'Programme',
  ask({ actor }, { limit }) {
    const asked = {
      speaksFor: hasRole(actor, ...takesPart) ? (actor.actingFor?.id ?? null) : null,
      signs: hasRole(actor, 'chiefExecutive'),
      isAssessor: hasRole(actor, 'assessor'),
      leads: hasRole(actor, 'programmeManager'),
    }
    if (asked.speaksFor === null && !asked.isAssessor && !asked.leads) return undefined
    return question(openSteps({ ...asked, limit }, told), (rows) => ({
      items: rows.map(taskOf),
      total: rows[0]?.total ?? 0,
    }))
  },
})

const taskOf = ({ kind, id, programme, place, stepKey, step, missing, since, due, next }: OpenStep): Task => ({
  key: `step:${kind}:${id}`,
  title: kind === 'own' ? missing : `${place}: ${missing}`,
  reason: [
    `„${step}“ in ${programme}`,
    `wartet seit ${germanDay(localDay(Temporal.Instant.from(since)))}`,
    next === null ? 'der letzte Schritt' : `danach „${next}“`,
  ].join(' · '),
  dueOn: due === null ? null : Temporal.PlainDate.from(due),
  url: (stepKey === 'declaration' ? programmeRoutes.declaration : programmeRoutes.road).href({ id }),
})
