import { route } from '#platform/http/route.ts'

export const jobRoutes = {
  list: route('/betrieb/auftraege'),
  retry: route('/betrieb/auftraege/:id/noch-einmal'),
  discard: route('/betrieb/auftraege/:id/verwerfen'),
}
