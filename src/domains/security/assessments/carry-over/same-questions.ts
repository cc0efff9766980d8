import type { Reached } from './reached.ts'

interface Asked {
  id: string
  /** What its publisher calls it in every catalog and version; null where the catalog has no such names. */
  identity: string | null
  /** The same for two that ask the same in the same words. */
  wording: string
}

/**
 * Which questions of one catalog are there in the other as well, by what their publisher calls them, never by their number: a profile and
 * what it is a choice from, an earlier version and a later one.
 */
export function sameQuestions(from: readonly Asked[], to: readonly Asked[]): Map<string, Reached[]> {
  const there = new Map(to.flatMap((control) => (control.identity === null ? [] : [[control.identity, control]])))
  return new Map(
    from.flatMap(({ id, identity, wording }): [string, Reached[]][] => {
      const control = identity === null ? undefined : there.get(identity)
      if (!control) return []
      const isSame = control.wording === wording
      const relationship = isSame ? 'equal-to' : 'intersects-with'
      const via = [{ requirementId: id, sourceId: id, relationship, collectionId: null } as const]
      return [
        [id, [{ controlId: control.id, relationship, isDefault: false, identity: isSame ? 'same' : 'changed', via }]],
      ]
    }),
  )
}
