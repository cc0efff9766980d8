import { route } from '#platform/http/route.ts'

export const loadRoutes = {
  overview: route('/programme-im-verbund/:id/einlesen'),
  show: route('/programme-im-verbund/:id/einlesen/:load'),
  map: route('/programme-im-verbund/:id/einlesen/:load/zuordnung'),
  correct: route('/programme-im-verbund/:id/einlesen/:load/korrektur'),
  carryOut: route('/programme-im-verbund/:id/einlesen/:load/laden'),
  faults: route('/programme-im-verbund/:id/einlesen/:load/fehler.xlsx'),
  template: route('/programme-im-verbund/:id/vorlage.xlsx'),
  export: route('/programme-im-verbund/:id/ausgabe.xlsx'),
}
