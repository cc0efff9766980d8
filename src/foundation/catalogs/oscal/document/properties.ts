import { lotsenwerkNamespace } from '../catalog.ts'
import { lineIn, type Located, objectsIn } from './fields.ts'
import { limits } from '../limits.ts'
import type { Place } from './place.ts'
import type { Problems } from './problems.ts'

export interface Property {
  name: string
  value: string
  /** Namespaces of the publisher change between editions, so only our own one decides anything. */
  own: boolean
  remarks: string | null
  at: Place
}

/** The `props` of an object; one without a name or value says nothing and is left out. */
export function propertiesOf(from: Located, problems: Problems): Property[] {
  return objectsIn(from, 'props', problems).flatMap((prop) => {
    const name = lineIn(prop, 'name', problems, limits.idLength)
    const value = lineIn(prop, 'value', problems)
    const own = lineIn(prop, 'ns', problems) === lotsenwerkNamespace
    const remarks = lineIn(prop, 'remarks', problems)
    return name === null || value === null ? [] : [{ name, value, own, remarks, at: prop.at }]
  })
}

/** All different values of a property, in order. */
export const valuesOf = (properties: readonly Property[], name: string): string[] =>
  Array.from(new Set(properties.filter((property) => property.name === name).map(({ value }) => value)))

export const valueOf = (properties: readonly Property[], name: string): string | null =>
  properties.find((property) => property.name === name)?.value ?? null
