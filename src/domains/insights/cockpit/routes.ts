import { route } from '#platform/http/route.ts'

export const cockpitRoutes = {
  /** The cockpit of the one programme that somebody works in, or the list of them. */
  start: route('/cockpit'),
  show: route('/programme-im-verbund/:id/cockpit'),
  sheet: route('/programme-im-verbund/:id/cockpit/tabelle.xlsx'),
  figures: route('/programme-im-verbund/:id/cockpit/zahlen'),
  calls: route('/programme-im-verbund/:id/cockpit/anrufen'),
  /** What is done with the municipalities that are ticked. */
  ticked: route('/programme-im-verbund/:id/cockpit/auswahl'),
  views: route('/programme-im-verbund/:id/cockpit/ansichten'),
  messages: route('/programme-im-verbund/:id/cockpit/nachrichten'),
  newMessage: route('/programme-im-verbund/:id/cockpit/nachricht'),
}
