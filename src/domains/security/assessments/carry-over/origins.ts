import type { Origins } from './propose.ts'

/** One answer was taken from another; both by catalog, since a later wave goes on with the same answers. */
export interface Taken {
  catalogId: string
  controlId: string
  sourceCatalogId: string
  sourceControlId: string
}

const nameOf = (catalogId: string, controlId: string): string => `${catalogId} ${controlId}`

/** Follows every answer back to where it began; a circle is walked once. */
export function originsIn(taken: readonly Taken[]): Origins {
  const sources = Map.groupBy(taken, ({ catalogId, controlId }) => nameOf(catalogId, controlId))
  return (catalogId, controlId) => {
    const origins = new Set<string>()
    const seen = new Set<string>()
    const open = [nameOf(catalogId, controlId)]
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      if (seen.has(name)) continue
      seen.add(name)
      for (const { sourceCatalogId, sourceControlId } of sources.get(name) ?? []) {
        origins.add(sourceCatalogId)
        open.push(nameOf(sourceCatalogId, sourceControlId))
      }
    }
    return origins
  }
}
