import { type MapEnd, type Relationship, strongestFirst } from './mapping.ts'
import { type Known, type KnownControl, targetResolver, type TargetState } from './resolve-targets.ts'

/** One relation of an imported collection. */
export interface MapRow {
  collectionId: string
  position: number
  relationship: Relationship
  source: MapEnd
  /** Of a sub-requirement the requirement it belongs to; else the source itself. */
  requirementId: string
  target: MapEnd
  isDefault: boolean
}

/** What a control is called by whoever maps: the requirements it asks for, and itself. */
export interface SourceNames {
  controlId: string
  /** Its identity across versions, null where its catalog has none. */
  key: string | null
  /** Ids of requirements, such as "CON.3.A2", in its order. */
  requirements: readonly string[]
}

export interface Step {
  collectionId: string
  requirementId: string
  sourceId: string
  targetId: string
  relationship: Relationship
  isDefault: boolean
}

/** One way from a control to what it reaches: `requirementId`, `sourceId` and `collectionId` are those of its first step. */
export interface Path extends Omit<Step, 'targetId'> {
  /** The weakest that holds from the first step to the last. */
  relationship: Relationship
  /** Whether any of its steps is a default that nobody chose. */
  isDefault: boolean
  steps: readonly Step[]
}

export interface ReachedEnd {
  target: MapEnd
  paths: readonly Path[]
}

/** Ways to one end that are kept: hostile collections could have millions. */
export const mostPaths = 60
/** Ends one control may reach. */
const mostEnds = 2000

/** Two relations one after the other say no more than this. */
export function weaker(first: Relationship, second: Relationship): Relationship {
  if (first === second || second === 'equal-to') return first
  if (first === 'equal-to' || first === 'equivalent-to') return second
  // A part of what covers something else may have nothing of it.
  return second === 'equivalent-to' ? first : 'intersects-with'
}

const strongest = (a: Path, b: Path): number =>
  strongestFirst.indexOf(a.relationship) - strongestFirst.indexOf(b.relationship) ||
  Number(a.isDefault) - Number(b.isDefault)

/**
 * What each control reaches over the maps, over at most `mostHops` of them one after the other. An end that was reached by fewer hops is
 * not entered again, so circles end. In the order of the sources; ends as they are found, maps in their order.
 */
export function reach(
  sources: readonly SourceNames[],
  maps: readonly MapRow[],
  { mostHops = 3 }: { mostHops?: number } = {},
): Map<string, ReachedEnd[]> {
  const next = follower(maps)
  return new Map(sources.map((source) => [source.controlId, reachFrom(source, next, mostHops)]))
}

/** The maps that begin at an end: by identity where both name one, else by the number, or as the requirement of a sub-requirement. */
function follower(maps: readonly MapRow[]): (end: MapEnd) => MapRow[] {
  const byKey = Map.groupBy(maps, ({ source }) => source.key)
  const byId = new Map<string, MapRow[]>()
  for (const map of maps)
    for (const id of new Set([map.source.id, map.requirementId])) {
      const same = byId.get(id)
      if (same) same.push(map)
      else byId.set(id, [map])
    }
  return ({ id, key }) => {
    const named = key === null ? [] : (byKey.get(key) ?? [])
    const numbered = (byId.get(id) ?? []).filter(({ source }) => source.key === null || key === null)
    return [...named, ...numbered]
  }
}

const nameOf = ({ id, key }: MapEnd): string => key ?? id

function reachFrom(source: SourceNames, next: (end: MapEnd) => MapRow[], mostHops: number): ReachedEnd[] {
  const own: MapEnd[] = [
    ...source.requirements.map((id) => ({ id, key: null })),
    // Without an identity its number says nothing about a source that has one.
    ...(source.requirements.includes(source.controlId)
      ? []
      : [{ id: source.controlId, key: source.key ?? source.controlId }]),
  ]
  const visited = new Set([...own.map(nameOf), source.controlId])
  const found: ReachedEnd[] = []
  let ends: { target: MapEnd; paths: readonly (Path | null)[] }[] = own.map((target) => ({ target, paths: [null] }))
  for (let hop = 0; hop < mostHops && ends.length > 0 && found.length < mostEnds; hop++) {
    const reached = new Map<string, { target: MapEnd; paths: Path[] }>()
    for (const { target, paths } of ends)
      for (const map of next(target)) {
        const name = nameOf(map.target)
        if (visited.has(name)) continue
        const entry = reached.get(name) ?? { target: map.target, paths: [] }
        reached.set(name, entry)
        const more = paths.slice(0, mostPaths - entry.paths.length)
        entry.paths.push(...more.map((path) => extend(path, map)))
      }
    ends = [...reached.values()].slice(0, mostEnds - found.length)
    for (const { target, paths } of reached.values()) {
      visited.add(nameOf(target))
      if (found.length < mostEnds) found.push({ target, paths: distinct(paths) })
    }
  }
  return found
}

