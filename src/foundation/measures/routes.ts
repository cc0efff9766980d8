import { route } from '#platform/http/route.ts'

export const measureRoutes = {
  list: route('/massnahmen'),
  board: route('/massnahmen/tafel'),
  add: route('/massnahmen/neu'),
  many: route('/massnahmen/mehrere'),
  workbook: route('/massnahmen/ausgabe.xlsx'),
  load: route('/massnahmen/einlesen'),
  take: route('/massnahmen/einlesen/uebernehmen'),
  templates: route('/massnahmen/vorlagen'),
  template: route('/massnahmen/vorlagen/:id'),
  withdrawTemplate: route('/massnahmen/vorlagen/:id/zuruecknehmen'),
  show: route('/massnahmen/:id'),
  edit: route('/massnahmen/:id/bearbeiten'),
  move: route('/massnahmen/:id/stand'),
  check: route('/massnahmen/:id/wiedervorlage'),
  proof: route('/massnahmen/:id/nachweis'),
  withdrawProof: route('/massnahmen/:id/nachweis/:proof/zuruecknehmen'),
  offer: route('/massnahmen/:id/vorlage'),
}
