import { route } from '#platform/http/route.ts'

export const stateRoutes = {
  /** The newest picture that whoever asks may see. */
  latest: route('/landesbild'),
  list: route('/landesbild/staende'),
  /** A municipality against its class. */
  comparison: route('/landesbild/vergleich'),
  show: route('/landesbild/:id'),
  print: route('/landesbild/:id/druck'),
  pdf: route('/landesbild/:id/bericht.pdf'),
  csv: route('/landesbild/:id/tabelle.csv'),
  sheet: route('/landesbild/:id/tabelle.xlsx'),
  data: route('/landesbild/:id/daten.json'),
  release: route('/landesbild/:id/veroeffentlichung'),
  /** When pictures of a programme appear, and ordering one. */
  plan: route('/programme-im-verbund/:id/landesbild'),
  order: route('/programme-im-verbund/:id/landesbild/bestellung'),
  public: route('/oeffentlich/landesbild'),
  publicCsv: route('/oeffentlich/landesbild/tabelle.csv'),
  publicData: route('/oeffentlich/landesbild/daten.json'),
}
