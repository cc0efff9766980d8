// Who gets what of attendance, certificates and feedback, on an event that is not there; on those that are it is tried in test/guidance.
import type { RouteRule } from './rules.ts'
import type { StoryPerson } from './world.ts'

type More = Partial<RouteRule>

const holds = ({ roles }: StoryPerson, ...wanted: string[]): boolean => roles.some(({ role }) => wanted.includes(role))
const organizes = (person: StoryPerson): boolean => holds(person, 'guide', 'programmeManager')

const none = { by: {}, otherwise: 404 }
const onNone = (exact: (person: StoryPerson) => number, more: More = {}): RouteRule => ({
  object: 'catalog',
  own: none,
  foreign: none,
  unknown: none,
  malformed: none,
  exact,
  ...more,
})
const atDesk = (more: More = {}): RouteRule => onNone((person) => (organizes(person) ? 404 : 403), more)
const nowhere = (more: More = {}): RouteRule => onNone(() => 404, more)
const everybody = (status: number, more: More = {}): RouteRule => {
  const expected = { by: {}, otherwise: status }
  return {
    object: 'nothing',
    open: true,
    own: expected,
    foreign: expected,
    unknown: expected,
    malformed: expected,
    exact: () => status,
    ...more,
  }
}
const form: More = { send: () => ({ form: {} }) }
const open: More = { open: true }
const unknownId = '01940d1c-5c00-7a60-8000-6b5c6d7e8fff'

export const guidanceProofPageRules: Record<string, RouteRule> = {
  'GET /kursverwaltung/:id/termine/:date/anwesenheit': atDesk(),
  'POST /kursverwaltung/:id/termine/:date/anwesenheit': atDesk(form),
  'GET /kursverwaltung/:id/termine/:date/code': atDesk(),
  'POST /kursverwaltung/:id/termine/:date/code': atDesk(form),
  'GET /kursverwaltung/:id/zertifikate': atDesk(),
  'POST /kursverwaltung/:id/zertifikate': atDesk(form),
  'GET /kursverwaltung/:id/rueckmeldungen': atDesk(),
  'GET /kurse/:id/termine/:date/anwesenheit': nowhere(open),
  'POST /kurse/:id/termine/:date/anwesenheit': nowhere({ ...open, ...form }),
  'GET /kurse/:id/rueckmeldung': nowhere(),
  'POST /kurse/:id/rueckmeldung': nowhere(form),
  'GET /gastplaetze/:token/rueckmeldung': everybody(404),
  'POST /gastplaetze/:token/rueckmeldung': everybody(404, form),
  'GET /kurszertifikate/:id/zertifikat.pdf': nowhere(),
  'GET /zertifikate': everybody(200),
  // What stands there is no number at all; numbers are tried in test/guidance.
  'GET /zertifikate/:number': everybody(422),
}

export const guidanceProofOperationRules: Record<string, RouteRule> = {
  'GET /events/:id/attendance': atDesk(),
  'PUT /events/:id/attendance': atDesk({
    send: () => ({ json: { dateId: unknownId, entries: [{ registrationId: unknownId, state: 'present' }] } }),
  }),
  'POST /event-dates/:id/check-in-code': atDesk(),
  'POST /event-dates/:id/check-in': nowhere({ ...open, send: () => ({ json: { code: '123456' } }) }),
  'GET /certificates': { ...everybody(200), open: false },
  'GET /certificates/:id': nowhere(open),
  'GET /certificates/:id/certificate.pdf': nowhere(),
  'POST /certificates/:id/revocation': atDesk({ send: () => ({ json: { reason: 'Verwechslung' } }) }),
  'GET /events/:id/certificates': atDesk(),
  'POST /events/:id/certificates': atDesk({ send: () => ({ json: {} }) }),
  'GET /events/:id/feedback': atDesk(),
  'POST /events/:id/feedback': nowhere({
    ...open,
    send: () => ({ json: { useful: 5, pace: 'right', recommend: true } }),
  }),
}
