import { route } from '#platform/http/route.ts'

/** What everybody reads, what participants do, and the organizer's desk. */
export const eventRoutes = {
  // For everybody, also without signing in.
  list: route('/kurse'),
  detail: route('/kurse/:id'),
  calendar: route('/kurse/:id/termine.ics'),

  registration: route('/kurse/:id/anmeldung'),
  colleagues: route('/kurse/:id/kollegen'),
  own: route('/anmeldungen'),
  leave: route('/anmeldungen/:id/abmeldung'),
  answer: route('/anmeldungen/:id/antwort'),
  substitute: route('/anmeldungen/:id/vertretung'),
  moveOn: route('/anmeldungen/:id/vormerkung'),
  feedback: route('/kurse/:id/rueckmeldung'),
  checkIn: route('/kurse/:id/termine/:date/anwesenheit'),
  material: route('/kurse/:id/unterlagen/:material'),

  // By a secret of a mail, without an account.
  offer: route('/platzangebote/:token'),
  offerAcceptance: route('/platzangebote/:token/annahme'),
  offerDecline: route('/platzangebote/:token/ablehnung'),
  guest: route('/gastplaetze/:token'),
  guestLeave: route('/gastplaetze/:token/abmeldung'),
  guestFeedback: route('/gastplaetze/:token/rueckmeldung'),
  invitation: route('/kurseinladungen/:token'),

  certificate: route('/zertifikate/:number'),
  certificateCheck: route('/zertifikate'),

  certificateFile: route('/kurszertifikate/:id/zertifikat.pdf'),

  // The organizer's desk.
  desk: route('/kursverwaltung'),
  add: route('/kursverwaltung/neu'),
  statistics: route('/kursverwaltung/auswertung'),
  statisticsFile: route('/kursverwaltung/auswertung.xlsx'),
  manage: route('/kursverwaltung/:id'),
  edit: route('/kursverwaltung/:id/angaben'),
  dates: route('/kursverwaltung/:id/termine'),
  dateSeries: route('/kursverwaltung/:id/termine/regel'),
  datesFile: route('/kursverwaltung/:id/termine/datei'),
  dateCancellation: route('/kursverwaltung/:id/termine/:date/absage'),
  publication: route('/kursverwaltung/:id/veroeffentlichung'),
  cancellation: route('/kursverwaltung/:id/absage'),
  removal: route('/kursverwaltung/:id/entfernen'),
  nextRun: route('/kursverwaltung/:id/naechster'),
  capacity: route('/kursverwaltung/:id/plaetze'),
  people: route('/kursverwaltung/:id/teilnehmende'),
  person: route('/kursverwaltung/:id/teilnehmende/:registration'),
  approval: route('/kursverwaltung/:id/teilnehmende/:registration/zulassung'),
  removePerson: route('/kursverwaltung/:id/teilnehmende/:registration/abmeldung'),
  movePerson: route('/kursverwaltung/:id/teilnehmende/:registration/wechsel'),
  transfer: route('/kursverwaltung/:id/uebertrag'),
  invitations: route('/kursverwaltung/:id/einladungen'),
  invitationEnd: route('/kursverwaltung/:id/einladungen/:hash/ende'),
  mails: route('/kursverwaltung/:id/mails'),
  materials: route('/kursverwaltung/:id/unterlagen'),
  materialEnd: route('/kursverwaltung/:id/unterlagen/:material/ende'),
  peopleFile: route('/kursverwaltung/:id/liste.pdf'),
  peopleSheet: route('/kursverwaltung/:id/teilnehmende.xlsx'),
  badgesFile: route('/kursverwaltung/:id/namensschilder.pdf'),
  attendance: route('/kursverwaltung/:id/termine/:date/anwesenheit'),
  code: route('/kursverwaltung/:id/termine/:date/code'),
  certificates: route('/kursverwaltung/:id/zertifikate'),
  feedbackResults: route('/kursverwaltung/:id/rueckmeldungen'),
}
