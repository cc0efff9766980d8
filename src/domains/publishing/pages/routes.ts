import { route } from '#platform/http/route.ts'

export const pageRoutes = {
  imprint: route('/impressum'),
  privacy: route('/datenschutz-hinweise'),
  accessibility: route('/barrierefreiheit'),
  programme: route('/programme/:name'),
  reportBarrier: route('/barriere-melden'),
  desk: route('/redaktion/seiten'),
  change: route('/redaktion/seiten/:name'),
  reports: route('/redaktion/barrieren'),
  report: route('/redaktion/barrieren/:id'),
}
