import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { needsSharedData, sharedData } from '../../../../../test/fixtures/shared-data.ts'
import { type OpenPoint, poam, type PoamInput } from './poam.ts'

/** A stand-in for the caller's UUIDs of version 5. */
function uuidFor(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const point: OpenPoint = {
  controlId: 'AKT.1.1',
  controlKey: 'a0000000-0000-4000-8000-000000000011',
  title: 'Schlüsselbuch',
  statement: 'Die Amtsstube SOLLTE ein Schlüsselbuch führen.',
  state: 'no',
  note: '  Beschafft,\r\n\r\naber nicht geführt.\n',
  effortMin: 1,
  effortMax: 2,
  mandatory: false,
  answeredAt: '2026-11-20T09:30:00Z',
}

const input: PoamInput = {
  uuidFor,
  documentId: '01935c10-0000-7000-8000-000000000001',
  organization: { id: '01935c10-0000-7000-8000-000000000002', name: 'Musterstadt' },
  assessment: { id: '01935c10-0000-7000-8000-000000000003', startedAt: '2026-11-01T08:00:00Z' },
  catalog: {
    id: '01935c10-0000-7000-8000-000000000004',
    title: 'Kleiner Katalog',
    version: '1.0',
    sha256: 'ab'.repeat(32),
  },
  lastModified: '2026-11-21T10:00:00.123Z',
  version: '3',
  items: [
    point,
    {
      ...point,
      controlId: 'AKT.0',
      state: 'unanswered',
      note: ' \n ',
      effortMin: 0,
      effortMax: 0,
      mandatory: true,
      answeredAt: null,
    },
    { ...point, controlId: 'TEL.1', effortMin: null, effortMax: null },
  ],
}

const plan = (of: PoamInput) => poam(of)['plan-of-action-and-milestones']

describe('the open points', () => {
  const items = plan(input)['poam-items']

  test('become one item each, in order, with what a machine needs', () => {
    expect(items.map(({ title }) => title)).toEqual([
      'AKT.1.1 Schlüsselbuch',
      'AKT.0 Schlüsselbuch',
      'TEL.1 Schlüsselbuch',
    ])
    expect(items.map(({ props }) => Object.fromEntries(props.map(({ name, value }) => [name, value])))).toEqual([
      {
        'control-id': 'AKT.1.1',
        'control-key': point.controlKey,
        state: 'no',
        effort: '1-2',
        mandatory: 'no',
        'answered-at': '2026-11-20T09:30:00Z',
      },
      { 'control-id': 'AKT.0', 'control-key': point.controlKey, state: 'unanswered', effort: '0', mandatory: 'yes' },
      {
        'control-id': 'TEL.1',
        'control-key': point.controlKey,
        state: 'no',
        mandatory: 'no',
        'answered-at': '2026-11-20T09:30:00Z',
      },
    ])
  })

  test('say in German what is open, with the note where there is one', () => {
    expect(items[0]?.description).toBe(
      'Die Anforderung ist nach Angabe der Kommune nicht erfüllt.\n\nDie Amtsstube SOLLTE ein Schlüsselbuch führen.',
    )
    expect(items[0]?.remarks).toBe('Beschafft,\n\naber nicht geführt.')
    expect(items[1]?.description).toContain('noch nicht beantwortet')
    expect(items[1]?.description).toContain('zwingend')
    expect(items[1]).not.toHaveProperty('remarks')
  })

  test('name the organization as origin where it has answered', () => {
    const [party] = plan(input).metadata.parties
    expect(items[0]?.origins).toEqual([{ actors: [{ type: 'party', 'actor-uuid': party?.uuid }] }])
    expect(items[1]).not.toHaveProperty('origins')
  })
})

test('the catalog is pinned by its hash', () => {
  const [resource] = plan(input)['back-matter'].resources
  expect(resource?.rlinks).toEqual([
    {
      href: `ni:///sha-256;${Buffer.alloc(32, 0xab).toString('base64url')}`,
      hashes: [{ algorithm: 'SHA-256', value: 'ab'.repeat(32) }],
    },
  ])
  expect(plan(input).metadata.links).toEqual([{ href: `#${resource?.uuid}`, rel: 'reference' }])
})

test('the same input gives the same document, and every uuid in it is another', () => {
  expect(poam(input)).toEqual(poam(input))
  const uuids = JSON.stringify(poam(input)).match(/"uuid":"[^"]+"/g) ?? []
  expect(new Set(uuids).size).toBe(uuids.length)
  expect(uuids.length).toBe(6)
})

test('nothing open is one item that says so', () => {
  expect(plan({ ...input, items: [] })['poam-items']).toEqual([
    expect.objectContaining({
      title: 'Keine offenen Punkte',
      props: [expect.objectContaining({ value: 'nothing-open' })],
    }),
  ])
})

const schemaFile = sharedData('oscal', 'schemas', '1.1.3', 'oscal_poam_schema.json')

describe.skipIf(!schemaFile)(`the schema of NIST (${needsSharedData('oscal/schemas/1.1.3')})`, () => {
  const ajv = new Ajv({ strict: false, unicodeRegExp: true, allErrors: true })
  formats.default(ajv)
  const validate = schemaFile ? ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8'))) : () => false
  const errors = (document: unknown): unknown => (validate(document) ? [] : 'errors' in validate && validate.errors)

  test('finds our own ids invalid, which is why uuidFor exists', () => {
    expect(errors(poam({ ...input, uuidFor: () => input.documentId }))).not.toEqual([])
  })

  test('takes the document, also with nothing open', () => {
    expect(errors(poam(input))).toEqual([])
    expect(errors(poam({ ...input, items: [] }))).toEqual([])
  })

  test('takes any texts', () => {
    const nasty = fc.constantFrom(
      '',
      ' ',
      '\n',
      '\u00a0',
      '\ufeff',
      '\u2028',
      '\u0085',
      '\u0000',
      '\ud800',
      'a\nb',
      ' a ',
      '\u200b',
      '.',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      nasty,
      fc.array(nasty, { maxLength: 4 }).map((parts) => parts.join('')),
    )
    const level = fc.option(fc.integer({ min: 0, max: 5 }))
    const item: fc.Arbitrary<OpenPoint> = fc.record({
      controlId: text,
      controlKey: text,
      title: text,
      statement: text,
      state: fc.constantFrom('no', 'unanswered'),
      note: text,
      effortMin: level,
      effortMax: level,
      mandatory: fc.boolean(),
      answeredAt: fc.option(fc.constant('2026-11-20T09:30:00Z')),
    })
    const words = fc.record({ name: text, title: text, version: text, documentId: text })
    fc.assert(
      fc.property(fc.array(item, { maxLength: 3 }), words, (items, { name, title, version, documentId }) => {
        const document = poam({
          ...input,
          items,
          version,
          documentId,
          organization: { id: name, name },
          catalog: { ...input.catalog, id: name, title, version },
        })
        expect(errors(JSON.parse(JSON.stringify(document)))).toEqual([])
      }),
      { numRuns: 300, seed: 4 },
    )
  })
})
