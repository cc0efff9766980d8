import type { JsonObject } from '../document/fields.ts'
import { addTo } from './add-contents.ts'
import type { Budget, Effort } from './budget.ts'
import { type Draft, listOf, setList, textOf } from './json-tree.ts'

/** Applies `alters` in their order: first what a control loses, then what it gains. */
export function alterControls(catalog: Draft, alters: readonly JsonObject[], around: Effort): void {
  const controls = controlsById(catalog)
  for (const alter of alters) {
    const id = textOf(alter, 'control-id') ?? ''
    const control = controls.get(id)
    if (!control) {
      around.warnings.add('unknownAlter', id)
      continue
    }
    for (const removal of listOf(alter, 'removes'))
      if (!remove(control, removal, around.budget)) around.warnings.add('nothingRemoved', id)
    for (const addition of listOf(alter, 'adds')) {
      if (!around.budget.spend(sizeOf(control))) return
      if (!addTo(control, addition)) around.warnings.add('unknownPlace', `${id}: ${textOf(addition, 'by-id') ?? ''}`)
    }
  }
}

function controlsById(catalog: Draft): Map<string, Draft> {
  const found = new Map<string, Draft>()
  const visit = (json: Draft): void => {
    for (const control of listOf(json, 'controls')) {
      found.set(textOf(control, 'id') ?? '', control)
      visit(control)
    }
    for (const group of listOf(json, 'groups')) visit(group)
  }
  visit(catalog)
  return found
}

/** How many parts a control has, its own only. */
const sizeOf = (json: JsonObject): number => 1 + listOf(json, 'parts').reduce((sum, part) => sum + sizeOf(part), 0)

/** The lists whose items can be removed, by the name that `by-item-name` has for an item. Nested controls are their own. */
const items = { params: 'param', props: 'prop', links: 'link', parts: 'part' } as const

const oscalNamespace = 'http://csrc.nist.gov/ns/oscal'

/** All criteria that are given must fit; without any nothing does. */
function isMeant(item: JsonObject, kind: string, removal: JsonObject): boolean {
  const wanted: [string, string | null][] = [
    ['by-name', textOf(item, 'name')],
    ['by-class', textOf(item, 'class')],
    ['by-id', textOf(item, 'id')],
    ['by-item-name', kind],
    ['by-ns', textOf(item, 'ns') ?? oscalNamespace],
  ]
  const given = wanted.filter(([name]) => textOf(removal, name) !== null)
  return given.length > 0 && given.every(([name, value]) => textOf(removal, name) === value)
}

/** Whether anything was removed. */
function remove(json: Draft, removal: JsonObject, budget: Budget): boolean {
  let removed = false
  for (const [list, kind] of Object.entries(items)) {
    const own = listOf(json, list)
    if (own.length === 0 || !budget.spend(own.length)) continue
    const kept = own.filter((item) => !isMeant(item, kind, removal))
    removed ||= kept.length < own.length
    setList(json, list, kept)
    for (const item of kept) removed = remove(item, removal, budget) || removed
  }
  return removed
}
