import { type Constraint, solve } from 'yalps'
import { type Atom, atomsOf, type Cell, meanOf, type Subject } from './cells.ts'
import { codeMean, intervalOf } from './coding.ts'

/** Somebody whose value could be told too closely, and by whom. */
export interface Narrowed {
  target: Subject
  attacker: Subject
  low: number
  high: number
}

/** What is known of the sum of an atom's values, apart from those named here. */
interface Part {
  atom: number
  /** Unknown to the attacker, without the target. */
  others: number
}

interface View {
  atoms: readonly Atom[]
  cells: readonly Cell[]
}

const top = 100

/** The least and the greatest value that the target can have for somebody who knows all published cells, all known values and the own one. */
export function boundsOf(view: View, target: Subject, attacker: Subject): readonly [low: number, high: number] {
  const parts = view.atoms.map(({ members }, atom): Part => ({
    atom,
    others: members.filter(({ id, isKnown }) => !isKnown && id !== target.id && id !== attacker.id).length,
  }))
  const constraints = new Map<string, Constraint>([['t', { max: top }]])
  for (const { atom, others } of parts) if (others > 0) constraints.set(`a${atom}`, { max: top * others })
  for (const [place, cell] of view.cells.entries()) {
    const [low, high] = intervalOf(codeMean(meanOf(cell)))
    const known = cell.members
      .filter(({ id, isKnown }) => (isKnown || id === attacker.id) && id !== target.id)
      .reduce((sum, { value }) => sum + value, 0)
    const count = cell.members.length
    constraints.set(`c${place}`, { min: low * count - known, max: high * count - known })
  }
  const own = view.atoms.findIndex(({ members }) => members.some(({ id }) => id === target.id))
  const cellsOfAtom = (atom: number): [string, number][] =>
    (view.atoms[atom]?.cells ?? []).map((place) => [`c${place}`, 1])
  const variables = new Map<string, Map<string, number>>([
    ['target', new Map<string, number>([['value', 1], ['t', 1], ...cellsOfAtom(own)])],
    ...parts
      .filter(({ others }) => others > 0)
      .map(({ atom }): [string, Map<string, number>] => [
        `atom${atom}`,
        new Map<string, number>([[`a${atom}`, 1], ...cellsOfAtom(atom)]),
      ]),
  ])
  const at = (direction: 'minimize' | 'maximize', otherwise: number): number => {
    const { status, result } = solve({ direction, objective: 'value', constraints, variables })
    return status === 'optimal' ? result : otherwise
  }
  // What the solver cannot say counts as if nothing were left open.
  return [at('minimize', target.value), at('maximize', target.value)]
}

/** Two of the same cells whose values can trade so much that neither is narrowed, whatever else is known. */
const canTrade = (one: Subject, other: Subject, width: number): boolean =>
  top - Math.abs(one.value + other.value - top) >= width

/** Whether the target can trade with two others of its atom: one of them may be the attacker. */
const isSheltered = ({ members }: Atom, target: Subject, width: number): boolean =>
  members.filter(
    ({ id, isKnown, ...other }) => !isKnown && id !== target.id && canTrade(target, { id, isKnown, ...other }, width),
  ).length >= 2

/** Of an atom the ones with the least and the greatest own value: what they can tell of others lies at the ends of what all of them can. */
function extremes({ members }: Atom, target: Subject): Subject[] {
  const others = members
    .filter(({ id, isKnown }) => !isKnown && id !== target.id)
    .toSorted((one, other) => one.value - other.value)
  return [...new Set([others.at(0), others.at(-1)])].flatMap((one) => one ?? [])
}

/** Somebody whose value any participant can tell to less than `width`; undefined when nobody's can be. */
export function findNarrowed(
  subjects: readonly Subject[],
  cells: readonly Cell[],
  width: number,
): Narrowed | undefined {
  const atoms = atomsOf(subjects, cells)
  const view = { atoms, cells }
  const attackersOf = (target: Subject): Subject[] => atoms.flatMap((atom) => extremes(atom, target))
  for (const atom of atoms.filter((one) => one.cells.length > 0))
    for (const target of atom.members) {
      if (target.isKnown || isSheltered(atom, target, width)) continue
      for (const attacker of attackersOf(target)) {
        const [low, high] = boundsOf(view, target, attacker)
        if (high - low < width) return { target, attacker, low, high }
      }
    }
  return undefined
}
