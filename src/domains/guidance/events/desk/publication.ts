import type { Event } from '../event/event.ts'

/** Something to put right before the publication; `must` where nothing goes without it. */
export interface Gap {
  must: boolean
  where: 'facts' | 'dates' | 'capacity'
  text: string
}

/** What is missing or looks forgotten, what must be first. */
export function gapsOf(event: Event): Gap[] {
  const held = event.dates.filter(({ cancelledAt }) => cancelledAt === null)
  const nowhere = held.filter(({ place, isOnline }) => place === '' && !isOnline).length
  const without = held.filter(({ isOnline, videoUrl }) => isOnline && videoUrl === null).length
  const gaps: (Gap | false)[] = [
    held.length === 0 && { must: true, where: 'dates', text: 'Es gibt noch keinen Termin.' },
    nowhere > 0 && {
      must: false,
      where: 'dates',
      text: nowhere === 1 ? 'Ein Termin hat noch keinen Ort.' : `${nowhere} Termine haben noch keinen Ort.`,
    },
    without > 0 && {
      must: false,
      where: 'dates',
      text:
        without === 1 ? 'Einem Online-Termin fehlt noch der Link.' : `${without} Online-Terminen fehlt noch der Link.`,
    },
    event.lead === '' && { must: false, where: 'facts', text: 'Es steht noch nicht da, worum es geht.' },
    event.costRule === '' && { must: false, where: 'facts', text: 'Zu den Kosten steht noch nichts da.' },
    event.accessibility === '' &&
      held.some(({ isOnline }) => !isOnline) && {
        must: false,
        where: 'facts',
        text: 'Zur Barrierefreiheit des Ortes steht noch nichts da.',
      },
    event.capacity === null &&
      event.kind === 'course' && { must: false, where: 'capacity', text: 'Der Kurs hat keine Grenze für die Plätze.' },
  ]
  return gaps.filter((gap) => gap !== false)
}
