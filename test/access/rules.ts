// Who gets what at every address: one row per route, on an own object and on a foreign one. A route without a row here fails.
import { answeredEverywhere } from './elbaue-begins.ts'
import { demoPassword } from '../harness/house.ts'
import type { Sent } from './visitor.ts'
import { openControl, spareCatalog, type Standing, type World } from './world.ts'

/** Status → who gets it; everybody else gets `otherwise`. */
export interface Expected {
  by: Partial<Record<number, readonly Standing[]>>
  otherwise: number
}

export interface Sender {
  world: World
  /** The id of the object that is visited, as it may be spelled wrongly. */
  id: string
  email: string | undefined
}

export interface RouteRule {
  /** Whose thing is visited: checks and organizations are somebody's, catalogs everybody's; `nothing` has no id. */
  object: 'check' | 'organization' | 'catalog' | 'nothing'
  own: Expected
  foreign: Expected
  /** An id that nobody has, and one that is none; 404 unless said otherwise. */
  unknown: Expected
  malformed: Expected
  /** Open to people who are not signed in, too. */
  open?: boolean
  control?: string
  send?: (sender: Sender) => Sent
}

const signedIn: readonly Standing[] = ['ownStaff', 'dataProtection', 'assessor', 'manager', 'administrator', 'other']
const everybody: readonly Standing[] = ['stranger', ...signedIn]
/** Who reads the checks of their own organization, or of those assigned. */
export const readers: readonly Standing[] = ['ownStaff', 'dataProtection', 'assessor']
const notFound: Expected = { by: {}, otherwise: 404 }

type By = Expected['by']
type More = Partial<RouteRule>

/** Somebody's check: 404 for everybody who may not see it, whether it is there or not. */
const onCheck = (by: By, more: More = {}): RouteRule => ({
  object: 'check',
  own: { by, otherwise: 404 },
  foreign: notFound,
  unknown: notFound,
  malformed: notFound,
  ...more,
})

/** Master data: seen by everybody signed in, whosever it is. */
const onShared = (object: 'organization' | 'catalog', by: By, more: More = {}): RouteRule => ({
  object,
  own: { by, otherwise: 403 },
  foreign: { by, otherwise: 403 },
  unknown: notFound,
  malformed: notFound,
  ...more,
})

const plain = (by: By, more: More = {}): RouteRule => {
  const expected: Expected = { by, otherwise: 403 }
  return { object: 'nothing', own: expected, foreign: expected, unknown: expected, malformed: expected, ...more }
}

const anybody = (status: number, more: More = {}): RouteRule => plain({ [status]: everybody }, { open: true, ...more })

const list = [
  'ars;ags;name;typ;kreis;einwohner',
  '150999001;15099901;Besuchsdorf;Einheitsgemeinde;Landkreis Nordaue;900',
].join('\n')
const answer = { answer: 'yes', note: 'Von der Rundreise.' }
const cooperative: readonly Standing[] = ['manager', 'administrator']

const pages: Record<string, RouteRule> = {
  'GET /': anybody(200),
  'GET /pruefungen': plain({ 200: signedIn }),
  'GET /pruefungen/neu': plain({ 200: signedIn }),
  'POST /pruefungen': plain({ 303: ['ownStaff'] }, { send: ({ world }) => ({ form: { catalogId: world.spare } }) }),
  'GET /pruefungen/:id': onCheck({ 200: readers }),
  'GET /pruefungen/:id/fragen': onCheck({ 200: readers }),
  'GET /pruefungen/:id/naechste-frage': onCheck({ 303: readers }),
  'GET /pruefungen/:id/offene-punkte.json': onCheck({ 200: readers }),
  'GET /pruefungen/:id/fragen/:controlId': onCheck({ 200: readers }, { control: answeredEverywhere }),
  'POST /pruefungen/:id/fragen/:controlId/antwort': onCheck(
    { 303: ['ownStaff'], 403: ['dataProtection', 'assessor'] },
    { control: openControl, send: () => ({ form: answer }) },
  ),
  'GET /kataloge': plain({ 200: signedIn }),
  'GET /kataloge/:id': onShared('catalog', { 200: signedIn }),
  'POST /kataloge/einlesen': plain({ 303: ['manager'] }, { send: () => ({ file: spareCatalog }) }),
  'GET /organisationen': plain({ 200: signedIn }),
  'POST /organisationen/einlesen': plain({ 303: cooperative }, { send: () => ({ file: list }) }),
}

const operations: Record<string, RouteRule> = {
  'GET /me': plain({ 200: signedIn }),
  'GET /organizations': plain({ 200: signedIn }),
  'GET /organizations/:id': onShared('organization', { 200: signedIn }),
  'POST /organizations': plain(
    { 201: cooperative },
    { send: () => ({ json: { name: 'Besuchsheim', kind: 'association' } }) },
  ),
  'PATCH /organizations/:id': onShared(
    'organization',
    { 200: cooperative },
    { send: () => ({ json: { population: 7100 } }) },
  ),
  'POST /organizations/import': plain({ 200: cooperative }, { send: () => ({ file: list }) }),
  'GET /catalogs': plain({ 200: signedIn }),
  'GET /catalogs/:id': onShared('catalog', { 200: signedIn }),
  'GET /catalogs/:id/controls': onShared('catalog', { 200: signedIn }),
  'POST /catalogs': plain({ 200: ['manager'] }, { send: () => ({ raw: spareCatalog }) }),
  'GET /assessments': plain({ 200: signedIn }),
  // Everybody may know the organization, so a foreign one is refused with the reason.
  'POST /assessments': onShared(
    'organization',
    {},
    {
      own: { by: { 201: ['ownStaff'] }, otherwise: 403 },
      malformed: { by: {}, otherwise: 422 },
      send: ({ world, id }) => ({ json: { organizationId: id, catalogId: world.spare } }),
    },
  ),
  'GET /assessments/:id': onCheck({ 200: readers }),
  'GET /assessments/:id/poam.json': onCheck({ 200: readers }),
  'GET /assessments/:id/answers/:controlId': onCheck({ 200: readers }, { control: answeredEverywhere }),
  'GET /assessments/:id/answers/:controlId/history': onCheck({ 200: readers }, { control: answeredEverywhere }),
  'PUT /assessments/:id/answers/:controlId': onCheck(
    { 200: ['ownStaff'], 403: ['dataProtection', 'assessor'] },
    { control: openControl, send: () => ({ json: answer }) },
  ),
}

const plumbing: Record<string, RouteRule> = {
  'GET /health/live': anybody(200),
  'GET /health/ready': anybody(200),
  'GET /favicon.svg': anybody(200),
  'GET /assets/*': anybody(404),
  'GET /api/v1/openapi.json': anybody(200),
  // Only while the clock is one for tests, which a public address refuses.
  'PUT /api/v1/test/clock': anybody(200, {
    send: ({ world }) => ({ json: { now: world.house.clock.now().toString() } }),
  }),
  'GET /anmeldung': anybody(200),
  'POST /anmeldung': plain(
    { 303: signedIn, 422: ['stranger'] },
    {
      open: true,
      send: ({ email }) => ({ form: { email: email ?? 'niemand@musterstadt.example', password: demoPassword } }),
    },
  ),
  'POST /abmeldung': anybody(303, { send: () => ({ form: {} }) }),
}

const underApi = (rules: Record<string, RouteRule>): Record<string, RouteRule> =>
  Object.fromEntries(Object.entries(rules).map(([key, rule]) => [key.replace(' /', ' /api/v1/'), rule]))

export const rules: Record<string, RouteRule> = { ...pages, ...underApi(operations), ...plumbing }
