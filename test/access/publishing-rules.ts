// Rules of what the cooperative publishes: tables, pages and operations. What is out when is tried in test/publishing.
import { Temporal } from 'temporal-polyfill'
import type { RouteRule } from './rules.ts'
import type { Meeting, TableRule } from './table-rules.ts'
import type { StoryPerson } from './world.ts'

const pageKeepers = ['editor', 'office', 'administrator']

export const publishingMeanings: Readonly<Record<string, (meeting: Meeting) => boolean>> = {
  // Everybody, also whoever is not signed in. The demo's embargo ends days from now, everything else came out long ago.
  whoeverWhenOut: ({ row }) =>
    row['superseded_at'] === null &&
    row['state'] === 'published' &&
    Temporal.Instant.from(String(row['from_at'])).epochMilliseconds <= Temporal.Now.instant().epochMilliseconds &&
    row['until_at'] === null,
  whoeverWhenCurrent: ({ row }) => row['superseded_at'] === null,
}

export const publishingTableRules: Record<string, TableRule> = {
  'publishing.news': {
    select: ['whoeverWhenOut', 'editor'],
    insert: ['editor'],
    update: ['editor'],
    author: 'written_by',
  },
  'publishing.page': {
    select: ['whoeverWhenCurrent', ...pageKeepers],
    insert: pageKeepers,
    update: pageKeepers,
    author: 'written_by',
  },
  'publishing.barrier_report': { select: ['editor', 'office'], update: ['editor', 'office'] },
}

type More = Partial<RouteRule>

const both = (expected: RouteRule['own'], more: More): RouteRule => ({
  object: 'nothing',
  own: expected,
  foreign: expected,
  unknown: expected,
  malformed: expected,
  ...more,
})

/** The same for everybody, with or without signing in. */
const anybody = (status: number, more: More = {}): RouteRule =>
  both({ by: {}, otherwise: status }, { open: true, ...more })

const holds =
  (roles: readonly string[], status: number) =>
  (person: StoryPerson): number =>
    person.roles.some(({ role }) => roles.includes(role)) ? status : 403

/** Those who hold one of the roles, at whatever they ask for. */
const only = (roles: readonly string[], status: number, more: More = {}): RouteRule =>
  both({ by: {}, otherwise: 403 }, { exact: holds(roles, status), ...more })

/** On something that is not there, whatever its id. */
const nowhere = (roles: readonly string[], more: More = {}): RouteRule =>
  only(roles, 404, { object: 'catalog', ...more })

const emptyForm: More = { send: () => ({ form: {} }) }
const emptyJson: More = { send: () => ({ json: {} }) }
const editors = ['editor']
const answering = ['editor', 'office']

export const publishingPageRules: Record<string, RouteRule> = {
  'GET /meldungen': anybody(200),
  'GET /meldungen/:slug': anybody(404),
  'GET /redaktion/meldungen': only(editors, 200),
  'GET /redaktion/meldungen/neu': only(editors, 200),
  'POST /redaktion/meldungen/neu': only(editors, 422, emptyForm),
  'GET /redaktion/meldungen/:id': nowhere(editors),
  'POST /redaktion/meldungen/:id': nowhere(editors, emptyForm),
  'POST /redaktion/meldungen/:id/zurueckziehen': nowhere(editors, emptyForm),
  'GET /impressum': anybody(200),
  'GET /datenschutz-hinweise': anybody(200),
  'GET /barrierefreiheit': anybody(200),
  'GET /programme/:name': anybody(404),
  'GET /barriere-melden': anybody(200),
  'POST /barriere-melden': anybody(422, emptyForm),
  'GET /redaktion/seiten': only(pageKeepers, 200),
  'GET /redaktion/seiten/:name': only(pageKeepers, 404),
  'POST /redaktion/seiten/:name': only(pageKeepers, 404, emptyForm),
  'GET /redaktion/barrieren': only(answering, 200),
  'GET /redaktion/barrieren/:id': nowhere(answering),
  'POST /redaktion/barrieren/:id': nowhere(answering, emptyForm),
  'GET /hilfe': anybody(200),
  'GET /hilfe/handbuch/:slug': anybody(404),
  'GET /hilfe/begriffe': anybody(200),
  'GET /hilfe/tastatur': anybody(200),
}

export const publishingOperationRules: Record<string, RouteRule> = {
  'GET /news': anybody(200),
  'GET /news/:id': anybody(404, { object: 'catalog' }),
  'POST /news': only(editors, 422, emptyJson),
  'PATCH /news/:id': nowhere(editors, { send: () => ({ json: { version: 1 } }) }),
  'GET /pages': anybody(200),
  'GET /pages/:name': anybody(404),
  'PUT /pages/:name': only(pageKeepers, 422, emptyJson),
  'GET /barrier-reports': only(answering, 200),
  'POST /barrier-reports/:id/answer': nowhere(answering, { send: () => ({ json: { answer: 'Besuch' } }) }),
}
