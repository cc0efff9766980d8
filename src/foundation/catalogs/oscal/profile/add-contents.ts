import type { JsonObject } from '../document/fields.ts'
import { type Draft, listOf, textOf } from './json-tree.ts'

/** Where an addition goes: into `inside`, or beside the item `at` of one of its lists. */
interface Target {
  inside: Draft
  beside: { list: 'params' | 'parts'; at: number } | null
}

const lists = ['params', 'props', 'links', 'parts'] as const

/** Adds what `addition` brings at its place; false when the control has no part or parameter of the id it names. */
export function addTo(control: Draft, addition: JsonObject): boolean {
  const wanted = textOf(addition, 'by-id')
  const position = textOf(addition, 'position') ?? 'ending'
  const target = targetOf(control, wanted, position === 'before' || position === 'after')
  if (!target) return false
  const title = textOf(addition, 'title')
  if (title !== null) target.inside['title'] = title
  for (const list of lists) {
    const added = structuredClone(listOf(addition, list))
    if (added.length > 0) insert(target, list, added, position)
  }
  return true
}

function insert({ inside, beside }: Target, list: (typeof lists)[number], added: JsonObject[], position: string): void {
  const own = listOf(inside, list)
  const first = position === 'starting' || position === 'before'
  const at = beside?.list === list ? beside.at + (first ? 0 : 1) : first ? 0 : own.length
  inside[list] = [...own.slice(0, at), ...added, ...own.slice(at)]
}

/** Without an id, or by that of the control, the control itself; beside it means in it. */
function targetOf(control: Draft, id: string | null, beside: boolean): Target | undefined {
  if (id === null || id === textOf(control, 'id')) return { inside: control, beside: null }
  return find(control, id, beside)
}

function find(around: Draft, id: string, beside: boolean): Target | undefined {
  for (const list of ['params', 'parts'] as const)
    for (const [at, item] of listOf(around, list).entries()) {
      if (textOf(item, 'id') === id)
        return beside ? { inside: around, beside: { list, at } } : { inside: item, beside: null }
      const deeper = list === 'parts' ? find(item, id, beside) : undefined
      if (deeper) return deeper
    }
  return undefined
}
