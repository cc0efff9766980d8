import { route } from '#platform/http/route.ts'

export const consentRoutes = {
  list: route('/einwilligungen'),
  /** By the key of the purpose. */
  purpose: route('/einwilligungen/:purpose'),
  revocation: route('/einwilligungen/:purpose/widerruf'),
}
