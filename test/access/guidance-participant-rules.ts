// Who gets what of courses as a participant: pages for everybody, own places, links of mails. Deeds are tried in test/guidance.
import type { RouteRule } from './rules.ts'

type More = Partial<RouteRule>

const everywhere = (status: number, more: More = {}): RouteRule => {
  const expected = { by: {}, otherwise: status }
  return { object: 'nothing', own: expected, foreign: expected, unknown: expected, malformed: expected, ...more }
}

const open = (status: number, more: More = {}): RouteRule => everywhere(status, { open: true, ...more })
/** On something that is not there, whatever its id. */
const none = (more: More = {}): RouteRule => everywhere(404, { object: 'catalog', ...more })
const form: More = { send: () => ({ form: {} }) }

export const guidanceParticipantPageRules: Record<string, RouteRule> = {
  'GET /kurse': open(200),
  'GET /kurse/:id': open(404, { object: 'catalog' }),
  'GET /kurse/:id/anmeldung': none(),
  'POST /kurse/:id/anmeldung': none(form),
  'GET /anmeldungen': everywhere(200),
  'GET /anmeldungen/:id/abmeldung': none(),
  'POST /anmeldungen/:id/abmeldung': none(form),
  'POST /anmeldungen/:id/antwort': none(form),
  'GET /anmeldungen/:id/vertretung': none(),
  'POST /anmeldungen/:id/vertretung': none(form),
  'POST /anmeldungen/:id/vormerkung': none(form),
  'GET /platzangebote/:token': open(404),
  'POST /platzangebote/:token/annahme': open(404, form),
  'POST /platzangebote/:token/ablehnung': open(404, form),
  'GET /gastplaetze/:token': open(404),
  'POST /gastplaetze/:token/abmeldung': open(404, form),
  'GET /kurseinladungen/:token': open(404),
  'POST /kurseinladungen/:token': open(404, form),
}

export const guidanceParticipantOperationRules: Record<string, RouteRule> = {
  'GET /registrations': everywhere(200),
  'GET /events/:id/registration-check': none(),
  'GET /seat-offers/:token': open(404),
}
