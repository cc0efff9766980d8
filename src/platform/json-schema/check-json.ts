import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import formats from 'ajv-formats'
import type { FieldError } from '#kernel/outcome.ts'
import { packageRoot } from '#platform/config.ts'
import { inGerman } from './in-german.ts'

/** A document with one member: its name, and the definition of the schema file that says what stands in it. */
export interface SchemaEntry {
  /** Below `schemas/`. */
  file: string
  member: string
  definition: string
}

/** More are noise: whoever mends these mends most of the others with them. */
const shown = 20

const compiled = new Map<string, ValidateFunction>()

/**
 * What in a document is not as its schema (draft-07) wants it, as German sentences with their places, at most twenty; nothing when all is
 * well. `onlyFirst` stops at the first one: for large files of others, whose thousands of errors would take the memory.
 */
export function checkJson(entry: SchemaEntry, document: unknown, onlyFirst = false): FieldError[] {
  const validate = validatorOf(entry, onlyFirst)
  return validate(document) ? [] : placesOf(validate.errors ?? []).slice(0, shown)
}

/** The first use in a thread compiles the definition, which takes some 150 ms for one of OSCAL. */
function validatorOf({ file, member, definition }: SchemaEntry, onlyFirst: boolean): ValidateFunction {
  const key = [file, member, definition, String(onlyFirst)].join(' ')
  const known = compiled.get(key)
  if (known) return known
  const ajv = new Ajv({
    strict: false,
    allErrors: !onlyFirst,
    validateSchema: false,
    meta: false,
    code: { optimize: false },
  })
  formats.default(ajv)
  const schema = JSON.parse(readFileSync(join(packageRoot, 'schemas', file), 'utf8')) as {
    definitions: Record<string, { $id?: string }>
  }
  // NIST writes the place of each definition as its `$id`, which would make it another document.
  for (const part of Object.values(schema.definitions)) delete part.$id
  ajv.addSchema({ definitions: schema.definitions }, 'whole')
  const validate = ajv.compile({
    type: 'object',
    properties: { $schema: { type: 'string' }, [member]: { $ref: `whole#/definitions/${definition}` } },
    required: [member],
    additionalProperties: false,
  })
  compiled.set(key, validate)
  return validate
}

/** One error for each place; that none of several forms fits is said only where nothing more exact is known below it. */
function placesOf(errors: readonly ErrorObject[]): FieldError[] {
  const places = new Map<string, FieldError>()
  const exact = errors.filter(({ keyword }) => keyword !== 'anyOf' && keyword !== 'oneOf' && keyword !== 'if')
  const vague = errors.filter((error) => !exact.includes(error))
  const covered = exact.map(({ instancePath }) => instancePath)
  for (const error of [
    ...exact,
    ...vague.filter(({ instancePath }) => !covered.some((path) => path.startsWith(instancePath))),
  ]) {
    const found = { path: pathOf(error), message: inGerman(error) }
    if (!places.has(found.path)) places.set(found.path, found)
    if (places.size > shown) break
  }
  return [...places.values()]
}

/** `catalog.groups[2].title`: for what is missing or too much, the place of it. */
function pathOf({ instancePath, params }: ErrorObject): string {
  const given: Record<string, unknown> = params
  const inner = given['missingProperty'] ?? given['additionalProperty']
  const steps = instancePath
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  return [...steps, ...(typeof inner === 'string' ? [inner] : [])]
    .map((step, at) => (/^\d+$/.test(step) ? `[${step}]` : `${at === 0 ? '' : '.'}${step.slice(0, 100)}`))
    .join('')
}
