// Who gets what at every address: one row per route, on an own object and on a foreign one. A route without a row here fails.
import { answeredEverywhere } from './elbaue-begins.ts'
import { demoPassword } from '../harness/house.ts'
import { nounOperationRules, nounPageRules } from './noun-rules.ts'
import type { Sent } from './visitor.ts'
import { openControl, spareCatalog, spareMappings, type Standing, type StoryPerson, type World } from './world.ts'

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
  object: 'check' | 'organization' | 'person' | 'catalog' | 'nothing'
  own: Expected
  foreign: Expected
  /** An id that nobody has, and one that is none; 404 unless said otherwise. */
  unknown: Expected
  malformed: Expected
  /** Open to people who are not signed in, too. */
  open?: boolean
  /** Where the kinds of visitors are too coarse: what this very person gets. */
  exact?: (person: StoryPerson, side: string) => number
  control?: string
  send?: (sender: Sender) => Sent
}

const signedIn: readonly Standing[] = [
  'ownStaff',
  'dataProtection',
  'assessor',
  'manager',
  'administrator',
  'other',
  'colleague',
  'staff',
]
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

const administrator: readonly Standing[] = ['administrator']
/** A job or mail that is not there: whoever may tend them gets a refusal, all others the rule. */
const onNone = (more: More = {}): RouteRule => {
  const refused: Expected = { by: { 422: administrator }, otherwise: 403 }
  return {
    object: 'catalog',
    own: refused,
    foreign: refused,
    unknown: refused,
    malformed: { by: { 404: administrator }, otherwise: 403 },
    ...more,
  }
}
/** A form or body with nothing in it. */
const emptyForm: More = { send: () => ({ form: {} }) }
const emptyJson: More = { send: () => ({ json: {} }) }

/** Not there for anybody, whatever the id. */
const nowhere = (more: More = {}): RouteRule => ({
  object: 'catalog',
  own: notFound,
  foreign: notFound,
  unknown: notFound,
  malformed: notFound,
  ...more,
})

/** Not there either, which only those learn who may withdraw one. */
const onNoAnnouncement = (more: More): RouteRule => ({
  ...plain({ 404: ['manager'] }, more),
  object: 'catalog',
})

const inviting: ReadonlySet<string> = new Set([
  'chiefExecutive',
  'organizationAdmin',
  'programmeManager',
  'office',
  'administrator',
])
/** Heads of a town for their town, the cooperative where there is none. */
const forInviting = (status: number, more: More = {}): RouteRule =>
  plain({}, { exact: ({ roles }) => (roles.some(({ role }) => inviting.has(role)) ? status : 403), ...more })

