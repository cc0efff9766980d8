import type { JsonObject } from '../document/fields.ts'
import { isObject } from '../document/fields.ts'
import { type Draft, listOf, objectOf, textOf } from './json-tree.ts'

const isKept = (resource: JsonObject): boolean =>
  listOf(resource, 'props').some((prop) => textOf(prop, 'name') === 'keep' && textOf(prop, 'value') === 'always')

/** The resources that something in the result refers to, or that ask to be kept; of two with one id the last, the profile's own coming last. */
export function gatherBackMatter(catalog: Draft, sources: readonly JsonObject[]): void {
  const referred = new Set(hrefsIn(catalog).map((href) => href.slice(1).toLowerCase()))
  const found = new Map<string, JsonObject>()
  for (const resource of sources.flatMap((source) => listOf(objectOf(source, 'back-matter'), 'resources'))) {
    const uuid = textOf(resource, 'uuid')?.toLowerCase() ?? ''
    const before = found.get(uuid)
    if (before && isKept(before) && !isKept(resource)) continue
    if (isKept(resource) || referred.has(uuid)) found.set(uuid, resource)
  }
  if (found.size > 0) catalog['back-matter'] = { resources: [...found.values()] }
}

function hrefsIn(value: unknown, found: string[] = []): string[] {
  if (Array.isArray(value)) for (const item of value) hrefsIn(item, found)
  else if (isObject(value))
    for (const [name, item] of Object.entries(value)) {
      if (name === 'href' && typeof item === 'string' && item.startsWith('#')) found.push(item)
      else hrefsIn(item, found)
    }
  else if (typeof value === 'string' && value.includes('](#'))
    for (const [, id = ''] of value.matchAll(/\]\((#[^)\s]+)\)/g)) found.push(id)
  return found
}
