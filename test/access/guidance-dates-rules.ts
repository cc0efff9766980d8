// Who gets what of the dates of events as files and by rules: what is published is everybody's, the rest the organizer's.
import type { RouteRule } from './rules.ts'
import type { StoryPerson } from './world.ts'

const organizes = ({ roles }: StoryPerson): boolean =>
  roles.some(({ role }) => role === 'guide' || role === 'programmeManager')

const rule = (exact: (person: StoryPerson) => number, more: Partial<RouteRule> = {}): RouteRule => {
  const refused = { by: {}, otherwise: 403 }
  return { object: 'nothing', own: refused, foreign: refused, unknown: refused, malformed: refused, exact, ...more }
}

/** On an event that is not there, whatever its id: what is there is tried in test/guidance. */
const nobodys: RouteRule = (() => {
  const none = { by: {}, otherwise: 404 }
  return { object: 'catalog', open: true, own: none, foreign: none, unknown: none, malformed: none }
})()

const calendar = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:a', 'DTSTART:20270604T090000', 'DURATION:PT1H', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n') // prettier-ignore

const fridays = {
  pattern: 'monthly',
  weekday: 5,
  nth: 1,
  from: '2027-01-01',
  until: '2027-12-31',
  time: '09:00',
}

export const guidanceDatesPageRules: Record<string, RouteRule> = {
  'GET /kurse/:id/termine.ics': nobodys,
}

export const guidanceDatesOperationRules: Record<string, RouteRule> = {
  'GET /events/:id/calendar.ics': nobodys,
  'POST /events/:id/dates/import': rule((person) => (organizes(person) ? 404 : 403), {
    object: 'catalog',
    send: () => ({ file: calendar }),
  }),
  'POST /event-series': rule((person) => (organizes(person) ? 200 : 403), { send: () => ({ json: fridays }) }),
}
