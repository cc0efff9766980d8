// Every feature of profiles on small sources, and what is wrong with a profile in German sentences.
import { describe, expect, test } from 'vitest'
import { isRefusal } from '#kernel/outcome.ts'
import { checkJson } from '#platform/json-schema/check-json.ts'
import {
  all,
  asIs,
  controlIn,
  first,
  one,
  only,
  outline,
  profileOf,
  refusalOf,
  resolved,
  second,
  source,
  structureOf,
  two,
} from '../../../../../test/fixtures/profile-sources.ts'
import type { JsonObject } from '../document/fields.ts'
import { schemaEntry } from '../schema-entries.ts'
import { listOf, textOf } from './json-tree.ts'
import { matcherOf } from './glob.ts'
import { readProfile } from './read-profile.ts'
import { resolveProfile } from './resolve-profile.ts'

describe('import', () => {
  const cases: [string, object, string][] = [
    ['everything', all, 'A[a1(a1.1(a1.1.1) a1.2) a2] B[b1]'],
    ['everything, when nothing is said', { href: `#${one}` }, 'A[a1(a1.1(a1.1.1) a1.2) a2] B[b1]'],
    ['by ids, without their children', only('a1', 'b1'), 'A[a1] B[b1]'],
    [
      'by ids, with their children',
      { href: `#${one}`, 'include-controls': [{ 'with-ids': ['a1'], 'with-child-controls': 'yes' }] },
      'A[a1(a1.1(a1.1.1) a1.2)]',
    ],
    ['a child without its parent, in the place of the parent', only('a1.1.1', 'a2'), 'A[a1.1.1 a2]'],
    ['a grandchild moves up to the nearest one that is there', only('a1', 'a1.1.1'), 'A[a1(a1.1.1)]'],
    [
      'by pattern',
      { href: `#${one}`, 'include-controls': [{ matching: [{ pattern: 'a1.?' }, { pattern: 'b*' }] }] },
      'A[a1.1 a1.2] B[b1]',
    ],
    [
      'all but some',
      { href: `#${one}`, 'exclude-controls': [{ 'with-ids': ['a1.1'], 'with-child-controls': 'yes' }] },
      'A[a1(a1.2) a2] B[b1]',
    ],
    [
      'what is both is excluded',
      {
        href: `#${one}`,
        'include-controls': [{ 'with-ids': ['a1', 'a2'] }],
        'exclude-controls': [{ matching: [{ pattern: '*1' }] }],
      },
      'A[a2]',
    ],
  ]
  test.each(cases)('%s', (_name, selection, expected) => {
    expect(structureOf({ imports: [selection], ...asIs })).toBe(expected)
  })

  test('ids and patterns that lead nowhere are a warning', () => {
    const selection = [{ 'with-ids': ['a2', 'fehlt'], matching: [{ pattern: 'z*' }] }]
    expect(resolved({ imports: [{ href: `#${one}`, 'include-controls': selection }] }).warnings).toEqual([
      'Das Profil nennt an 2 Stellen Anforderungen oder Muster, zu denen es in seinen Quellen nichts gibt: „fehlt“ und „z*“.',
    ])
  })

  test('a pattern is matched in time that does not explode', () => {
    expect(matcherOf('*a*a*a*a*a*a*a*a*a*a*b')('a'.repeat(5000))).toBe(false)
    expect([matcherOf('**')(''), matcherOf('a?c')('abc'), matcherOf('?')('💡'), matcherOf('a')('ab')]).toEqual([
      true,
      true,
      true,
      false,
    ])
  })
})

describe('merge', () => {
  const both = [only('a1', 'a2'), { href: `#${two}`, 'include-all': {} }]

  test('without a rule there are no groups; what stands in a control stays in it', () => {
    for (const merge of [undefined, { flat: {} }, { combine: { method: 'keep' } }, { 'as-is': false }])
      expect(structureOf({ imports: [all], ...(merge && { merge }) })).toBe('a1(a1.1(a1.1.1) a1.2) a2 b1')
  })

  test('as it is, groups of one id become one, in the order of the imports', () => {
    expect(structureOf({ imports: both, merge: { 'as-is': true, combine: { method: 'use-first' } } })).toBe(
      'A[a1 a2 a10]',
    )
  })

  test('the first of two counts, or both are merged: each content once', () => {
    const useFirst = controlIn({ imports: both, merge: { combine: { method: 'use-first' } } }, 'a1')
    expect([useFirst['title'], listOf(useFirst, 'props')]).toMatchObject(['Erste', { length: 3 }])
    const merged = controlIn({ imports: both, merge: { combine: { method: 'merge' } } }, 'a1')
    expect(merged['title']).toBe('Erste')
    expect(listOf(merged, 'props').map((prop) => textOf(prop, 'value'))).toEqual(['alt', 'fremd', '1', 'neu'])
  })

  test('two different ones without a rule are refused by id, the same one twice is taken once', () => {
    expect(refusalOf({ imports: both, ...asIs })).toBe(
      'Das Profil wurde nicht übernommen: Zwei Importe bringen verschiedene Anforderungen unter derselben ID: „a1“. Bitte schließen Sie sie in einem der Importe aus, oder legen Sie im Profil unter „merge“ mit „combine“ fest, welche gilt.',
    )
    const { warnings, document } = resolved({ imports: [only('a2'), only('a2', 'b1')], ...asIs })
    expect(outline(document.catalog)).toBe('A[a2] B[b1]')
    expect(warnings).toEqual([
      'Gleiche Anforderungen kommen an einer Stelle aus mehreren Importen und stehen einmal im Katalog: „a2“.',
    ])
  })

  test('in groups of its own, in its order, each control once', () => {
    const custom = {
      'insert-controls': [{ 'include-controls': [{ 'with-ids': ['b1'] }] }],
      groups: [
        {
          id: 'eigene',
          title: 'Eigene',
          'insert-controls': [
            { order: 'descending', 'include-controls': [{ matching: [{ pattern: 'a?' }, { pattern: 'a10' }] }] },
          ],
          groups: [
            { title: 'Kinder', 'insert-controls': [{ 'include-controls': [{ 'with-ids': ['a1.1', 'a1'] }] }] },
            { title: 'Leer' },
          ],
        },
      ],
    }
    const imports = [all, { href: `#${two}`, 'include-controls': [{ 'with-ids': ['a10'] }] }]
    const { document, warnings } = resolved({ imports, merge: { custom } })
    expect(outline(document.catalog)).toBe('b1 eigene[a10 a2 a1 Kinder[a1.1]]')
    expect(warnings).toEqual([
      'Anforderungen ordnet das Profil an einer Stelle mehrfach ein; sie stehen dort, wo sie zuerst genannt sind: „a1“.',
      'Ausgewählte Anforderungen ordnet das Profil an 2 Stellen in keine Gruppe ein; sie fehlen: „a1.1.1“ und „a1.2“.',
    ])
  })

  test('all of them in one group, children inside their parents', () => {
    const custom = { groups: [{ id: 'alle', title: 'Alle', 'insert-controls': [{ 'include-all': {} }] }] }
    expect(structureOf({ imports: [all], merge: { custom } })).toBe('alle[a1(a1.1(a1.1.1) a1.2) a2 b1]')
  })
})

