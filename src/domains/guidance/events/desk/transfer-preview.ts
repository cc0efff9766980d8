import type { Registration } from '../places/registration.ts'

export interface TransferPreview {
  /** Who goes over, in the order they keep. */
  going: readonly Registration[]
  /** Who has a place there already and stays here. */
  staying: readonly Registration[]
}

/** The same as guidance.transfer decides; `here` in the order of the list, as the desk reads it. */
export function transferOf(here: readonly Registration[], there: readonly Registration[]): TransferPreview {
  const active = there.filter(({ state }) => state === 'confirmed' || state === 'offered' || state === 'waiting')
  const moved = new Set(there.map(({ transferredFrom }) => transferredFrom))
  const isThere = (place: Registration): boolean =>
    active.some((one) =>
      place.personId === null
        ? one.personId === null && place.guestEmail !== '' && one.guestEmail === place.guestEmail
        : one.personId === place.personId,
    )
  const asked = here.filter(({ id, state }) => (state === 'waiting' || state === 'expired') && !moved.has(id))
  return { going: asked.filter((place) => !isThere(place)), staying: asked.filter(isThere) }
}
