import { route } from '#platform/http/route.ts'

export const notificationRoutes = {
  inbox: route('/postfach'),
  readAll: route('/postfach/gelesen'),
  settings: route('/postfach/einstellungen'),
  revokeLinks: route('/postfach/einstellungen/links'),
  one: route('/postfach/:id'),
  readOne: route('/postfach/:id/gelesen'),
  unsubscribe: route('/abbestellen/:secret'),
  outbox: route('/betrieb/mail'),
  sendAgain: route('/betrieb/mail/:id/noch-einmal'),
  templates: route('/betrieb/mail-vorlagen'),
  letterhead: route('/betrieb/mail-briefkopf'),
  resetLetterhead: route('/betrieb/mail-briefkopf/zuruecksetzen'),
  template: route('/betrieb/mail-vorlagen/:name'),
  resetTemplate: route('/betrieb/mail-vorlagen/:name/zuruecksetzen'),
  demoMailbox: route('/demo/postfach'),
}
