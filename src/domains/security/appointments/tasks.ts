import { Temporal } from 'temporal-polyfill'
import { germanDay, localDay } from '#kernel/local-day.ts'
import { takesPart } from '#foundation/programmes/index.ts'
import { question } from '#platform/db/ask-together.ts'
import { hasRole } from '#platform/http/context.ts'
import type { Task, TaskSource } from '#platform/portal/task.ts'
import { appointmentHref, appointmentRoutes } from './routes.ts'
import { duties, type Duty } from './task-queries.ts'

/** What dates want from whoever asks: to be chosen, to be offered, to be recorded. */
export const appointmentTasks: TaskSource = {
  name: 'security/appointments',
  title: 'Termine',
  ask({ actor, now }, { limit }) {
    const speaksFor = hasRole(actor, ...takesPart) ? (actor.actingFor?.id ?? null) : null
    const isAssessor = hasRole(actor, 'assessor')
    const leads = hasRole(actor, 'programmeManager')
    if (speaksFor === null && !isAssessor && !leads) return undefined
    const assessorId = isAssessor ? actor.personId : null
    return question(duties({ speaksFor, assessorId, leads, now, limit }), (rows) => ({
      items: rows.map(taskOf),
      total: rows[0]?.total ?? 0,
    }))
  },
}

function taskOf(duty: Duty): Task {
  const { kind, id, enrollmentId, organizationName, title, at, programmeId } = duty
  const href = appointmentHref({ id, enrollmentId })
  const day = at === null ? null : localDay(Temporal.Instant.from(at))
  switch (kind) {
    case 'choose':
      return {
        key: `choose:${id}`,
        title: 'Termin auswählen',
        reason: `${title} · Solange Sie nicht wählen, steht das Programm bei Ihnen still.`,
        dueOn: day?.subtract({ days: 1 }) ?? null,
        url: `${href}#auswahl`,
      }
    case 'answer':
      return {
        key: `answer:${id}`,
        title: `Neue Zeiten vorschlagen: ${organizationName}`,
        reason: `${title} · Die Kommune konnte zu keinem der Zeitpunkte.`,
        dueOn: null,
        url: href,
      }
    case 'propose':
      return {
        key: `propose:${enrollmentId}`,
        title: `Termin vor Ort vorschlagen: ${organizationName}`,
        reason: 'Die Vorbereitung ist erledigt, und es gibt noch keinen Termin.',
        dueOn: null,
        url: appointmentRoutes.new.href({ id: enrollmentId }),
      }
    case 'record':
      return {
        key: `record:${id}`,
        title: `Termin festhalten: ${organizationName}`,
        reason: `${title}, ${day ? germanDay(day) : ''} · Wer war da? Erst dann geht der Weg weiter.`,
        dueOn: null,
        url: `${href}#stattgefunden`,
      }
    case 'attendance':
      return {
        key: `attendance:${id}`,
        title: `Teilnahme festhalten: ${title}`,
        reason: `Der Auftakt war am ${day ? germanDay(day) : ''}. Wer teilgenommen hat, ist noch nicht festgehalten.`,
        dueOn: null,
        url: appointmentRoutes.kickoff.href({ id: programmeId, kickoffId: id }),
      }
  }
}
