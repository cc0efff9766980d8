// Mapping collections as publishers write them, and as nobody should: single relations, or one German sentence with place and remedy.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefusal } from '#kernel/outcome.ts'
import type { ParsedMappingCollection } from './mapping.ts'
import { readMappingCollection } from './read-mapping-collection.ts'

const end = (id: string, key?: string, name = 'oscal_uuid') => ({
  type: 'control',
  'id-ref': id,
  ...(key !== undefined && { props: [{ name, ns: 'https://example.org/ns', value: key }] }),
})
const map = (from: string, relationship: string, to: string, more: object = {}) => ({
  uuid: '1d8cc717-b1d3-4aa4-8e52-11c9c5fd8639',
  relationship,
  sources: [end(from)],
  targets: [end(to, `key of ${to}`)],
  ...more,
})
const mapping = (...maps: unknown[]) => ({
  method: 'human',
  status: 'draft',
  'source-resource': { type: 'catalog', href: 'quelle.json' },
  'target-resource': { type: 'catalog', href: '#r1' },
  maps,
})
const document = (more: object = {}) => ({
  'mapping-collection': {
    uuid: '5215a857-09a4-4422-b0a4-429d6eca9129',
    metadata: { title: 'Zuordnung', version: '1', 'oscal-version': '1.2.1' },
    provenance: { status: 'complete', method: 'hybrid' },
    mappings: [mapping(map('CON.3.A2-UA.1', 'subset-of', 'DAT.1.1'))],
    'back-matter': { resources: [{ uuid: 'r1', title: 'Zielkatalog' }] },
    ...more,
  },
})

const read = (value: unknown) => readMappingCollection(value, 'a'.repeat(64))
function taken(value: unknown): ParsedMappingCollection {
  const outcome = read(value)
  if (isRefusal(outcome)) throw new Error(outcome.refused)
  return outcome
}
const ofMaps = (...maps: unknown[]) => taken(document({ mappings: [mapping(...maps)] }))
const relations = ({ maps }: ParsedMappingCollection) =>
  maps.map(({ source, relationship, target }) => `${source.id} ${relationship} ${target.id}`)

