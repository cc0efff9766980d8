import { isObject, type JsonObject } from '../document/fields.ts'

// A profile is applied to JSON that was read before as a catalog: what is not there, or is something else, says nothing.

export const listOf = (from: JsonObject | undefined, name: string): JsonObject[] => {
  const value = from?.[name]
  return Array.isArray(value) ? value.filter(isObject) : []
}

export const objectOf = (from: JsonObject | undefined, name: string): JsonObject | undefined => {
  const value = from?.[name]
  return isObject(value) ? value : undefined
}

export const textOf = (from: JsonObject | undefined, name: string): string | null => {
  const value = from?.[name]
  return typeof value === 'string' ? value : null
}

export const textsOf = (from: JsonObject | undefined, name: string): string[] => {
  const value = from?.[name]
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

/** JSON that is being made. */
export type Draft = Record<string, unknown>

/** OSCAL has no empty lists. */
export function setList(draft: Draft, name: string, items: readonly unknown[]): void {
  if (items.length > 0) draft[name] = items
  else delete draft[name]
}

/** A copy that may be changed, without these members. */
export function copyWithout(json: JsonObject, ...names: string[]): Draft {
  const copy: Draft = structuredClone(
    Object.fromEntries(Object.entries(json).filter(([name]) => !names.includes(name))),
  )
  return copy
}

/** Every text in a value, however deep. */
export function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (Array.isArray(value)) for (const item of value) yield* textsIn(item)
  else if (isObject(value)) for (const item of Object.values(value)) yield* textsIn(item)
}
