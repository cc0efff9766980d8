import { route } from '#platform/http/route.ts'

/** Addresses of the pages that belong to no module. */
export const homeRoutes = {
  home: route('/'),
  signIn: route('/anmeldung'),
  code: route('/anmeldung/code'),
  signOut: route('/abmeldung'),
}
