import { route } from '#platform/http/route.ts'

export const invitationRoutes = {
  list: route('/einladungen'),
  template: route('/einladungen/vorlage.xlsx'),
  check: route('/einladungen/liste'),
  import: route('/einladungen/liste/verschicken'),
  resend: route('/einladungen/:id/erneut'),
  revoke: route('/einladungen/:id/zurueckziehen'),
  offer: route('/einladung/:secret'),
  accept: route('/einladung/:secret/annehmen'),
}

export const passwordRoutes = {
  forgotten: route('/passwort-vergessen'),
  reset: route('/neues-passwort/:secret'),
}

export const emailRoutes = {
  confirm: route('/neue-adresse/:secret'),
}

export const ownAccessRoutes = {
  show: route('/mein-zugang'),
  /** What is known about oneself: a page of foundation/privacy, which stands above this module. */
  data: route('/mein-zugang/daten'),
  password: route('/mein-zugang/passwort'),
  email: route('/mein-zugang/adresse'),
  endSessions: route('/mein-zugang/sitzungen/beenden'),
  endSession: route('/mein-zugang/sitzungen/:id/beenden'),
  tokens: route('/mein-zugang/schluessel'),
  revokeToken: route('/mein-zugang/schluessel/:id/widerrufen'),
  secondFactor: route('/mein-zugang/zweiter-faktor'),
  confirmSecondFactor: route('/mein-zugang/zweiter-faktor/bestaetigen'),
  changeSecondFactor: route('/mein-zugang/zweiter-faktor/aendern'),
}
