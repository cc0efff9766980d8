import { route } from '#platform/http/route.ts'

export const announcementRoutes = {
  list: route('/kataloge/umstellungen'),
  new: route('/kataloge/umstellungen/neu'),
  withdraw: route('/kataloge/umstellungen/:id/zuruecknehmen'),
  /** The own checks that are concerned, at once. */
  many: route('/pruefungen/umstellung'),
}
