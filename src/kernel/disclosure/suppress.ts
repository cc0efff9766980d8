import { findNarrowed, type Row } from './bounds.ts'
import { atomsOf, type Cell, cellsOf, type Family, meanOf, type Subject } from './cells.ts'
import { type Coded, codeMean, intervalOf } from './coding.ts'
import { findIsolated } from './isolate.ts'
import { type Limits, mayShowAnew, usualLimits } from './release.ts'

/**
 * Why a cell is not shown: too few of whom nothing is known; because another one could be computed from it; because a sum of cells would speak of too
 * few; because a participant could tell the value of another too closely.
 */
export type Reason = 'small' | 'complement' | 'isolates' | 'narrow'

export type PublishedCell =
  | { family: string; key: string; hidden: null; count: number; value: Coded }
  /** Shown, but with the value it had when it was published last: as many stand behind it but for one to four. */
  | { family: string; key: string; hidden: null; count: null; value: null }
  | { family: string; key: string; hidden: Reason; count: null; value: null }

/** What was published of the same measure before. */
export interface Earlier {
  /** Every mean that everybody has seen, with the values of that time. */
  rows: readonly Row[]
  /** How many stood behind a cell when it was shown last, by `cellName`. */
  counts: ReadonlyMap<string, number>
}

export const cellName = ({ family, key }: Pick<Cell, 'family' | 'key'>): string => `${family} ${key}`

export interface Publication {
  subjects: readonly Subject[]
  families: readonly Family[]
  earlier?: Earlier | undefined
  limits?: Limits | undefined
}

interface Work extends Pick<Publication, 'subjects' | 'families'> {
  earlier: Earlier
  limits: Limits
  cells: readonly Cell[]
  hidden: Map<Cell, Reason>
  held: ReadonlySet<Cell>
  /** Of whom it was shown that nobody tells their values too closely. */
  safe: Set<string>
  /** Whose values were told too closely before: nothing that is hidden now changes that. */
  told: Set<string>
}

const nothing: Earlier = { rows: [], counts: new Map() }

/**
 * Everything that may be published of these families together, hidden cells with their reason. Hides what is small, then what would give it away, and
 * begins anew after each further cell until nothing speaks of too few and nobody can tell another's value too closely, not even with all that was
 * published before. The same subjects give the same picture.
 */
export function publish({ subjects, families, earlier = nothing, limits = usualLimits }: Publication): PublishedCell[] {
  const cells = cellsOf(subjects, families)
  const hidden = new Map<Cell, Reason>(
    cells.filter(({ unknown }) => unknown < limits.least).map((cell) => [cell, 'small']),
  )
  const held = new Set(
    cells.filter((cell) => !mayShowAnew(earlier.counts.get(cellName(cell)) ?? null, cell.members.length, limits)),
  )
  const work = {
    subjects,
    families,
    earlier,
    limits,
    cells,
    hidden,
    held,
    safe: new Set<string>(),
    told: new Set<string>(),
  }
  for (;;) {
    const next = complement(work) ?? isolating(work) ?? narrowing(work)
    if (!next) return cells.map((cell) => published(cell, work))
    hidden.set(...next)
  }
}

function published(cell: Cell, { hidden, held }: Work): PublishedCell {
  const { family, key, members } = cell
  const reason = hidden.get(cell)
  if (reason) return { family, key, hidden: reason, count: null, value: null }
  return held.has(cell)
    ? { family, key, hidden: null, count: null, value: null }
    : { family, key, hidden: null, count: members.length, value: codeMean(meanOf(cell)) }
}

/** Fewer unknown ones first, then fewer in all, then by family and key. */
const smallest = (cells: readonly Cell[]): Cell | undefined =>
  cells.toSorted(
    (one, other) =>
      one.unknown - other.unknown ||
      one.members.length - other.members.length ||
      (cellName(one) < cellName(other) ? -1 : 1),
  )[0]

/** A single hidden cell of a family is its sum without the others; several hidden ones together must not be too few either. */
function complement({ cells, families, hidden, limits }: Work): [Cell, Reason] | undefined {
  for (const { name, partitions } of families) {
    if (!partitions) continue
    const own = cells.filter(({ family }) => family === name)
    const dark = own.filter((cell) => hidden.has(cell))
    const unknown = dark.reduce((sum, cell) => sum + cell.unknown, 0)
    if (dark.length === 0 || (dark.length > 1 && unknown >= limits.least)) continue
    const further = smallest(own.filter((cell) => !hidden.has(cell)))
    if (further) return [further, 'complement']
  }
  return undefined
}

const shownOf = ({ cells, hidden }: Work): Cell[] => cells.filter((cell) => !hidden.has(cell))

/** The next cell to hide because a sum of cells would speak of too few. */
function isolating(work: Work): [Cell, Reason] | undefined {
  const shown = shownOf(work)
  const columns = atomsOf(work.subjects, shown).map(({ cells: rows, members }) => ({
    rows,
    weight: members.filter(({ isKnown }) => !isKnown).length,
  }))
  // Known values are no secret: whoever looks takes them out of every sum.
  const secret = columns.filter(({ weight }) => weight > 0)
  const isolated = findIsolated(secret, shown.length, work.limits.least)
  if (!isolated) return undefined
  const touched = new Set(isolated.flatMap((place) => secret[place]?.rows ?? []))
  const cell = smallest(shown.filter((_, place) => touched.has(place)))
  return cell && [cell, 'isolates']
}

/** The next cell to hide because somebody could tell the value of another too closely. */
function narrowing(work: Work): [Cell, Reason] | undefined {
  const { earlier, limits, held, safe, told } = work
  const shown = shownOf(work).filter((cell) => !held.has(cell))
  const rows = [...distinct(shown).map(rowOf), ...earlier.rows]
  const subjects = everybody(work)
  for (;;) {
    const narrowed = findNarrowed(subjects, rows, limits.width, { safe, skip: told })
    if (!narrowed) return undefined
    const { id } = narrowed.target
    const cell = smallest(shown.filter(({ members }) => members.some((one) => one.id === id)))
    const others = new Set(subjects.flatMap((one) => (one.id === id ? [] : [one.id])))
    if (cell && !findNarrowed(subjects, earlier.rows, limits.width, { skip: others })) return [cell, 'narrow']
    told.add(id)
  }
}

function rowOf(cell: Cell): Row {
  const [low, high] = intervalOf(codeMean(meanOf(cell)))
  return { members: cell.members, low, high }
}

/** The same subjects twice say nothing twice. */
function distinct(cells: readonly Cell[]): Cell[] {
  const bySize = Map.groupBy(cells, ({ members }) => members.length)
  return [...bySize.values()].flatMap((same) =>
    same.length === 1
      ? same
      : [...new Map(same.map((cell) => [cell.members.map(({ id }) => id).join(' '), cell])).values()],
  )
}

/** Known at any time is known. */
function everybody({ subjects, earlier }: Work): Subject[] {
  const all = new Map<string, Subject>()
  for (const one of [...earlier.rows.flatMap(({ members }) => members), ...subjects]) {
    const there = all.get(one.id)
    if (!there || (one.isKnown && !there.isKnown)) all.set(one.id, one)
  }
  return [...all.values()]
}
