import { route } from '#platform/http/route.ts'

export const helpRoutes = {
  start: route('/hilfe'),
  chapter: route('/hilfe/handbuch/:slug'),
  terms: route('/hilfe/begriffe'),
  keyboard: route('/hilfe/tastatur'),
}
