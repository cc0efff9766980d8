import type { JsonObject } from '../document/fields.ts'
import { limits } from '../limits.ts'
import type { Effort } from './budget.ts'
import { matcherOf } from './glob.ts'
import { listOf, objectOf, textOf, textsOf } from './json-tree.ts'

export interface SourceGroup {
  /** Its id, else its place: what makes it the same group in another import of the same catalog. */
  key: string
  json: JsonObject
  parent: SourceGroup | null
}

export interface SourceControl {
  id: string
  json: JsonObject
  parent: SourceControl | null
  group: SourceGroup | null
}

/** The controls of a catalog in its order; a group's own come before its subgroups, as the reader has it. */
export function controlsOf(catalog: JsonObject): SourceControl[] {
  const found: SourceControl[] = []
  const enter = (json: JsonObject, group: SourceGroup | null): void => {
    for (const control of listOf(json, 'controls')) visit(control, group, null)
    for (const [at, inner] of listOf(json, 'groups').entries())
      enter(inner, { key: textOf(inner, 'id') ?? `${group?.key ?? ''}/${at}`, json: inner, parent: group })
  }
  const visit = (json: JsonObject, group: SourceGroup | null, parent: SourceControl | null): void => {
    const control = { id: textOf(json, 'id') ?? '', json, parent, group }
    if (found.length < limits.controls) found.push(control)
    for (const inner of listOf(json, 'controls')) visit(inner, group, control)
  }
  enter(catalog, null)
  return found
}

/** Something with ids and children in it, in order. */
interface Candidate {
  id: string
  parent: Candidate | null
}

/**
 * Which controls `include-all`, `include-controls` and `exclude-controls` choose, as an import and a custom group write them. Nothing
 * included means all; what is excluded is excluded however it was included. Ids and patterns that nobody has become warnings.
 */
export function chosenIds(selector: JsonObject, candidates: readonly Candidate[], effort: Effort): Set<string> {
  if (!effort.budget.spend(candidates.length)) return new Set()
  const includes = listOf(selector, 'include-controls')
  const all = objectOf(selector, 'include-all') !== undefined || includes.length === 0
  const chosen = all ? new Set(candidates.map(({ id }) => id)) : named(includes, candidates, effort)
  for (const id of named(listOf(selector, 'exclude-controls'), candidates, effort)) chosen.delete(id)
  return chosen
}

function named(
  selections: readonly JsonObject[],
  candidates: readonly Candidate[],
  { warnings, budget }: Effort,
): Set<string> {
  const known = new Set(candidates.map(({ id }) => id))
  const chosen = new Set<string>()
  for (const selection of selections) {
    const own = new Set<string>()
    for (const id of textsOf(selection, 'with-ids')) {
      if (known.has(id)) own.add(id)
      else warnings.add('unknownControl', id)
    }
    for (const pattern of listOf(selection, 'matching').map((one) => textOf(one, 'pattern') ?? '')) {
      if (!budget.spend(candidates.length * (1 + pattern.length))) return chosen
      const matches = matcherOf(pattern)
      const found = candidates.filter(({ id }) => matches(id))
      if (found.length === 0) warnings.add('unknownControl', pattern)
      for (const { id } of found) own.add(id)
    }
    if (textOf(selection, 'with-child-controls') === 'yes') addDescendants(own, candidates)
    for (const id of own) chosen.add(id)
  }
  return chosen
}

/** Parents come before their children in the list, so one pass reaches every depth. */
function addDescendants(chosen: Set<string>, candidates: readonly Candidate[]): void {
  for (const { id, parent } of candidates) if (parent && chosen.has(parent.id)) chosen.add(id)
}
