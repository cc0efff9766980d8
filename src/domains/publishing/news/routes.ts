import { route } from '#platform/http/route.ts'

export const newsRoutes = {
  list: route('/meldungen'),
  show: route('/meldungen/:slug'),
  desk: route('/redaktion/meldungen'),
  write: route('/redaktion/meldungen/neu'),
  change: route('/redaktion/meldungen/:id'),
  withdraw: route('/redaktion/meldungen/:id/zurueckziehen'),
}
