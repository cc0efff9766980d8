import { atomsOf, type Cell, cellsOf, type Family, meanOf, type Subject } from './cells.ts'
import { type Coded, codeMean } from './coding.ts'
import { findNarrowed } from './bounds.ts'
import { findIsolated } from './isolate.ts'

/**
 * Why a cell is not shown: too few of whom nothing is known; because another one could be computed from it; because a sum of cells would speak of too
 * few; because a participant could tell the value of another too closely.
 */
export type Reason = 'small' | 'complement' | 'isolates' | 'narrow'

export type PublishedCell =
  | { family: string; key: string; hidden: null; count: number; value: Coded }
  | { family: string; key: string; hidden: Reason; count: null; value: null }

export interface Limits {
  /** A cell speaks of at least so many whose values are not known. */
  least: number
  /** Nobody's value can be told more closely than to so many points. */
  width: number
}

/** Rules 1 to 4 of the disclosure of aggregates. */
export const usualLimits: Limits = { least: 5, width: 20 }

/**
 * Everything that may be published of these families together, hidden cells with their reason. Hides what is small, then what would give it away, and
 * begins anew after each further cell until nothing speaks of too few and nobody can tell another's value too closely. The same subjects give the
 * same picture.
 */
export function publish(
  subjects: readonly Subject[],
  families: readonly Family[],
  limits: Limits = usualLimits,
): PublishedCell[] {
  const cells = cellsOf(subjects, families)
  const hidden = new Map<Cell, Reason>(
    cells.filter(({ unknown }) => unknown < limits.least).map((cell) => [cell, 'small']),
  )
  for (;;) {
    const next = complement(cells, families, hidden, limits) ?? telling(subjects, cells, hidden, limits)
    if (!next) return cells.map((cell) => published(cell, hidden.get(cell)))
    hidden.set(...next)
  }
}

const published = (cell: Cell, reason: Reason | undefined): PublishedCell => {
  const { family, key, members } = cell
  return reason
    ? { family, key, hidden: reason, count: null, value: null }
    : { family, key, hidden: null, count: members.length, value: codeMean(meanOf(cell)) }
}

/** Fewer unknown ones first, then fewer in all, then by family and key. */
const smallest = (cells: readonly Cell[]): Cell | undefined =>
  cells.toSorted(
    (one, other) =>
      one.unknown - other.unknown ||
      one.members.length - other.members.length ||
      (`${one.family} ${one.key}` < `${other.family} ${other.key}` ? -1 : 1),
  )[0]

/** A single hidden cell of a family is its sum without the others; several hidden ones together must not be too few either. */
function complement(
  cells: readonly Cell[],
  families: readonly Family[],
  hidden: ReadonlyMap<Cell, Reason>,
  { least }: Limits,
): [Cell, Reason] | undefined {
  for (const { name, partitions } of families) {
    if (!partitions) continue
    const own = cells.filter(({ family }) => family === name)
    const dark = own.filter((cell) => hidden.has(cell))
    const unknown = dark.reduce((sum, cell) => sum + cell.unknown, 0)
    if (dark.length === 0 || (dark.length > 1 && unknown >= least)) continue
    const further = smallest(own.filter((cell) => !hidden.has(cell)))
    if (further) return [further, 'complement']
  }
  return undefined
}

/** The next cell to hide because of what all that is shown says together. */
function telling(
  subjects: readonly Subject[],
  cells: readonly Cell[],
  hidden: ReadonlyMap<Cell, Reason>,
  { least, width }: Limits,
): [Cell, Reason] | undefined {
  const shown = cells.filter((cell) => !hidden.has(cell))
  const atoms = atomsOf(subjects, shown)
  const columns = atoms.map(({ cells: rows, members }) => ({
    rows,
    weight: members.filter(({ isKnown }) => !isKnown).length,
  }))
  // Known values are no secret: whoever looks takes them out of every sum.
  const secret = columns.flatMap(({ weight }, at) => (weight > 0 ? [at] : []))
  const isolated = findIsolated(
    secret.map((at) => columns[at] ?? { rows: [], weight: 0 }),
    shown.length,
    least,
  )
  if (isolated) {
    const touched = new Set(isolated.flatMap((place) => columns[secret[place] ?? 0]?.rows ?? []))
    const cell = smallest(shown.filter((_, place) => touched.has(place)))
    if (cell) return [cell, 'isolates']
  }
  const narrowed = findNarrowed(subjects, shown, width)
  const around = shown.filter(({ members }) => members.some(({ id }) => id === narrowed?.target.id))
  const cell = narrowed && smallest(around)
  return cell ? [cell, 'narrow'] : undefined
}