function extend(
  path: Path | null,
  { collectionId, requirementId, source, target, relationship, isDefault }: MapRow,
): Path {
  const step = { collectionId, requirementId, sourceId: source.id, targetId: target.id, relationship, isDefault }
  if (!path) return { collectionId, requirementId, sourceId: source.id, relationship, isDefault, steps: [step] }
  return {
    ...path,
    relationship: weaker(path.relationship, relationship),
    isDefault: path.isDefault || isDefault,
    steps: [...path.steps, step],
  }
}

/** The same way once, though two names of a control may lead into it; the surest first. */
const distinct = (paths: readonly Path[]): Path[] => [
  ...new Map(paths.toSorted(strongest).map((path) => [JSON.stringify(path), path])).values(),
]

/** A control of the target catalog that a control of the source reaches. */
export interface Reached {
  controlId: string
  title: string
  /** The strongest of all ways. */
  relationship: Relationship
  isDefault: boolean
  /** All ways, the surest first. */
  via: readonly Path[]
  state: TargetState
}

/** The ends of each source as controls of a catalog, in its order: by identity, never by a number that names another requirement now. */
export function resolveReached(
  reached: ReadonlyMap<string, readonly ReachedEnd[]>,
  known: Known,
): Map<string, Reached[]> {
  const resolve = targetResolver(known)
  const order = new Map(known.controls.map(({ id }, at) => [id, at]))
  return new Map(
    [...reached].map(([controlId, ends]) => {
      const found = new Map<string, { control: KnownControl; state: TargetState; via: Path[] }>()
      for (const { target, paths } of ends) {
        const { control, state } = resolve(target)
        if (!control) continue
        const entry = found.get(control.id)
        if (entry) entry.via.push(...paths)
        else found.set(control.id, { control, state, via: [...paths] })
      }
      const items = [...found.values()].flatMap(({ control, state, via }) => {
        const ways = via.toSorted(strongest)
        const [best] = ways
        if (!best) return []
        const { relationship, isDefault } = best
        return [{ controlId: control.id, title: control.title, relationship, isDefault, via: ways, state }]
      })
      return [controlId, items.toSorted((a, b) => (order.get(a.controlId) ?? 0) - (order.get(b.controlId) ?? 0))]
    }),
  )
}

export interface Coverage {
  /** The outermost groups of the source in its order, those that reach nothing too. */
  groups: readonly { key: string; title: string; questions: number; reached: number }[]
  questions: number
  /** Those that reach a control that is there, under whatever number. */
  reached: number
  /** Those of them with a control that is said to be equal or equivalent. */
  reachedEqual: number
  /** Different controls that are reached, after numbers were looked up by identity. */
  controls: number
  /** Different numbers that the mappings name and that the target catalog has, whatever they name there now. */
  controlsByNumber: number
}

export function coverageOf(
  groups: readonly { key: string; title: string; controlIds: readonly string[] }[],
  reached: ReadonlyMap<string, readonly ReachedEnd[]>,
  known: Known,
): Coverage {
  const resolved = resolveReached(reached, known)
  const has = (id: string): boolean => (resolved.get(id) ?? []).length > 0
  const ids = new Set(known.controls.map(({ id }) => id))
  const all = groups.flatMap(({ controlIds }) => controlIds)
  const named = all.flatMap((id) => (reached.get(id) ?? []).map(({ target }) => target.id))
  return {
    groups: groups.map(({ key, title, controlIds }) => ({
      key,
      title,
      questions: controlIds.length,
      reached: controlIds.filter(has).length,
    })),
    questions: all.length,
    reached: all.filter(has).length,
    reachedEqual: all.filter((id) => (resolved.get(id) ?? []).some(isEqual)).length,
    controls: new Set(all.flatMap((id) => (resolved.get(id) ?? []).map(({ controlId }) => controlId))).size,
    controlsByNumber: new Set(named.filter((id) => ids.has(id))).size,
  }
}

const isEqual = ({ relationship }: Reached): boolean => relationship === 'equal-to' || relationship === 'equivalent-to'
