import { sortKey } from '#kernel/sort-key.ts'

export interface Match<A, C> {
  /** By the key of the cell. */
  areas: ReadonlyMap<string, A>
  /** By the key of the area. */
  cells: ReadonlyMap<string, C>
  cellsWithoutArea: C[]
  areasWithoutCell: A[]
}

/**
 * Which area is that of which county. `key` of a cell is the county as the register writes it; it is found by the key of the area,
 * its very name, or its name with and without "Landkreis". An area belongs to one county at most, and a name of two areas to none.
 */
export function matchAreas<A extends { key: string; name: string }, C extends { key: string }>(
  areas: readonly A[],
  cells: readonly C[],
): Match<A, C> {
  const found = new Map<string, A>()
  const cellOf = new Map<string, C>()
  const ways: ((area: A) => string)[] = [({ key }) => key, ({ name }) => name, ({ name }) => plainName(name)]
  for (const [at, wordOf] of ways.entries()) {
    const free = areas.filter(({ key }) => !cellOf.has(key))
    const byWord = Map.groupBy(free, wordOf)
    for (const cell of cells) {
      if (found.has(cell.key)) continue
      const [area, another] = byWord.get(at === ways.length - 1 ? plainName(cell.key) : cell.key) ?? []
      if (!area || another || cellOf.has(area.key)) continue
      found.set(cell.key, area)
      cellOf.set(area.key, cell)
    }
  }
  return {
    areas: found,
    cells: cellOf,
    cellsWithoutArea: cells.filter(({ key }) => !found.has(key)),
    areasWithoutCell: areas.filter(({ key }) => !cellOf.has(key)),
  }
}

/** "Landkreis Harz", "Harz, Landkreis" and "Harz" are the same county; "Salzlandkreis" stays what it is. */
function plainName(name: string): string {
  const words = sortKey(name)
  return words.replace(/^(?:landkreis|kreis|lk) | (?:landkreis|kreis|lk)$/g, '') || words
}

/** A county in the drawing, where there is little room: without "Landkreis". */
export const shortCounty = (name: string): string => name.replace(/^Landkreis\s+(?=\S)/u, '')

/** What is said of an import about counties without an area; undefined when all have one. */
export function missingInWords(counties: readonly string[]): string | undefined {
  if (counties.length === 0) return
  const named = counties.slice(0, 8).join(', ')
  const more = counties.length > 8 ? ` und ${counties.length - 8} weitere` : ''
  return counties.length === 1
    ? `Ein Landkreis des Registers hat keine Fläche: ${named}. Sein Wert steht nur in der Tabelle.`
    : `${counties.length} Landkreise des Registers haben keine Fläche: ${named}${more}. Ihre Werte stehen nur in der Tabelle.`
}