test('the result has its own id, says from which profile it comes, and keeps the resources that are referred to', () => {
  const { catalog } = resolved({ imports: [all], ...asIs }).document
  expect(catalog['uuid']).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(catalog['metadata']).toMatchObject({
    title: 'Auswahl',
    props: [{ name: 'resolution-tool', value: 'Lotsenwerk' }],
    links: [{ href: 'urn:uuid:33333333-3333-4333-8333-333333333333', rel: 'source-profile', text: 'Auswahl' }],
  })
  expect(listOf(catalog['back-matter'] as JsonObject, 'resources').map((resource) => resource['title'])).toEqual([
    'benutzt',
    'behalten',
  ])
  const { 'back-matter': _, ...rest } = catalog
  const faults = checkJson(schemaEntry('catalog', '1.1.3'), { catalog: rest })
  expect(faults).toEqual([])
})

test('sources are left as they are', () => {
  const before = JSON.stringify([first, second])
  resolved({
    imports: [all],
    modify: {
      'set-parameters': [{ 'param-id': 'a1-p', values: ['1'] }],
      alters: [{ 'control-id': 'a1', removes: [{ 'by-item-name': 'part' }] }],
    },
  })
  expect(JSON.stringify([first, second])).toBe(before)
})

describe('refused in German', () => {
  const cases: [string, object, RegExp][] = [
    [
      'itself',
      { imports: [{ href: '#33333333-3333-4333-8333-333333333333' }] },
      /Es importiert sich selbst\. Bitte nennen/,
    ],
    [
      'a path',
      { imports: [{ href: '../katalog.json' }] },
      /verweist auf „\.\.\/katalog\.json“\. Pfade und Adressen werden nicht geöffnet/,
    ],
    ['an address', { imports: [{ href: 'https://x.example/a.json' }] }, /Pfade und Adressen werden nicht geöffnet/],
    ['an unknown resource', { imports: [{ href: '#fehlt' }] }, /diese Ressource steht nicht unter „back-matter“/],
    ['no import', { imports: [] }, /Es importiert keinen Katalog/],
    ['nothing selected', { imports: [only('fehlt')] }, /Es wählt keine einzige Anforderung aus/],
    [
      'two orders',
      { imports: [all], merge: { 'as-is': true, flat: {} } },
      /ordnet die Anforderungen auf zwei Arten zugleich/,
    ],
    [
      'an empty structure',
      { imports: [all], merge: { custom: { groups: [{ title: 'x' }] } } },
      /eigene Gliederung enthält keine/,
    ],
    ['201 imports', { imports: Array.from({ length: 201 }, () => all) }, /mehr als 200 Importe/],
    [
      'too much work',
      {
        imports: [
          {
            href: `#${one}`,
            'include-controls': [{ matching: Array.from({ length: 9000 }, () => ({ pattern: 'x'.repeat(900) })) }],
          },
        ],
      },
      /verlangt mehr Arbeit, als ein Profil machen darf/,
    ],
  ]
  test.each(cases)('%s', (_name, rest, expected) => {
    expect(refusalOf(rest)).toMatch(/^Das Profil wurde nicht übernommen: .* Bitte .*\.$/)
    expect(refusalOf(rest)).toMatch(expected)
  })

  test('a source that was itself made from the profile', () => {
    const profile = readProfile(profileOf({ imports: [all] }))
    const { catalog } = resolved({ imports: [all] }).document
    if (!profile || isRefusal(profile)) throw new Error('no profile')
    const again = resolveProfile(profile, new Map([[one, source(catalog)]]), 'probe')
    expect(isRefusal(again) && again.refused).toMatch(/wurde selbst aus diesem Profil gemacht/)
    // Over another profile in between the circle is seen as well.
    const other = { ...profile, uuid: '44444444-4444-4444-8444-444444444444' }
    const between = resolveProfile(other, new Map([[one, source(catalog)]]), 'probe')
    if (isRefusal(between)) throw new Error(between.refused)
    const circle = resolveProfile(profile, new Map([[one, source(between.document.catalog)]]), 'probe')
    expect(isRefusal(circle) && circle.refused).toMatch(/wurde selbst aus diesem Profil gemacht/)
  })
})
