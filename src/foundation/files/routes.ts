import { route } from '#platform/http/route.ts'

export const fileRoutes = {
  download: route('/dateien/:id'),
}
