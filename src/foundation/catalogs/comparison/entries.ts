import type { Change, ComparedControl, Comparison, Pair } from './compare-versions.ts'
import { isRenumbered, isToConfirm } from './compare-versions.ts'

/** What became of a control; a renumbered one may have changed besides. */
export type State = 'toConfirm' | 'renumbered' | 'guidance' | 'lost' | 'new' | 'same'

export const states: readonly State[] = ['toConfirm', 'renumbered', 'guidance', 'lost', 'new', 'same']

/** One control of either version, with what became of it. */
export interface Entry {
  before: ComparedControl | null
  after: ComparedControl | null
  changes: readonly Change[]
  states: readonly State[]
  /** Key of its outermost group in the new version, of a lost one in the old version. */
  topKey: string
  /** Its publisher gave it another identity; number and title say that it is the same. */
  byTitle: boolean
  /** Another control that has the old number now. */
  numberNow: ComparedControl | null
  /** Another control that had the new number before, and where it went. */
  numberBefore: { control: ComparedControl; after: ComparedControl | null } | null
}

/** In the order of the new version, the lost ones after it in the order of the old. */
export function entriesOf({ pairs, lost, new: added, byKeys }: Comparison): Entry[] {
  const pairOf = new Map(pairs.map((pair) => [pair.after, pair]))
  const after = [...pairOf.keys(), ...added].toSorted((one, other) => one.position - other.position)
  const nowAt = new Map(after.map((control) => [control.id, control]))
  const wentTo = new Map<ComparedControl, ComparedControl | null>([
    ...pairs.map((pair) => [pair.before, pair.after] as const),
    ...lost.map((control) => [control, null] as const),
  ])
  const beforeAt = new Map([...wentTo.keys()].map((control) => [control.id, control]))
  const entry = (old: ComparedControl | null, fresh: ComparedControl | null, pair?: Pair): Entry => {
    const [now, then] = [old && nowAt.get(old.id), fresh && beforeAt.get(fresh.id)]
    return {
      before: old,
      after: fresh,
      changes: pair?.changes ?? [],
      states: statesOf(old, fresh, pair),
      topKey: (fresh ?? old)?.topKey ?? '',
      byTitle: byKeys && pair?.by === 'idAndTitle',
      numberNow: now && now !== fresh ? now : null,
      numberBefore: then && then !== old ? { control: then, after: wentTo.get(then) ?? null } : null,
    }
  }
  return [
    ...after.map((control) => {
      const pair = pairOf.get(control)
      return entry(pair?.before ?? null, control, pair)
    }),
    ...lost.map((control) => entry(control, null)),
  ]
}

function statesOf(old: ComparedControl | null, fresh: ComparedControl | null, pair: Pair | undefined): State[] {
  if (!old) return ['new']
  if (!fresh || !pair) return ['lost']
  const found: State[] = isToConfirm(pair) ? ['toConfirm'] : pair.changes.length > 0 ? ['guidance'] : []
  if (isRenumbered(pair)) found.push('renumbered')
  return found.length === 0 ? ['same'] : found
}

export type Counts = Record<State, number>

export function countsOf(entries: readonly Entry[]): Counts {
  const counts: Counts = { toConfirm: 0, renumbered: 0, guidance: 0, lost: 0, new: 0, same: 0 }
  for (const entry of entries) for (const state of entry.states) counts[state] += 1
  return counts
}

export interface GroupTitle {
  key: string
  title: string
}

/** An outermost group with what became of its controls. */
export interface ComparedGroup extends GroupTitle {
  /** What the old version calls it, where that is something else. */
  before: string | null
  counts: Counts
  /** Of the new version. */
  controls: number
}

/** The groups of the new version in its order, then those that only the old one has. */
export function groupsOf(
  entries: readonly Entry[],
  before: readonly GroupTitle[],
  after: readonly GroupTitle[],
): ComparedGroup[] {
  const fresh = new Set(after.map(({ key }) => key))
  const titles = new Map(before.map(({ key, title }) => [key, title]))
  const byKey = Map.groupBy(entries, ({ topKey }) => topKey)
  return [...after, ...before.filter(({ key }) => !fresh.has(key))].flatMap(({ key, title }) => {
    const own = byKey.get(key) ?? []
    const old = titles.get(key)
    return own.length === 0
      ? []
      : [
          {
            key,
            title,
            before: old === undefined || old === title ? null : old,
            counts: countsOf(own),
            controls: own.filter((entry) => entry.after !== null).length,
          },
        ]
  })
}

/** What is shown: one state, or with `different` all but what stayed as it was; one group, or all. */
export interface Selection {
  state: State | 'different'
  group?: string | undefined
}

export const inGroup = (entries: readonly Entry[], group: string | undefined): readonly Entry[] =>
  group === undefined ? entries : entries.filter(({ topKey }) => topKey === group)

export const inState = (entries: readonly Entry[], wanted: Selection['state']): readonly Entry[] =>
  entries.filter(({ states: found }) => (wanted === 'different' ? !found.includes('same') : found.includes(wanted)))
