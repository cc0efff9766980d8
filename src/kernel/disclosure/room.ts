import { type Constraint, solve } from 'yalps'
import { ownerOf, type Subject } from './cells.ts'
import type { View } from './bounds.ts'

/** How far a value may be from what it is, and by how much the sums of which atoms differ then. */
export interface Room {
  /** As far as was asked. */
  width: number
  /** One for each direction that was needed; by the place of the atom. */
  moves: readonly ReadonlyMap<number, number>[]
}

/** What an atom's others can take or give: unknown to whoever asks, without the target. */
interface Part {
  atom: number
  rows: readonly number[]
  up: number
  down: number
}

const top = 100
/** So many atoms are asked first; what is possible with some is possible with all. */
const some = 40

/**
 * By linear programming, beginning with what is: the target's value moves as far as `width` asks for while every published interval still holds and
 * all others stay between 0 and 100. `known` are values that do not move, because the attacker knows them.
 */
export function findRoom(view: View, target: Subject, width: number, known: readonly Subject[]): Room {
  const parts = partsOf(view, target, known)
  const own = view.atoms.find(({ members }) => members.some(({ id }) => id === target.id))?.cells ?? []
  const near = nearest(parts, own)
  const first = tryRoom(view, near, { own, target, width })
  return first.width >= width || near.length === parts.length ? first : tryRoom(view, parts, { own, target, width })
}

function partsOf({ atoms }: View, target: Subject, known: readonly Subject[]): Part[] {
  const fixed = new Set(known.map(ownerOf))
  return atoms.flatMap(({ cells, members }, atom) => {
    const others = members.filter((one) => !one.isKnown && one.id !== target.id && !fixed.has(ownerOf(one)))
    const down = others.reduce((sum, { value }) => sum + value, 0)
    return cells.length === 0 || others.length === 0
      ? []
      : [{ atom, rows: cells, up: top * others.length - down, down }]
  })
}

/** Those that share most rows with the target, and of them those that can take most. */
function nearest(parts: readonly Part[], own: readonly number[]): Part[] {
  const shared = ({ rows }: Part): number => rows.filter((row) => own.includes(row)).length
  return parts
    .toSorted(
      (one, other) => shared(other) - shared(one) || Math.min(other.up, other.down) - Math.min(one.up, one.down),
    )
    .slice(0, some)
}

interface Wish {
  own: readonly number[]
  target: Subject
  width: number
}

function tryRoom(view: View, parts: readonly Part[], wish: Wish): Room {
  const up = move(view, parts, wish, 1)
  if (up.by >= wish.width) return { width: up.by, moves: [up.moved] }
  const down = move(view, parts, wish, -1)
  return { width: up.by + down.by, moves: [up.moved, down.moved] }
}

/** As far in one direction as is asked, with as little change elsewhere as that takes. */
function move(view: View, parts: readonly Part[], { own, target, width }: Wish, sign: 1 | -1) {
  const most = Math.min(width, sign === 1 ? top - target.value : target.value)
  const constraints = new Map<string, Constraint>([['t', { max: most }]])
  const variables = new Map<string, Map<string, number>>()
  const rows = new Set(own)
  for (const part of parts) for (const row of part.rows) rows.add(row)
  for (const row of rows) {
    const { up = 0, down = 0 } = view.slack[row] ?? {}
    constraints.set(`r${row}`, { min: -down, max: up })
  }
  variables.set('t', new Map([['value', 1000], ['t', 1], ...own.map((row): [string, number] => [`r${row}`, sign])]))
  for (const { atom, rows: of, up, down } of parts) {
    for (const [name, by, most_] of [
      [`u${atom}`, 1, up],
      [`d${atom}`, -1, down],
    ] as const) {
      if (most_ <= 0) continue
      constraints.set(name, { max: most_ })
      variables.set(name, new Map([['value', -1], [name, 1], ...of.map((row): [string, number] => [`r${row}`, by])]))
    }
  }
  const solution = solve({ direction: 'maximize', objective: 'value', constraints, variables })
  // What the solver cannot say counts as if nothing could move.
  if (solution.status !== 'optimal') return { by: 0, moved: new Map<number, number>() }
  const values = new Map(solution.variables)
  const moved = parts.flatMap(({ atom }): [number, number][] => {
    const by = (values.get(`u${atom}`) ?? 0) - (values.get(`d${atom}`) ?? 0)
    return Math.abs(by) < 1e-9 ? [] : [[atom, by]]
  })
  return { by: values.get('t') ?? 0, moved: new Map(moved) }
}
