import { z } from 'zod'
import type { Operation } from '#platform/http/operation.ts'

/** One field of a request, as it is given on the command line: `--organization-id` for `organizationId`. */
export interface Flag {
  flag: string
  field: string
  where: 'query' | 'body'
  kind: 'text' | 'number' | 'boolean' | 'texts' | 'json'
  required: boolean
  /** An empty value means: take it away. */
  nullable: boolean
  /** What is possible, where only certain words are. */
  values: string[]
}

interface Schema {
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  $ref?: string
  $defs?: Record<string, Schema>
}

/** Fields that have the name of a switch of every command. */
const renamed: Readonly<Record<string, string>> = { url: 'link' }

export const flagName = (field: string): string =>
  renamed[field] ?? field.replaceAll(/([A-Z])/g, (letter) => `-${letter.toLowerCase()}`)

/** Passwords and codes are asked for or read from the standard input: arguments are seen by everybody on the machine. */
export const isSecret = (field: string): boolean => /password$|^code$|secret$/i.test(field)

export const flagsOf = ({ query, body, rawJson, parts }: Operation): Flag[] => [
  ...(query ? fieldsOf(query, 'query') : []),
  ...(body && !rawJson ? fieldsOf(body, 'body') : []),
  ...(parts ? fieldsOf(parts, 'body') : []),
]

/** Names of the parts of the path, in their order. */
export const placesOf = ({ path }: Operation): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)

/** The file that an operation takes: an upload, or a JSON document as it lies on the disk. */
export const takesFile = ({ upload, rawJson }: Operation): boolean => upload !== undefined || rawJson === true

/** With fields of its own it may also come without a file: evidence is a file or a link. */
export const needsFile = (operation: Operation): boolean =>
  takesFile(operation) && (operation.body === undefined || operation.rawJson === true)

function fieldsOf(schema: z.ZodType, where: Flag['where']): Flag[] {
  const shape = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }) as Schema
  const needed = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema
  const definitions = shape.$defs ?? {}
  const parts = alternatives(shape, definitions)
  const requiredIn = alternatives(needed, needed.$defs ?? {}).map(({ required = [] }) => required)
  const found = new Map<string, Schema[]>()
  for (const { properties = {} } of parts)
    for (const [field, property] of Object.entries(properties))
      found.set(field, [...(found.get(field) ?? []), resolve(property, definitions)])
  return [...found].map(([field, schemas]) => ({
    flag: flagName(field),
    field,
    where,
    required: requiredIn.length > 0 && requiredIn.every((names) => names.includes(field)),
    ...describe(schemas, definitions),
  }))
}

function resolve(schema: Schema, definitions: Record<string, Schema>): Schema {
  const name = /^#\/\$defs\/(.+)$/.exec(schema.$ref ?? '')?.[1]
  return (name === undefined ? undefined : definitions[name]) ?? schema
}

/** The objects that a schema may be: one, or each of a union. */
const alternatives = (schema: Schema, definitions: Record<string, Schema>): Schema[] => {
  const resolved = resolve(schema, definitions)
  const more = resolved.anyOf ?? resolved.oneOf ?? resolved.allOf
  return more ? more.flatMap((one) => alternatives(one, definitions)) : [resolved]
}

function describe(schemas: Schema[], definitions: Record<string, Schema>): Pick<Flag, 'kind' | 'nullable' | 'values'> {
  const all = schemas.flatMap((schema) => alternatives(schema, definitions))
  const types = new Set(all.flatMap(({ type = [] }) => type))
  const nullable = types.delete('null')
  const words = all.flatMap((one) => (one.const === undefined ? (one.enum ?? []) : [one.const]))
  return { kind: kindOf(types, all, definitions), nullable, values: words.map(String) }
}

function kindOf(types: Set<string>, all: Schema[], definitions: Record<string, Schema>): Flag['kind'] {
  const [type, ...more] = types
  if (more.length > 0 && !(types.size === 2 && types.has('integer') && types.has('number'))) return 'json'
  switch (type) {
    case 'integer':
    case 'number':
      return 'number'
    case 'boolean':
      return 'boolean'
    case 'array': {
      const items = all.find((one) => one.items)?.items
      return items && resolve(items, definitions).type === 'string' ? 'texts' : 'json'
    }
    case 'object':
      return 'json'
    default:
      return 'text'
  }
}