describe('what is read', () => {
  test('title, version, state and method, what both sides are called, and the relations in order', () => {
    expect(taken(document())).toEqual({
      title: 'Zuordnung',
      version: '1',
      oscalVersion: '1.2.1',
      status: 'complete',
      method: 'hybrid',
      sources: ['quelle.json'],
      targets: ['Zielkatalog'],
      sha256: 'a'.repeat(64),
      warnings: [],
      maps: [
        {
          position: 1,
          relationship: 'subset-of',
          source: { id: 'CON.3.A2-UA.1', key: null },
          target: { id: 'DAT.1.1', key: 'key of DAT.1.1' },
          isDefault: false,
          remarks: null,
        },
      ],
    })
  })

  test('a draft of 1.1 without provenance says its state at the mapping, a single mapping needs no list', () => {
    const draft = taken(
      document({
        metadata: { title: 'Z', version: '1', 'oscal-version': '1.1.3' },
        provenance: undefined,
        mappings: mapping(map('A.1', 'equal-to', 'B.1')),
      }),
    )
    expect([draft.status, draft.method, relations(draft)]).toEqual(['draft', 'human', ['A.1 equal-to B.1']])
  })

  test('several sources and targets of one map are as many relations', () => {
    const many = map('x', 'intersects-with', 'y', {
      sources: [end('A.1'), end('A.2')],
      targets: [end('B.1', 'b1'), end('B.2', 'b2'), end('B.3', 'b3')],
    })
    expect(ofMaps(many).maps).toHaveLength(6)
    expect(relations(ofMaps(many)).slice(2, 4)).toEqual(['A.1 intersects-with B.3', 'A.2 intersects-with B.1'])
  })

  test('the identity of a target stands at it under one of two names, or at a map with one target', () => {
    const atTheMap = { props: [{ name: 'oscal_uuid', value: 'from the map' }] }
    const keys = ofMaps(
      map('A', 'equal-to', 'B', { targets: [end('B', 'b', 'alt-identifier')] }),
      map('A', 'equal-to', 'C', { targets: [end('C')], ...atTheMap }),
      map('A', 'equal-to', 'D', { targets: [end('D'), end('E')], ...atTheMap }),
    )
    expect(keys.maps.map(({ target }) => target.key)).toEqual(['b', 'from the map', null, null])
    expect(keys.warnings).toEqual([
      'Ziele haben an 2 Stellen nur eine Nummer und keine dauerhafte Kennung. Ob sie in einem anderen Katalog noch dasselbe meinen, lässt sich dort nicht feststellen: „D“ und „E“.',
    ])
  })

  test('a relation that was filled in says so; remarks are kept', () => {
    const defaulted = { props: [{ name: 'relationship_defaulted', value: 'true' }], remarks: 'Bitte prüfen.' }
    expect(ofMaps(map('A', 'intersects-with', 'B', defaulted)).maps[0]).toMatchObject({
      isDefault: true,
      remarks: 'Bitte prüfen.',
    })
  })

  test('other words for relations, and words with a meaning of their own, are left out and counted', () => {
    const { maps, warnings } = ofMaps(
      map('A', 'equal-to', 'B'),
      map('A', 'no-relationship', 'C'),
      map('A', 'not-related', 'D'),
      map('A', 'equal', 'E'),
      map('A', 'equal-to', 'F', { ns: 'https://example.org/ns' }),
      map('A', 'equal-to', 'G', { ns: 'http://csrc.nist.gov/ns/oscal' }),
    )
    expect(maps.map(({ target, position }) => `${position} ${target.id}`)).toEqual(['1 B', '2 G'])
    expect(warnings).toEqual([
      'Beziehungen sind an 3 Stellen anders benannt als „equal-to“, „equivalent-to“, „subset-of“, „superset-of“ und „intersects-with“ und ausgelassen: „no-relationship“, „not-related“ und „equal“.',
      'Beziehungen haben an einer Stelle eine eigene Bedeutung ihres Herausgebers (ns) und sind ausgelassen: „equal-to (https://example.org/ns)“.',
    ])
  })

  test('a doubled relation counts once and is told; another relation between the same ends is kept', () => {
    const filled = { props: [{ name: 'relationship_defaulted', value: 'true' }] }
    const { maps, warnings } = ofMaps(
      map('A', 'equal-to', 'B', filled),
      map('A', 'subset-of', 'B'),
      map('A', 'equal-to', 'B'),
    )
    expect(maps.map(({ relationship, isDefault }) => [relationship, isDefault])).toEqual([
      ['equal-to', false],
      ['subset-of', false],
    ])
    expect(warnings).toEqual(['Gleiche Beziehungen stehen an einer Stelle noch einmal und zählen einmal: „A – B“.'])
  })
})

