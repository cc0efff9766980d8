import type { Reached } from './reached.ts'

type Requirements = ReadonlyMap<string, readonly string[]>

/**
 * Two questions that name the same requirement speak about the same thing, each in its own words: more than an overlap nobody has said.
 * Only for what no collection relates.
 */
export function sharedRequirements(from: Requirements, to: Requirements): Map<string, Reached[]> {
  const askedBy = new Map<string, string[]>()
  for (const [controlId, requirements] of to)
    for (const id of requirements) askedBy.set(id, [...(askedBy.get(id) ?? []), controlId])
  return new Map(
    [...from].map(([sourceId, requirements]) => {
      const shared = new Map<string, Reached & { via: Reached['via'][number][] }>()
      for (const requirementId of requirements)
        for (const controlId of askedBy.get(requirementId) ?? []) {
          const relationship = 'intersects-with'
          const entry = shared.get(controlId) ?? { controlId, relationship, isDefault: false, via: [] }
          entry.via.push({ requirementId, sourceId: requirementId, relationship, collectionId: null })
          shared.set(controlId, entry)
        }
      return [sourceId, [...shared.values()]]
    }),
  )
}

/** The one map beside the other; where both lead to the same question, the first counts. */
export function withShared(
  mapped: ReadonlyMap<string, readonly Reached[]>,
  shared: ReadonlyMap<string, readonly Reached[]>,
): Map<string, readonly Reached[]> {
  const both = new Map(mapped)
  for (const [sourceId, more] of shared) {
    const known = mapped.get(sourceId) ?? []
    const ids = new Set(known.map(({ controlId }) => controlId))
    both.set(sourceId, [...known, ...more.filter(({ controlId }) => !ids.has(controlId))])
  }
  return both
}
