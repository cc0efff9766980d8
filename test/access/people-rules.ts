// Rules of the pages and operations about people, roles, deputies, assignments and leavers. Who may do which deed to whom is tried in
// test/people: here an object that is not there, and what comes before it.
import type { Expected, RouteRule } from './rules.ts'
import type { Standing } from './world.ts'

const town: readonly Standing[] = ['ownStaff', 'dataProtection', 'colleague']
const cooperative: readonly Standing[] = ['manager', 'administrator', 'staff']
const signedIn: readonly Standing[] = [...town, ...cooperative, 'assessor', 'other']
const notFound: Expected = { by: {}, otherwise: 404 }

type By = Expected['by']
type More = Partial<RouteRule>

const plain = (by: By, more: More = {}): RouteRule => {
  const expected: Expected = { by, otherwise: 403 }
  return { object: 'nothing', own: expected, foreign: expected, unknown: expected, malformed: expected, ...more }
}

/** On something that is not there, whatever its id. */
const nowhere = (by: By = { 404: signedIn }, more: More = {}): RouteRule => ({ ...plain(by, more), object: 'catalog' })

const emptyForm: More = { send: () => ({ form: {} }) }
const emptyJson: More = { send: () => ({ json: {} }) }

export const peoplePageRules: Record<string, RouteRule> = {
  'GET /handeln-fuer': plain({ 200: signedIn }),
  'POST /handeln-fuer': plain({ 422: signedIn }, emptyForm),
  'GET /personen': plain({ 200: signedIn }),
  'GET /personen/:id': {
    object: 'person',
    own: { by: { 200: signedIn }, otherwise: 404 },
    foreign: { by: { 200: cooperative }, otherwise: 404 },
    unknown: notFound,
    malformed: notFound,
  },
  'POST /personen/:id/aufgaben': nowhere({ 404: signedIn }, emptyForm),
  'POST /personen/:id/aufgaben/:grantId/beenden': nowhere({ 404: signedIn }, emptyForm),
  'GET /personen/:id/ausscheiden': nowhere(),
  'POST /personen/:id/ausscheiden': nowhere({ 404: signedIn }, emptyForm),
  'GET /ausgeschieden/:id': nowhere(),
  'GET /vertretung': plain({ 200: signedIn }),
  'POST /vertretung': plain({ 422: town }, emptyForm),
  'POST /vertretung/:id/beenden': nowhere({ 404: signedIn }, emptyForm),
  'GET /zugaenge-ersetzen': plain({ 200: [...town, 'manager', 'administrator'] }),
  'POST /zugaenge-ersetzen': plain({ 404: [...town, 'manager', 'administrator'] }, emptyForm),
  'POST /zugaenge-ersetzen/:id/bestaetigen': nowhere({ 404: signedIn }, emptyForm),
  'POST /zugaenge-ersetzen/:id/widersprechen': nowhere({ 404: signedIn }, emptyForm),
  'POST /zugaenge-ersetzen/:id/zurueckziehen': nowhere({ 404: signedIn }, emptyForm),
  'GET /wer-darf-lesen': plain({ 200: town }),
  'POST /wer-darf-lesen/:id/widersprechen': nowhere({ 404: town }, emptyForm),
  'GET /zuweisungen': plain({ 200: ['manager'] }),
  'POST /zuweisungen': plain({ 422: ['manager'] }, emptyForm),
  'POST /zuweisungen/:id/beenden': nowhere({ 404: ['manager'] }, emptyForm),
}

export const peopleOperationRules: Record<string, RouteRule> = {
  'GET /people': plain({ 200: signedIn }),
  'GET /roles': plain({ 200: signedIn }),
  'POST /roles': plain({ 422: signedIn }, emptyJson),
  'DELETE /roles': plain({ 422: signedIn }),
  'DELETE /roles/:id': nowhere(),
  'GET /substitutions': plain({ 200: signedIn }),
  'POST /substitutions': plain({ 422: town }, emptyJson),
  'DELETE /substitutions/:id': nowhere(),
  'GET /assignments': plain({ 200: signedIn }),
  'POST /assignments': plain({ 422: ['manager'] }, emptyJson),
  'DELETE /assignments/:id': nowhere(),
  'POST /assignments/:id/objections': nowhere({ 404: signedIn }, { send: () => ({ json: { reason: 'Besuch' } }) }),
  'GET /administrator-replacements': plain({ 200: [...town, 'manager', 'administrator'] }),
  'POST /administrator-replacements': plain({ 422: signedIn }, emptyJson),
  'POST /administrator-replacements/:id/confirmation': nowhere({ 404: signedIn }, emptyJson),
  'POST /administrator-replacements/:id/objections': nowhere(
    { 404: signedIn },
    { send: () => ({ json: { reason: 'Besuch' } }) },
  ),
  'DELETE /administrator-replacements/:id': nowhere(),
  'GET /departures': plain({ 200: signedIn }),
  'POST /departures': plain({ 422: signedIn }, emptyJson),
}
