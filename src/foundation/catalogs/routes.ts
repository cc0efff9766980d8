import { route } from '#platform/http/route.ts'

export const catalogRoutes = {
  list: route('/kataloge'),
  show: route('/kataloge/:id'),
  import: route('/kataloge/einlesen'),
  importShipped: route('/kataloge/mitgeliefert'),
}
