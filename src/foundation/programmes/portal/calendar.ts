import { Temporal } from 'temporal-polyfill'
import { question } from '#platform/db/ask-together.ts'
import { hasRole, type PublicContext } from '#platform/http/context.ts'
import type { CalendarEntry, CalendarScope, CalendarSource } from '#platform/portal/calendar-entry.ts'
import { programmeRoutes } from '../routes.ts'
import { markProgrammeDays, type ProgrammeDay, programmeDays, type ToldElsewhere } from './queries.ts'

/** Deadlines of running programmes, and the days on which steps of the own organization happen. */
export const programmeCalendarWith = (told: ToldElsewhere): CalendarSource => ({
  name: 'programmes',
  title: 'Programme',
  scopes: ['person', 'organization'],
  ask(ctx, { scope, ...range }) {
    const organizationId = whose(ctx, scope)
    return organizationId === undefined
      ? undefined
      : question(programmeDays({ organizationId, ...range }, told), (rows) => rows.map(entryOf))
  },
  async mark(ctx, { scope, from, until }) {
    const organizationId = whose(ctx, scope)
    return organizationId === undefined ? '' : markProgrammeDays(ctx.db, { organizationId, from, until }, told)
  },
})

/** Null: of the person, where they work in programmes; undefined: of nobody. */
function whose({ actor }: PublicContext, scope: CalendarScope): string | null | undefined {
  if (!actor || scope === 'public') return undefined
  if (scope === 'organization') return actor.actingFor?.id
  return hasRole(actor, 'programmeManager', 'guide', 'assessor') ? null : undefined
}

function entryOf(found: ProgrammeDay): CalendarEntry {
  const day = Temporal.PlainDate.from(found.day)
  return {
    ...inWords(found),
    time: { from: day, until: day },
    isCancelled: false,
    changedAt: Temporal.Instant.from(found.changedAt),
  }
}

function inWords({ kind, id, programme, place, stepKey, step }: ProgrammeDay) {
  switch (kind) {
    case 'deadline':
      return {
        key: `programme-deadline-${id}`,
        title: `Frist: ${programme}`,
        description: 'Letzter Tag des Programms für alle, die teilnehmen.',
        url: programmeRoutes.show.href({ id }),
      }
    case 'roadDeadline':
      return {
        key: `road-deadline-${id}`,
        title: `Frist: ${programme}, ${place}`,
        description: 'Letzter Tag des Programms. Was bis dahin fehlt, steht auf dem Weg der Kommune.',
        url: programmeRoutes.road.href({ id }),
      }
    case 'step':
      return {
        key: `road-step-${id}-${stepKey}`,
        title: `${step}: ${programme}, ${place}`,
        url: programmeRoutes.road.href({ id }),
      }
  }
}
