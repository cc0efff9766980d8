import { type Atom, atomsOf, ownerOf, type Subject } from './cells.ts'
import { findRoom, type Room } from './room.ts'

/** Something that was published: the mean of these lies between. Both ends included. */
export interface Row {
  members: readonly Subject[]
  low: number
  high: number
}

/** Somebody whose value could be told too closely, and by whom; null: by anybody. */
export interface Narrowed {
  target: Subject
  attacker: string | null
}

const top = 100

/** What is published, and how far the sum of each row may move from what it is. */
export interface View {
  atoms: readonly Atom[]
  /** By the place of the row, as in the atoms. */
  slack: readonly { up: number; down: number }[]
}

export function viewOf(subjects: readonly Subject[], rows: readonly Row[]): View {
  const slack = rows.map(({ members, low, high }) => {
    const sum = members.reduce((total, { value }) => total + value, 0)
    return { up: Math.max(0, high * members.length - sum), down: Math.max(0, sum - low * members.length) }
  })
  return { atoms: atomsOf(subjects, rows), slack }
}

/** How far the value of one may be from what it is while nobody else's changes: no knowledge of others takes that away. */
function canMoveAlone({ cells }: Atom, { slack }: View, { value }: Subject, width: number): boolean {
  const up = Math.min(top - value, ...cells.map((row) => slack[row]?.up ?? 0))
  const down = Math.min(value, ...cells.map((row) => slack[row]?.down ?? 0))
  return up + down >= width
}

/** Two of the same cells whose values can trade so much that neither is narrowed, whatever else is known. */
const canTrade = (one: Subject, other: Subject, width: number): boolean =>
  top - Math.abs(one.value + other.value - top) >= width

/** Whether the target can trade with two others of its atom: one of them may be the attacker. */
function isSheltered({ members }: Atom, target: Subject, width: number): boolean {
  let partner: string | undefined
  for (const other of members) {
    if (other.isKnown || ownerOf(other) === ownerOf(target) || !canTrade(target, other, width)) continue
    if (partner !== undefined && partner !== ownerOf(other)) return true
    partner = ownerOf(other)
  }
  return false
}

/** Of those with one value the least and the greatest of each atom: what the others of it can tell lies between. Those with several, each. */
function attackersAmong(atoms: readonly Atom[]): Map<string, Subject[]> {
  const byOwner = Map.groupBy(
    atoms.flatMap(({ members }) => members.filter(({ isKnown }) => !isKnown)),
    ownerOf,
  )
  const chosen = new Set([...byOwner].filter(([, own]) => own.length > 1).map(([owner]) => owner))
  for (const { members } of atoms) {
    const single = members.filter((one) => !one.isKnown && byOwner.get(ownerOf(one))?.length === 1)
    // Three of each end: the target itself and the one before it do not count.
    const inOrder = single.toSorted((one, other) => one.value - other.value)
    for (const one of [...inOrder.slice(0, 2), ...inOrder.slice(-2)]) chosen.add(ownerOf(one))
  }
  return new Map([...byOwner].filter(([owner]) => chosen.has(owner)))
}

/** Whether what moved could have moved as well without these values, which somebody knows. */
function holdsFor({ moves }: Room, view: View, target: Subject, own: readonly Subject[]): boolean {
  return own.every((known) => {
    const at = view.atoms.findIndex(({ members }) => members.some(({ id }) => id === known.id))
    const all = moves.map((moved) => moved.get(at) ?? 0)
    const others = (view.atoms[at]?.members ?? []).filter(
      (one) => !one.isKnown && one.id !== target.id && ownerOf(one) !== ownerOf(known),
    )
    const up = others.reduce((sum, { value }) => sum + top - value, 0)
    const down = others.reduce((sum, { value }) => sum + value, 0)
    return all.every((by) => by <= up + 1e-6 && -by <= down + 1e-6)
  })
}

/** Somebody who can tell the target's value to less than `width`; undefined when nobody can. */
function whoNarrows(view: View, target: Subject, width: number, attackers: ReadonlyMap<string, Subject[]>) {
  const room = findRoom(view, target, width, [])
  if (room.width < width) return { target, attacker: null }
  for (const [owner, own] of attackers) {
    if (owner === ownerOf(target) || holdsFor(room, view, target, own)) continue
    if (findRoom(view, target, width, own).width < width) return { target, attacker: owner }
  }
  return undefined
}

/**
 * Somebody whose value any participant can tell to less than `width`; undefined when nobody's can be. `safe` gathers the ids of those of whom that was
 * shown: with fewer rows they stay safe. Whom `skip` names is told already, whatever is published now.
 */
export function findNarrowed(
  subjects: readonly Subject[],
  rows: readonly Row[],
  width: number,
  { safe = new Set<string>(), skip = new Set<string>() }: { safe?: Set<string>; skip?: ReadonlySet<string> } = {},
): Narrowed | undefined {
  const view = viewOf(subjects, rows)
  let attackers: Map<string, Subject[]> | undefined
  for (const atom of view.atoms.filter(({ cells }) => cells.length > 0))
    for (const target of atom.members) {
      if (target.isKnown || safe.has(target.id) || skip.has(target.id)) continue
      const isSafe = canMoveAlone(atom, view, target, width) || isSheltered(atom, target, width)
      if (!isSafe) {
        attackers ??= attackersAmong(view.atoms)
        const narrowed = whoNarrows(view, target, width, attackers)
        if (narrowed) return narrowed
      }
      safe.add(target.id)
    }
  return undefined
}