const pages: Record<string, RouteRule> = {
  'GET /einladungen': forInviting(200),
  'POST /einladungen': forInviting(422, emptyForm),
  'GET /einladungen/vorlage.xlsx': forInviting(200),
  'POST /einladungen/liste': forInviting(422, emptyForm),
  'POST /einladungen/liste/verschicken': forInviting(422, emptyForm),
  'POST /einladungen/:id/erneut': nowhere(emptyForm),
  'POST /einladungen/:id/zurueckziehen': nowhere(emptyForm),
  'GET /einladung/:secret': anybody(404),
  'POST /einladung/:secret': anybody(404, emptyForm),
  'POST /einladung/:secret/annehmen': plain({ 404: signedIn }, emptyForm),
  'GET /passwort-vergessen': anybody(200),
  'POST /passwort-vergessen': anybody(422, emptyForm),
  'GET /neues-passwort/:secret': anybody(404),
  'POST /neues-passwort/:secret': anybody(404, emptyForm),
  'GET /neue-adresse/:secret': anybody(404),
  'POST /neue-adresse/:secret': anybody(422, emptyForm),
  'GET /mein-zugang': plain({ 200: signedIn }),
  'GET /mein-zugang/passwort': plain({ 200: signedIn }),
  'POST /mein-zugang/passwort': plain({ 422: signedIn }, emptyForm),
  'GET /mein-zugang/adresse': plain({ 200: signedIn }),
  'POST /mein-zugang/adresse': plain({ 422: signedIn }, emptyForm),
  'POST /mein-zugang/sitzungen/beenden': plain({ 303: signedIn }, emptyForm),
  'POST /mein-zugang/sitzungen/:id/beenden': nowhere(emptyForm),
  'GET /mein-zugang/schluessel': plain({ 200: signedIn }),
  'POST /mein-zugang/schluessel': plain({ 422: signedIn }, emptyForm),
  'POST /mein-zugang/schluessel/:id/widerrufen': nowhere(emptyForm),
  'GET /mein-zugang/zweiter-faktor': plain({ 200: signedIn }),
  'POST /mein-zugang/zweiter-faktor': plain({ 422: signedIn }, emptyForm),
  'POST /mein-zugang/zweiter-faktor/bestaetigen': plain({ 422: signedIn }, emptyForm),
  'POST /mein-zugang/zweiter-faktor/aendern': plain({ 422: signedIn }, emptyForm),
  'GET /': anybody(200),
  'GET /pruefungen': plain({ 200: signedIn }),
  'GET /pruefungen/neu': plain({ 200: signedIn }),
  'POST /pruefungen': plain({ 303: ['ownStaff'] }, { send: ({ world }) => ({ form: { catalogId: world.spare } }) }),
  'GET /pruefungen/arbeitsmappe': plain({ 200: signedIn }),
  'GET /pruefungen/rahmenwerke': plain({ 200: signedIn }),
  'POST /pruefungen/arbeitsmappe': plain({ 422: ['ownStaff'] }, { send: () => ({ file: 'keine Tabelle' }) }),
  'GET /pruefungen/:id': onCheck({ 200: readers }),
  'GET /pruefungen/:id/fragen': onCheck({ 200: readers }),
  'GET /pruefungen/:id/naechste-frage': onCheck({ 303: readers }),
  'GET /pruefungen/:id/offene-punkte.json': onCheck({ 200: readers }),
  'GET /pruefungen/:id/ergebnisse': onCheck({ 200: readers }),
  'GET /pruefungen/:id/bericht.pdf': onCheck({ 200: readers }),
  'GET /pruefungen/:id/bericht.docx': onCheck({ 200: readers }),
  'GET /pruefungen/:id/kurzbericht.pdf': onCheck({ 200: readers }),
  'GET /pruefungen/:id/kurzbericht.docx': onCheck({ 200: readers }),
  'GET /pruefungen/:id/pruefplan.json': onCheck({ 200: readers }),
  'GET /pruefungen/:id/pruefergebnisse.json': onCheck({ 200: readers }),
  'GET /pruefungen/:id/antworten.xlsx': onCheck({ 200: readers }),
  'POST /pruefungen/:id/antworten/tabelle': onCheck(
    { 422: ['ownStaff'], 403: ['dataProtection', 'assessor'] },
    { send: () => ({ file: 'keine Tabelle' }) },
  ),
  'POST /pruefungen/:id/antworten/tabelle/uebernehmen': onCheck(
    { 422: ['ownStaff'], 403: ['dataProtection', 'assessor'] },
    emptyForm,
  ),
  'GET /pruefungen/:id/fragen/:controlId': onCheck({ 200: readers }, { control: answeredEverywhere }),
  'POST /pruefungen/:id/fragen/:controlId/antwort': onCheck(
    { 303: ['ownStaff'], 403: ['dataProtection', 'assessor'] },
    { control: openControl, send: () => ({ form: answer }) },
  ),
  'GET /pruefungen/umstellung': plain({ 200: ['ownStaff'] }),
  'POST /pruefungen/umstellung': plain({ 303: ['ownStaff'] }, emptyForm),
  'GET /kataloge/umstellungen': plain({ 200: signedIn }),
  'POST /kataloge/umstellungen': plain({ 422: ['manager'] }, emptyForm),
  'GET /kataloge/umstellungen/neu': plain({ 200: ['manager'] }),
  'POST /kataloge/umstellungen/:id/zuruecknehmen': onNoAnnouncement(emptyForm),
  'GET /kataloge': plain({ 200: signedIn }),
  'GET /kataloge/:id': onShared('catalog', { 200: signedIn }),
  'POST /kataloge/mitgeliefert': plain({ 303: ['manager'] }, { send: () => ({ form: { name: 'startcheck' } }) }),
  'GET /kataloge/zuordnungen': plain({ 200: signedIn }),
  'POST /kataloge/zuordnungen/einlesen': plain({ 303: ['manager'] }, { send: () => ({ file: spareMappings }) }),
  'GET /kataloge/zuordnungen/:id': nowhere(),
  'GET /kataloge/:id/vergleich': onShared('catalog', { 200: signedIn }),
  'GET /kataloge/:id/vergleich/:beforeId': nowhere(),
  'GET /kataloge/:id/vergleich/:beforeId/tabelle.xlsx': nowhere(),
  'GET /kataloge/:id/anforderungen': onShared('catalog', { 200: signedIn }),
  'GET /kataloge/:id/anforderungen/:controlId': onShared('catalog', { 200: signedIn }, { control: answeredEverywhere }),
  'POST /kataloge/einlesen': plain({ 303: ['manager'] }, { send: () => ({ file: spareCatalog }) }),
  'GET /organisationen': plain({ 200: signedIn }),
  ...nounPageRules,
  'GET /betrieb/auftraege': plain({ 200: administrator }),
  'POST /betrieb/auftraege/:id/noch-einmal': onNone(emptyForm),
  'POST /betrieb/auftraege/:id/verwerfen': onNone({ send: () => ({ form: { reason: 'Besuch' } }) }),
  'GET /betrieb/mail': plain({ 200: administrator }),
  'POST /betrieb/mail/:id/noch-einmal': onNone(emptyForm),
  'GET /betrieb/mail-vorlagen': plain({ 200: administrator }),
  'GET /betrieb/mail-vorlagen/:name': plain({ 404: administrator }),
  'POST /betrieb/mail-vorlagen/:name': plain({ 404: administrator }, emptyForm),
  'POST /betrieb/mail-vorlagen/:name/zuruecksetzen': plain({ 404: administrator }, emptyForm),
  'GET /betrieb/mail-briefkopf': plain({ 200: administrator }),
  'POST /betrieb/mail-briefkopf': plain({ 422: administrator }, emptyForm),
  'POST /betrieb/mail-briefkopf/zuruecksetzen': plain({ 422: administrator }, emptyForm),
  'GET /demo/postfach': plain({ 200: signedIn }),
  'POST /organisationen/einlesen': plain({ 303: cooperative }, { send: () => ({ file: list }) }),
}

