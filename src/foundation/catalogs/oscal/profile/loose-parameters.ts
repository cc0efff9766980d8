import type { JsonObject } from '../document/fields.ts'
import { copyWithout, type Draft, listOf, setList, textOf, textsIn } from './json-tree.ts'
import { parametersIn } from './set-parameters.ts'

const insert = /\{\{\s*insert:\s*param\s*,\s*([^\s{}]+)\s*\}\}/g

/**
 * Parameters that stand in no control of the result: those of catalogs and groups, and those of controls that were not selected. The first
 * of an id counts. They are put into the catalog before `modify`, so that they can be set, and those nobody inserts are taken out again after it.
 */
export function addLooseParameters(catalog: Draft, sources: readonly JsonObject[]): void {
  const there = parametersIn(catalog)
  const loose = new Map<string, Draft>()
  const visit = (json: JsonObject): void => {
    for (const param of listOf(json, 'params')) {
      const id = textOf(param, 'id') ?? ''
      if (!there.has(id) && !loose.has(id)) loose.set(id, copyWithout(param))
    }
    for (const inner of [...listOf(json, 'controls'), ...listOf(json, 'groups')]) visit(inner)
  }
  sources.forEach(visit)
  setList(catalog, 'params', [...listOf(catalog, 'params'), ...loose.values()])
}

const insertedIn = (value: unknown): string[] =>
  [...textsIn(value)].flatMap((text) => [...text.matchAll(insert)].map(([, id = '']) => id))

/** Takes parameters of the catalog and its groups out that no text of the result inserts, directly or through another parameter. */
export function dropUnusedParameters(catalog: Draft): void {
  const holders = holdersIn(catalog)
  const loose = new Map(
    holders.flatMap((holder) => listOf(holder, 'params').map((param) => [textOf(param, 'id') ?? '', param])),
  )
  const used = new Set<string>()
  const open = holders.flatMap(({ params: _, groups: __, ...rest }) => insertedIn(rest))
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (used.has(id)) continue
    used.add(id)
    open.push(...insertedIn(loose.get(id)))
  }
  for (const holder of holders)
    setList(
      holder,
      'params',
      listOf(holder, 'params').filter((param) => used.has(textOf(param, 'id') ?? '')),
    )
}

/** The catalog and its groups. */
const holdersIn = (json: Draft): Draft[] => [json, ...listOf(json, 'groups').flatMap((group) => holdersIn(group))]
