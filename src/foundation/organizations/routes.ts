import { route } from '#platform/http/route.ts'

export const organizationRoutes = {
  list: route('/organisationen'),
  new: route('/organisationen/neu'),
  import: route('/organisationen/einlesen'),
}