const operations: Record<string, RouteRule> = {
  'GET /invitations': forInviting(200),
  'POST /invitations': forInviting(422, emptyJson),
  'POST /invitations/import': forInviting(422, { send: () => ({ file: 'keine Tabelle' }) }),
  'POST /invitations/:id/dispatch': nowhere(emptyJson),
  'DELETE /invitations/:id': nowhere(emptyJson),
  'POST /invitations/:token/acceptance': anybody(404, emptyJson),
  'POST /password-resets': anybody(422, emptyJson),
  'POST /password-resets/:token/completion': anybody(422, emptyJson),
  'POST /email-changes/:token/confirmation': anybody(422, emptyJson),
  'GET /me/sessions': plain({ 200: signedIn }),
  'DELETE /me/sessions/:id': nowhere(emptyJson),
  'GET /me/tokens': plain({ 200: signedIn }),
  'POST /me/tokens': plain({ 422: signedIn }, emptyJson),
  'DELETE /me/tokens/:id': nowhere(emptyJson),
  'PUT /me/password': plain({ 422: signedIn }, emptyJson),
  'PUT /me/email': plain({ 422: signedIn }, emptyJson),
  'GET /me/second-factor': plain({ 200: signedIn }),
  'POST /me/second-factor': plain({ 422: signedIn }, emptyJson),
  'POST /me/second-factor/confirmation': plain({ 422: signedIn }, emptyJson),
  'POST /me/second-factor/recovery-codes': plain({ 422: signedIn }, emptyJson),
  'POST /me/second-factor/removal': plain({ 422: signedIn }, emptyJson),
  // Signs the visitor out of the pages as well.
  'DELETE /me/sessions': plain({ 200: signedIn }, emptyJson),
  'GET /me': plain({ 200: signedIn }),
  ...nounOperationRules,
  'GET /jobs': plain({ 200: administrator }),
  'GET /job-counts': plain({ 200: administrator }),
  'POST /jobs/:id/retry': onNone(emptyJson),
  'POST /jobs/:id/discard': onNone({ send: () => ({ json: { reason: 'Besuch' } }) }),
  'GET /mails': plain({ 200: administrator }),
  'POST /mails/:id/resend': onNone(emptyJson),
  'GET /mail-templates': plain({ 200: administrator }),
  'PUT /mail-templates/:name': plain({ 422: administrator }, emptyJson),
  'POST /mail-templates/:name/reset': plain({ 422: administrator }, emptyJson),
  'GET /mail-letterhead': plain({ 200: administrator }),
  'PUT /mail-letterhead': plain({ 422: administrator }, emptyJson),
  'POST /mail-letterhead/reset': plain({ 422: administrator }, emptyJson),
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
  'GET /migration-announcements': plain({ 200: signedIn }),
  'POST /migration-announcements': plain({ 422: ['manager'] }, emptyJson),
  'GET /migration-announcements/:id': nowhere(),
  'POST /migration-announcements/:id/withdrawal': onNoAnnouncement(emptyJson),
  'GET /catalogs': plain({ 200: signedIn }),
  'GET /catalogs/:id': onShared('catalog', { 200: signedIn }),
  'GET /mapping-collections': plain({ 200: signedIn }),
  'POST /mapping-collections': plain({ 200: ['manager'] }, { send: () => ({ raw: spareMappings }) }),
  'GET /mapping-collections/:id': nowhere(),
  'GET /mapping-collections/:id/maps': nowhere(),
  // Without the catalog to look into.
  'GET /mapping-collections/:id/targets': onShared(
    'catalog',
    { 422: signedIn },
    { unknown: { by: { 422: signedIn }, otherwise: 403 } },
  ),
  // Without the version to compare with.
  'GET /catalogs/:id/comparison': onShared(
    'catalog',
    { 422: signedIn },
    { unknown: { by: { 422: signedIn }, otherwise: 403 } },
  ),
  'GET /catalogs/:id/controls': onShared('catalog', { 200: signedIn }),
  'GET /shipped-catalogs': plain({ 200: signedIn }),
  'POST /shipped-catalogs': plain({ 200: ['manager'] }, { send: () => ({ json: { name: 'startcheck' } }) }),
  'GET /catalogs/:id/controls/:controlId': onShared('catalog', { 200: signedIn }, { control: answeredEverywhere }),
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
  'POST /assessments/import': plain({ 422: ['ownStaff'] }, { send: () => ({ file: 'keine Tabelle' }) }),
  'GET /assessments/:id': onCheck({ 200: readers }),
  'GET /assessments/:id/poam.json': onCheck({ 200: readers }),
  'GET /assessments/:id/results': onCheck({ 200: readers }),
  'GET /assessments/:id/report.pdf': onCheck({ 200: readers }),
  'GET /assessments/:id/report.docx': onCheck({ 200: readers }),
  'GET /assessments/:id/summary.pdf': onCheck({ 200: readers }),
  'GET /assessments/:id/summary.docx': onCheck({ 200: readers }),
  'GET /assessments/:id/assessment-plan.json': onCheck({ 200: readers }),
  'GET /assessments/:id/assessment-results.json': onCheck({ 200: readers }),
  'GET /assessments/:id/answers.xlsx': onCheck({ 200: readers }),
  'POST /assessments/:id/answers.xlsx': onCheck(
    { 422: ['ownStaff'], 403: ['dataProtection', 'assessor'] },
    { send: () => ({ file: 'keine Tabelle' }) },
  ),
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
  // Also by token and from this machine (test/operations).
  'GET /metrics': plain({ 200: ['administrator'], 401: ['stranger'] }, { open: true }),
  'GET /.well-known/security.txt': anybody(200),
  'GET /favicon.svg': anybody(200),
  'GET /assets/*': anybody(404),
  'GET /api/v1/openapi.json': anybody(200),
  // Only while the clock is one for tests, which a public address refuses.
  'PUT /api/v1/test/clock': anybody(200, {
    send: ({ world }) => ({ json: { now: world.house.clock.now().toString() } }),
  }),
  'POST /api/v1/test/jobs': anybody(200, { send: () => ({ json: {} }) }),
  'GET /anmeldung': anybody(200),
  'POST /anmeldung': plain(
    { 303: signedIn, 422: ['stranger'] },
    {
      open: true,
      send: ({ email }) => ({ form: { email: email ?? 'niemand@musterstadt.example', password: demoPassword } }),
    },
  ),
  'GET /anmeldung/code': anybody(303),
  'POST /anmeldung/code': anybody(422, emptyForm),
  'POST /abmeldung': anybody(303, { send: () => ({ form: {} }) }),
}

const underApi = (rules: Record<string, RouteRule>): Record<string, RouteRule> =>
  Object.fromEntries(Object.entries(rules).map(([key, rule]) => [key.replace(' /', ' /api/v1/'), rule]))

export const rules: Record<string, RouteRule> = { ...pages, ...underApi(operations), ...plumbing }
