// Who gets what of courses and events. What depends on a place in one is tried in test/guidance.
import type { RouteRule } from './rules.ts'
import type { StoryPerson } from './world.ts'

type More = Partial<RouteRule>
const answers = (status: number) => ({ by: {}, otherwise: status })

/** The same for everybody who is signed in, on something that is not there whatever its id. */
const each = (exact: (person: StoryPerson) => number, more: More = {}): RouteRule => ({
  object: 'catalog',
  own: answers(403),
  foreign: answers(403),
  unknown: answers(403),
  malformed: answers(403),
  exact,
  ...more,
})
const plain = (exact: (person: StoryPerson) => number, more: More = {}): RouteRule =>
  each(exact, { object: 'nothing', ...more })

const everybody = (status: number, more: More = {}): RouteRule => ({
  object: 'nothing',
  own: answers(status),
  foreign: answers(status),
  unknown: answers(status),
  malformed: answers(status),
  open: true,
  ...more,
})
const json: More = { send: () => ({ json: {} }) }

/** For whom somebody visits is the first of their organizations. */
const runs = ({ roles }: StoryPerson): boolean =>
  roles.some(
    ({ role, organization }) => ['guide', 'programmeManager'].includes(role) && organization === roles[0]?.organization,
  )
const ofDesk =
  (status: number) =>
  (person: StoryPerson): number =>
    runs(person) ? status : 403

export const guidanceOperationRules: Record<string, RouteRule> = {
  'GET /events': everybody(200),
  'GET /events/:id': everybody(404, { object: 'catalog' }),
  'POST /events': plain(ofDesk(422), json),
  'PATCH /events/:id': each(ofDesk(404), json),
  'DELETE /events/:id': each(ofDesk(404), json),
  'POST /events/:id/cancellation': each(ofDesk(404), json),
  'POST /events/:id/dates/:date/cancellation': each(ofDesk(404), json),
  'GET /events/:id/registrations': each(() => 404),
  'POST /events/:id/registrations': each(() => 404, json),
  'GET /registrations/:id': each(() => 404),
  'GET /registrations/:id/decisions': each(() => 404),
  'DELETE /registrations/:id': each(() => 404, json),
  'POST /registrations/:id/substitution': each(() => 404, { send: () => ({ json: { personId: nobody } }) }),
  'POST /registrations/:id/approval': each(ofDesk(404), { send: () => ({ json: { approved: true } }) }),
  'POST /registrations/:id/transfer': each(() => 404, { send: () => ({ json: { eventId: nobody } }) }),
  'POST /events/:id/transfer': each(ofDesk(404), { send: () => ({ json: { eventId: nobody } }) }),
  'POST /registrations/:id/acceptance': each(() => 404, json),
  'POST /registrations/:id/decline': each(() => 404, json),
  'POST /seat-offers/:token/acceptance': everybody(404, json),
  'POST /seat-offers/:token/decline': everybody(404, json),
}

const nobody = '01940d1c-5c00-7a60-8000-6b5c6d7e8fff'
