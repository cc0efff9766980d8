// Pages of courses for everybody and for participants; links of mails that open nothing.
import { everything } from '../harness/house.ts'
import type { Visit } from './visit.ts'

export const guidanceParticipantVisits: Visit[] = [
  { name: 'courses, for a stranger', path: '/kurse', heading: /Kurse und Veranstaltungen/ },
  { name: 'courses that were', path: '/kurse?zeit=vorbei', heading: /Kurse und Veranstaltungen/ },
  { name: 'courses, signed in', email: everything, path: '/kurse', heading: /Kurse und Veranstaltungen/ },
  { name: 'own registrations', email: everything, path: '/anmeldungen', heading: /Meine Anmeldungen/ },
  { name: 'an offer that is none', path: '/platzangebote/nichts', heading: /Angebot eines Platzes/ },
  { name: 'a place of a guest that is none', path: '/gastplaetze/nichts', heading: /Ihre Anmeldung/ },
  { name: 'an invitation that is none', path: '/kurseinladungen/nichts', heading: /Einladung/ },
]
