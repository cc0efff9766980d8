import { route } from '#platform/http/route.ts'

export const stateRoutes = {
  /** The newest picture that whoever asks may see. */
  latest: route('/landesbild'),
}
