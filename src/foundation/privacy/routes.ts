import { route } from '#platform/http/route.ts'

export const privacyRoutes = {
  ownFile: route('/mein-zugang/daten.json'),
  search: route('/datenschutz'),
  person: route('/datenschutz/personen/:id'),
  personFile: route('/datenschutz/personen/:id/auskunft.json'),
  erase: route('/datenschutz/personen/:id/loeschung'),
  terms: route('/datenschutz/fristen'),
}
