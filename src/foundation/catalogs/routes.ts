import { route, withQuery } from '#platform/http/route.ts'

export const catalogRoutes = {
  list: route('/kataloge'),
  show: route('/kataloge/:id'),
  import: route('/kataloge/einlesen'),
  importShipped: route('/kataloge/mitgeliefert'),
  controls: route('/kataloge/:id/anforderungen'),
  control: route('/kataloge/:id/anforderungen/:controlId'),
  versions: route('/kataloge/:id/vergleich'),
  comparison: route('/kataloge/:id/vergleich/:beforeId'),
  comparisonSheet: route('/kataloge/:id/vergleich/:beforeId/tabelle.xlsx'),
}

export const mappingRoutes = {
  list: route('/kataloge/zuordnungen'),
  import: route('/kataloge/zuordnungen/einlesen'),
  show: route('/kataloge/zuordnungen/:id'),
}

/** What of a mapping collection is shown against which catalog, as it stands in its address. */
export interface MappingSelection {
  katalog?: string | undefined
  suche?: string | undefined
  beziehung?: string | undefined
  stand?: string | undefined
  ab?: string | undefined
}

export const mappingHref = (id: string, selection: MappingSelection = {}): string =>
  withQuery(mappingRoutes.show.href({ id }), { ...selection })

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

/** What a comparison shows, as it stands in its address. */
export interface ComparisonSelection {
  stand?: string | undefined
  liste?: string | undefined
  ab?: string | undefined
}

/** The list of the comparison, where there is a selection. */
export const comparisonHref = (
  versions: { id: string; beforeId: string },
  selection: ComparisonSelection = {},
  anchor = '',
): string => withQuery(catalogRoutes.comparison.href(versions), { ...selection }) + anchor
