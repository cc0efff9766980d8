import { route, withQuery } from '#platform/http/route.ts'

export const catalogRoutes = {
  list: route('/kataloge'),
  show: route('/kataloge/:id'),
  import: route('/kataloge/einlesen'),
  importShipped: route('/kataloge/mitgeliefert'),
  controls: route('/kataloge/:id/anforderungen'),
  control: route('/kataloge/:id/anforderungen/:controlId'),
}

/** What a list of controls shows, as it stands in its address. */
export interface ControlSelection {
  suche?: string | undefined
  liste?: string | undefined
  aufwand?: string | undefined
  stufe?: string | undefined
  pflicht?: string | undefined
  ab?: string | undefined
}

export const controlsHref = (id: string, selection: ControlSelection = {}): string =>
  withQuery(catalogRoutes.controls.href({ id }), { ...selection })
