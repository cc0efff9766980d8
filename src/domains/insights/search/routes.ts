import { route, withQuery } from '#platform/http/route.ts'

export const searchRoutes = {
  search: route('/suche'),
  pin: route('/suche/merken'),
  unpin: route('/suche/gemerkt/entfernen'),
  forget: route('/suche/verlauf/entfernen'),
}

/** What a page of hits shows, as it stands in its address. */
export interface HitSelection {
  q?: string | undefined
  bereich?: string | undefined
  ab?: number | undefined
}

export const searchHref = (selection: HitSelection): string =>
  withQuery(searchRoutes.search.href(), { ...selection, ab: selection.ab || undefined })