const broken: [string, unknown, RegExp][] = [
  ['nothing', null, /wird „mapping-collection“ als Objekt erwartet/],
  ['a list', [], /wird „mapping-collection“ als Objekt erwartet/],
  [
    'a catalog',
    { catalog: {} },
    /ist ein OSCAL-Katalog und keine Zuordnung\. Bitte lesen Sie sie unter „Kataloge“ ein/,
  ],
  ['a plan', { 'assessment-plan': {} }, /ist ein OSCAL-Prüfplan .* und keine Zuordnung/],
  [
    'no metadata',
    document({ metadata: undefined }),
    /In mapping-collection\.metadata fehlen die Angaben zur Zuordnung/,
  ],
  ['no title', document({ metadata: { version: '1', 'oscal-version': '1.2.0' } }), /fehlt der Titel der Zuordnung/],
  [
    'OSCAL 2',
    document({ metadata: { title: 'Z', version: '1', 'oscal-version': '2.0.0' } }),
    /angenommen werden 1\.1 und 1\.2\. Bitte laden Sie die Zuordnung/,
  ],
  ['no mappings', document({ mappings: undefined }), /In mapping-collection\.mappings fehlen die Zuordnungen/],
  [
    'mappings as a text',
    document({ mappings: 'alle' }),
    /In mapping-collection\.mappings steht ein Text statt einer Liste/,
  ],
  [
    'a map as a number',
    document({ mappings: [mapping(7)] }),
    /mappings\[0\]\.maps\[0\] steht eine Zahl statt eines Objekts/,
  ],
  [
    'a relation as an object',
    document({ mappings: [mapping(map('A', 'equal-to', 'B', { relationship: {} }))] }),
    /maps\[0\]\.relationship steht ein Objekt statt eines Textes/,
  ],
  [
    'no relation',
    document({ mappings: [mapping(map('A', 'equal-to', 'B', { relationship: undefined }))] }),
    /fehlt die Beziehung/,
  ],
  [
    'no source',
    document({ mappings: [mapping(map('A', 'equal-to', 'B', { sources: [] }))] }),
    /maps\[0\]\.sources fehlt die Quelle der Beziehung/,
  ],
  [
    'no target',
    document({ mappings: [mapping(map('A', 'equal-to', 'B', { targets: undefined }))] }),
    /maps\[0\]\.targets fehlt das Ziel der Beziehung/,
  ],
  [
    'an end without a number',
    document({ mappings: [mapping(map('A', 'equal-to', 'B', { targets: [{ type: 'control' }] }))] }),
    /targets\[0\]\.id-ref fehlt die Nummer der Anforderung/,
  ],
  [
    'a number of 300 characters',
    document({ mappings: [mapping(map('A'.repeat(300), 'equal-to', 'B'))] }),
    /ist der Text mit 300 Zeichen zu lang; erlaubt sind 255/,
  ],
  [
    'no relation at all',
    document({ mappings: [mapping(map('A', 'no-relationship', 'B'))] }),
    /steht keine Beziehung, die sich übernehmen lässt/,
  ],
  [
    'too many relations',
    document({
      mappings: [
        mapping(
          map('A', 'equal-to', 'B', {
            sources: Array.from({ length: 300 }, (_, at) => end(`A.${at}`)),
            targets: Array.from({ length: 300 }, (_, at) => end(`B.${at}`)),
          }),
        ),
      ],
    }),
    /beginnt die 50\.001\. Beziehung; erlaubt sind 50\.000\. Bitte teilen Sie die Zuordnung auf/,
  ],
]

describe('what is refused', () => {
  test.each(broken)('%s', (_name, value, expected) => {
    const outcome = read(value)
    expect(isRefusal(outcome) && outcome.refused).toMatch(expected)
    expect(isRefusal(outcome) && outcome.refused).toMatch(/^Die Zuordnung wurde nicht übernommen: .+\. Bitte .+\.$/s)
  })

  test('of a thousand broken maps the first twenty are named', () => {
    const outcome = read(document({ mappings: [mapping(...Array.from({ length: 1000 }, () => ({})))] }))
    expect(isRefusal(outcome) && outcome.errors).toHaveLength(20)
  })
})

const hostile = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom('__proto__', '<script>', '\u202e', 'equal-to', ' ', '../..', 'x'.repeat(101_000)),
)

test('whatever stands in the places of a collection, it is taken or refused by a German sentence', () => {
  const verdicts = new Set<string>()
  fc.assert(
    fc.property(
      fc.constantFrom(
        'metadata',
        'mappings',
        'provenance',
        'back-matter',
        'sources',
        'targets',
        'relationship',
        'props',
        'maps',
      ),
      hostile,
      (place, value) => {
        const inner = ['sources', 'targets', 'relationship', 'props'].includes(place)
        const outcome = read(
          inner
            ? document({
                mappings: [mapping(map('A', 'equal-to', 'B', { [place]: value }), map('A', 'equal-to', 'C'))],
              })
            : document(place === 'maps' ? { mappings: [{ ...mapping(), maps: value }] } : { [place]: value }),
        )
        verdicts.add(isRefusal(outcome) ? 'refused' : 'taken')
        if (isRefusal(outcome)) {
          expect(outcome.refused).toMatch(/^Die Zuordnung wurde nicht übernommen: /)
          expect(outcome.refused).not.toMatch(/\p{Cc}|\p{Cf}/u)
        } else expect(outcome.maps.length).toBeGreaterThan(0)
      },
    ),
    { numRuns: 500, seed: 20261123 },
  )
  expect(verdicts).toEqual(new Set(['taken', 'refused']))
})
