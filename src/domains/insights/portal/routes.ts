import { route } from '#platform/http/route.ts'

export const portalRoutes = {
  start: route('/'),
  tasks: route('/aufgaben'),
}
