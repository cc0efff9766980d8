import { isDeepStrictEqual } from 'node:util'
import { isObject } from '../document/fields.ts'
import { limits } from '../limits.ts'
import type { Warnings } from '../document/warnings.ts'
import { copyWithout, type Draft, textOf } from './json-tree.ts'
import type { SourceControl } from './select-controls.ts'

/** A control of the result, not yet in its place. `json` is its own copy without nested controls. */
export interface Picked {
  id: string
  json: Draft
  from: SourceControl
  /** The nearest control around it, in its source, that is in the result too. */
  parent: Picked | null
  children: Picked[]
}

export type CombineMethod = 'keep' | 'use-first' | 'merge'

export interface Combined {
  picked: Picked[]
  /** Ids of different controls that two imports bring under one id, where the profile does not say which counts. */
  clashes: string[]
  tooMany: boolean
}

/** One control per id, by the rule of the profile. Without a rule (`keep`) only what is the same twice becomes one. */
export function combineControls(
  selections: readonly SourceControl[][],
  method: CombineMethod,
  warnings: Warnings,
): Combined {
  const byId = new Map<string, Picked>()
  const clashes: string[] = []
  for (const control of selections.flat()) {
    const first = byId.get(control.id)
    if (!first) {
      if (byId.size >= limits.controls) return { picked: [], clashes, tooMany: true }
      const json = copyWithout(control.json, 'controls')
      byId.set(control.id, { id: control.id, json, from: control, parent: null, children: [] })
    } else if (method === 'merge') first.json = merged(first.json, copyWithout(control.json, 'controls'))
    else if (method === 'keep') {
      if (isDeepStrictEqual(first.json, copyWithout(control.json, 'controls'))) warnings.add('pickedTwice', control.id)
      else clashes.push(control.id)
    }
  }
  for (const one of byId.values()) {
    for (let around = one.from.parent; around && !one.parent; around = around.parent)
      one.parent = byId.get(around.id) ?? null
    one.parent?.children.push(one)
  }
  return { picked: [...byId.values()], clashes, tooMany: false }
}

/** All contents of both, each different one once; of two with one id the members are merged in turn, the first text counts. */
function merged(first: Draft, second: Draft): Draft {
  const result: Draft = { ...first }
  for (const [name, value] of Object.entries(second)) {
    const own = result[name]
    if (own === undefined) result[name] = value
    else if (Array.isArray(own) && Array.isArray(value)) result[name] = mergedLists(own, value)
    else if (isObject(own) && isObject(value)) result[name] = merged({ ...own }, { ...value })
  }
  return result
}

function mergedLists(first: readonly unknown[], second: readonly unknown[]): unknown[] {
  const result = [...first]
  const places = new Map(result.map((item, at) => [isObject(item) ? textOf(item, 'id') : null, at]))
  const seen = new Set(result.map((item) => JSON.stringify(item)))
  for (const item of second) {
    const id = isObject(item) ? textOf(item, 'id') : null
    const at = id === null ? undefined : places.get(id)
    const there = at === undefined ? undefined : result[at]
    if (at !== undefined && isObject(there) && isObject(item)) result[at] = merged({ ...there }, { ...item })
    else if (!seen.has(JSON.stringify(item))) result.push(item)
  }
  return result
}
