import type { JsonObject } from '../document/fields.ts'
import type { Effort } from './budget.ts'
import { type Draft, listOf, textOf } from './json-tree.ts'

/** Every parameter of a catalog, wherever it is declared, by its id. */
export function parametersIn(catalog: Draft): Map<string, Draft[]> {
  const found = new Map<string, Draft[]>()
  const visit = (json: Draft): void => {
    for (const param of listOf(json, 'params')) {
      const id = textOf(param, 'id') ?? ''
      const same = found.get(id)
      if (same) same.push(param)
      else found.set(id, [param])
    }
    for (const inner of [...listOf(json, 'controls'), ...listOf(json, 'groups')]) visit(inner)
  }
  visit(catalog)
  return found
}

const replaced = ['class', 'depends-on', 'label', 'usage']
const appended = ['props', 'links', 'constraints', 'guidelines']

/** Applies `set-parameters` in their order: label and value take the place of what is there, remarks and constraints are added. */
export function setParameters(catalog: Draft, settings: readonly JsonObject[], { warnings, budget }: Effort): void {
  const parameters = parametersIn(catalog)
  for (const setting of settings) {
    const id = textOf(setting, 'param-id') ?? ''
    const targets = parameters.get(id) ?? []
    if (targets.length === 0) warnings.add('unknownParameter', id)
    for (const target of targets) if (budget.spend(sizeOf(target))) setOne(target, setting)
  }
}

const sizeOf = (target: Draft): number => appended.reduce((sum, name) => sum + listOf(target, name).length, 10)

function setOne(target: Draft, setting: JsonObject): void {
  for (const name of replaced) if (setting[name] !== undefined) target[name] = setting[name]
  for (const name of appended) {
    const more = listOf(setting, name)
    if (more.length > 0) target[name] = [...listOf(target, name), ...more]
  }
  if (setting['values'] === undefined && setting['select'] === undefined) return
  delete target['values']
  delete target['select']
  if (setting['values'] !== undefined) target['values'] = setting['values']
  if (setting['select'] !== undefined) target['select'] = setting['select']
}
