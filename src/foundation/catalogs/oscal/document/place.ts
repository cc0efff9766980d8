/** Where something stands in the document; a chain, so that its path is only written when a sentence needs it. */
export interface Place {
  readonly outer: Place | null
  readonly step: string | number
  /** The id of the object that stands here, once it is known. */
  id: string | null
}

export const placeIn = (outer: Place | null, step: string | number): Place => ({ outer, step, id: null })

/** `catalog.groups[2].controls[0].title` */
export function pathOf(place: Place): string {
  const own = typeof place.step === 'number' ? `[${place.step}]` : place.step
  if (!place.outer) return own
  return pathOf(place.outer) + (typeof place.step === 'number' ? own : `.${own}`)
}

/** The id of the innermost object around a place that has one: what a person searches the file for. */
export function nearestId(place: Place | null): string | null {
  return place && (place.id ?? nearestId(place.outer))
}
