import { route } from '#platform/http/route.ts'

export const organizationRoutes = {
  list: route('/organisationen'),
  new: route('/organisationen/neu'),
  import: route('/organisationen/einlesen'),
  show: route('/organisationen/:id'),
  facts: route('/organisationen/:id/stammdaten'),
  domains: route('/organisationen/:id/domaenen'),
  contact: route('/organisationen/:id/kontakte/:function'),
  contactRemoval: route('/organisationen/:id/kontakte/:function/entfernen'),
  succession: route('/organisationen/:id/nachfolge'),
  withdrawal: route('/organisationen/:id/nachfolge/:successionId/ruecknahme'),
  rename: route('/organisationen/:id/umbenennung'),
  history: route('/organisationen/:id/verlauf'),
}
