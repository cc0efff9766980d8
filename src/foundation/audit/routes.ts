import { route } from '#platform/http/route.ts'

export const auditRoutes = {
  protocol: route('/protokoll'),
}
