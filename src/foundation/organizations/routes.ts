import { route } from '#platform/http/route.ts'

export const organizationRoutes = {
  list: route('/organisationen'),
  import: route('/organisationen/einlesen'),
}
