import { route } from '#platform/http/route.ts'

export const pictureOscalRoutes = {
  /** A picture as anonymous OSCAL assessment results. */
  file: route('/landesbild/:id/ergebnis.oscal.json'),
}
