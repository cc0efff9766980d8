import { Temporal } from 'temporal-polyfill'
import { type Actor, hasRole } from '#platform/http/context.ts'
import type { CalendarEntry, CalendarSource } from '#platform/portal/calendar-entry.ts'
import { answering } from './access.ts'
import { type CheckDate, listCheckDates, markCheckDates } from './calendar/queries.ts'
import { assessmentRoutes, questionsHref } from './routes.ts'

/** Last days of lists and evidence, begins and signatures of checks. */
export const assessmentCalendar: CalendarSource = {
  name: 'assessments',
  title: 'Prüfungen',
  scopes: ['person', 'organization'],
  async list({ actor, db, now }, { scope, ...range }) {
    if (!actor || !mayHave(actor) || scope === 'public') return []
    const dates = await listCheckDates({ actor, db, now }, { scope, answers: hasRole(actor, ...answering), ...range })
    const days = new Map<string, Temporal.PlainDate>()
    return dates.map((date) => entryOf(date, scope, dayOf(date.day, days)))
  },
  mark: async ({ actor, db, now }, { scope, from, until }) =>
    actor && mayHave(actor) && scope !== 'public'
      ? markCheckDates({ actor, db, now }, { scope, from, until, answers: hasRole(actor, ...answering) })
      : '',
}

/** Checks belong to municipalities; whoever acts for the cooperative is spared the question. */
const mayHave = ({ actingFor }: Actor): boolean => actingFor?.kind !== 'cooperative'

/** Thousands of dates lie on a few hundred days. */
function dayOf(text: string, known: Map<string, Temporal.PlainDate>): Temporal.PlainDate {
  const day = known.get(text) ?? Temporal.PlainDate.from(text)
  known.set(text, day)
  return day
}

function entryOf(date: CheckDate, scope: 'person' | 'organization', day: Temporal.PlainDate): CalendarEntry {
  return {
    key: `${date.kind}-${date.id}`,
    ...inWords(date, scope),
    time: { from: day, until: day },
    isCancelled: date.isCancelled,
    changedAt: Temporal.Instant.fromEpochMilliseconds(date.changedAt),
  }
}

function inWords(
  { kind, assessmentId: id, controlId, catalog, what, lists }: CheckDate,
  scope: 'person' | 'organization',
): Pick<CalendarEntry, 'title' | 'description' | 'url'> {
  const check = assessmentRoutes.show.href({ id })
  switch (kind) {
    case 'delegation': {
      const how = lists === 1 ? 'eine Liste' : `${lists} Listen`
      return scope === 'person'
        ? {
            title: `Letzter Tag für ${how}: ${catalog}`,
            url: questionsHref(id, {}),
            description: 'Bis heute beantworten Sie, was Ihnen übertragen ist.',
          }
        : { title: `Letzter Tag für ${how} (${what}): ${catalog}`, url: assessmentRoutes.delegations.href({ id }) }
    }
    case 'evidence':
      return {
        title: `Nachweis läuft ab: ${what}`,
        description: `Ab morgen belegt er nichts mehr. Frage ${controlId ?? ''}, ${catalog}`,
        url: assessmentRoutes.question.href({ id, controlId: controlId ?? '' }),
      }
    case 'migration':
      return {
        title: `Letzter Tag der Umstellung: ${catalog}`,
        description: `Bis heute überführen Sie die Prüfung auf „${what}“. Ihre Antworten ziehen mit um.`,
        url: check,
      }
    case 'started':
      return { title: `Prüfung begonnen: ${catalog}`, url: check }
    case 'signedByOrganization':
      return { title: `Unterschrift der Verwaltung: ${catalog}`, description: what || undefined, url: check }
    case 'signedByAssessor':
      return { title: `Unterschrift des Prüfhauses: ${catalog}`, description: what || undefined, url: check }
  }
}
