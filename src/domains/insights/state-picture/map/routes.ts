import { route } from '#platform/http/route.ts'

export const mapRoutes = {
  show: route('/landesbild/karte'),
}
