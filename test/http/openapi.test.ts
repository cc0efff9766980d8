// The description of the API: complete, valid, and the one that lies in docs/.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { operations } from '#app/modules.ts'
import { openApiDocument } from '#app/openapi.ts'

const file = join(import.meta.dirname, '../../docs/openapi.json')
const generated = `${JSON.stringify(openApiDocument(), null, 2)}\n`

interface Media {
  schema: unknown
  example?: unknown
}

interface Described {
  operationId: string
  summary: string
  description: string
  tags: string[]
  requestBody?: { content: Record<string, Media> }
  responses: Record<string, { description: string; content?: Record<string, Media> }>
}

interface Description {
  openapi: string
  paths: Record<string, Record<string, Described>>
  components: { schemas: Record<string, unknown>; securitySchemes: Record<string, unknown> }
}

const description = JSON.parse(generated) as Description
const described = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
)

test('docs/openapi.json is what the code says (UPDATE=1 writes it anew)', () => {
  if (process.env['UPDATE'] === '1') writeFileSync(file, generated)
  expect(readFileSync(file, 'utf8')).toBe(generated)
})

test('it is OpenAPI 3.1 and describes every operation there is', () => {
  expect(description.openapi).toMatch(/^3\.1\./)
  expect(described.map(({ operation }) => operation.operationId).toSorted()).toEqual(
    operations.map(({ id }) => id).toSorted(),
  )
  expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length)
  expect(operations.length).toBeGreaterThan(15)
})

test('every reference in it leads somewhere', () => {
  const references = [...generated.matchAll(/"\$ref": "([^"]+)"/g)].map(([, reference = '']) => reference)
  expect(references.length).toBeGreaterThan(20)
  for (const reference of references) {
    const name = /^#\/components\/schemas\/(\w+)$/.exec(reference)?.[1] ?? reference
    expect(Object.keys(description.components.schemas)).toContain(name)
  }
})

/** What comes back as a file has no example. */
const bytes = 'application/octet-stream'

describe.each(described)('$name', ({ operation }) => {
  test('says what it does, who may, and what can come back', () => {
    expect(operation.summary).toMatch(/^[A-Z].{5,}/)
    expect(operation.description).toMatch(/^Who may: .{5,}\.$/)
    expect(operation.tags).toHaveLength(1)
    const statuses = Object.keys(operation.responses)
    expect(statuses).toContain('401')
    expect(statuses.some((status) => status.startsWith('2'))).toBe(true)
    for (const [status, reply] of Object.entries(operation.responses)) {
      expect(reply.description).not.toBe('')
      const types = status.startsWith('2') ? ['application/json', bytes] : ['application/problem+json']
      const given = Object.keys(reply.content ?? {})
      expect([status, given.length, types]).toEqual([status, 1, expect.arrayContaining(given)])
    }
  })

  test('has an example of what comes back and, where there is a body, of what goes in', () => {
    const success = Object.entries(operation.responses).find(([status]) => status.startsWith('2'))?.[1]
    expect(success?.content?.[bytes] ?? success?.content?.['application/json']).toHaveProperty(
      success?.content?.[bytes] ? 'schema' : 'example',
    )
    const body = operation.requestBody?.content['application/json']
    expect(body === undefined || 'example' in body).toBe(true)
  })
})

describe('examples', () => {
  test.each(operations)('of $id hold against the schemas that check real input and output', (operation) => {
    const { reply, body, bodyExample } = operation
    // Compared with what comes out: a field that the schema does not know would be gone.
    expect(reply.schema?.parse(reply.example)).toEqual(reply.example)
    expect(body?.parse(bodyExample)).toEqual(bodyExample)
  })

  const ajv = new Ajv2020({ strict: false, allErrors: true })
  formats.default(ajv)
  ajv.addSchema({ $id: 'lotsenwerk', components: description.components })
  const validates = ({ schema, example }: Media): unknown => {
    const local = JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"lotsenwerk#/components')) as object
    const validate = ajv.compile(local)
    return validate(example) ? null : validate.errors
  }

  test('hold against the schemas of the document too, as a foreign client would check them', () => {
    let checked = 0
    for (const { name, operation } of described)
      for (const { content = {} } of [operation.requestBody ?? {}, ...Object.values(operation.responses)])
        for (const media of Object.values(content)) {
          if (media.example === undefined) continue
          expect([name, validates(media)]).toEqual([name, null])
          checked += 1
        }
    expect(checked).toBeGreaterThan(operations.length)
    expect(validates({ schema: { $ref: '#/components/schemas/Answer' }, example: { answer: 'maybe' } })).not.toBeNull()
  })
})
