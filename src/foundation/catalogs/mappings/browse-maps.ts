import { sortKey } from '#kernel/sort-key.ts'
import type { MapEnd, ParsedMap, Relationship } from './mapping.ts'
import { type Known, type ResolvedTarget, targetResolver, type TargetState } from './resolve-targets.ts'

/** A relation of an imported collection; against a catalog, what became of its target there. */
export interface ShownMap extends ParsedMap {
  requirementId: string
  resolved: ResolvedTarget | null
}

export interface MapFilter {
  relationship?: Relationship | undefined
  /** Words that the numbers, the title of the control or the remarks contain, all of them. */
  q?: string | undefined
  state?: TargetState | undefined
}

export function filterMaps(
  maps: readonly (ParsedMap & { requirementId: string })[],
  known: Known | null,
  { relationship, q = '', state }: MapFilter,
): ShownMap[] {
  const resolve = known && targetResolver(known)
  const words = q.split(/\s+/).map(sortKey).filter(Boolean)
  return maps
    .filter((map) => relationship === undefined || map.relationship === relationship)
    .map((map) => ({ ...map, resolved: resolve ? resolve(map.target) : null }))
    .filter(({ resolved }) => state === undefined || resolved?.state === state)
    .filter((map) => words.length === 0 || contains(map, words))
}

function contains({ source, target, remarks, resolved }: ShownMap, words: readonly string[]): boolean {
  const text = sortKey([source.id, target.id, resolved?.control?.id, resolved?.control?.title, remarks].join(' '))
  return words.every((word) => text.includes(word))
}

export interface ComparedTarget extends ResolvedTarget {
  target: MapEnd
  /** How many relations lead to it. */
  maps: number
}

/** The targets of a collection in a catalog: `existing` and `missing` count numbers, `states` requirements. */
export interface ComparedTargets {
  named: number
  existing: number
  missing: number
  states: Record<TargetState, number>
  /** Those that are not simply there, by number. */
  items: ComparedTarget[]
}

export function compareTargets(maps: readonly { target: MapEnd }[], known: Known): ComparedTargets {
  const resolve = targetResolver(known)
  const all = [...Map.groupBy(maps, ({ target }) => JSON.stringify([target.id, target.key])).values()].flatMap((same) =>
    same[0] ? [{ target: same[0].target, maps: same.length, ...resolve(same[0].target) }] : [],
  )
  const count = (state: TargetState): number => all.filter((one) => one.state === state).length
  const existing = all.filter(({ atNumber }) => atNumber !== null).length
  return {
    named: all.length,
    existing,
    missing: all.length - existing,
    states: {
      same: count('same'),
      renumbered: count('renumbered'),
      otherRequirement: count('otherRequirement'),
      missing: count('missing'),
      unverified: count('unverified'),
    },
    items: all.filter(({ state }) => state !== 'same').toSorted((a, b) => byNumber(a.target.id, b.target.id)),
  }
}

/** "GC.6.1.10" after "GC.6.1.9". */
const byNumber = new Intl.Collator('de', { numeric: true }).compare
