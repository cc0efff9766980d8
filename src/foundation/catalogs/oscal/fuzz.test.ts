import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { isRefusal } from '#kernel/outcome.ts'

import { scanJson } from './json/scan-json.ts'
import { limits } from './limits.ts'
import { readCatalog } from './read-catalog.ts'

const fixtures = join(import.meta.dirname, '../../../../test/fixtures/oscal')
const original = readFileSync(join(fixtures, 'small-catalog-1.1.3.json'))

/** A small seeded generator (mulberry32): the same mutations in every run. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) % below
  }
}

const sentence = /^(Der Katalog wurde nicht übernommen|Die Datei wurde nicht gelesen): .+\. Bitte .+\.$/u

/** 'taken', or 'refused' by a German sentence without anything unprintable; else what is wrong. It hangs after a second. */
function verdict(bytes: Uint8Array): string {
  const start = performance.now()
  const outcome = readCatalog(bytes)
  if (performance.now() - start > 1000) return 'hung'
  if (!isRefusal(outcome)) return outcome.controls.length > 0 && outcome.groups.length > 0 ? 'taken' : 'empty'
  const { refused } = outcome
  const clear = sentence.test(refused) && !/\p{Cc}|\p{Cs}/u.test(refused) && refused.length < 700
  return clear ? 'refused' : `unclear: ${refused}`
}

const allowed = ['taken', 'refused']

describe('mutated bytes', () => {
  const pieces = [
    '{',
    '}',
    '[',
    ']',
    '"',
    ',',
    ':',
    '\\',
    '\u0000',
    '\\u0000',
    '\\ud800',
    'null',
    '-1e999',
    '{{ insert: param, frist }}',
    '"__proto__":{"id":"x"},',
    '\u00ff',
  ]
  const random = randomFrom(20261121)
  const mutations: ((bytes: Buffer) => Buffer)[] = [
    (bytes) => bytes.subarray(0, random(bytes.length)),
    (bytes) => {
      bytes[random(bytes.length)] = random(256)
      return bytes
    },
    (bytes) => {
      const at = random(bytes.length)
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + random(40))])
    },
    (bytes) => {
      const at = random(bytes.length)
      const piece = Buffer.from(pieces[random(pieces.length)] ?? '', random(8) === 0 ? 'latin1' : 'utf8')
      return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)])
    },
    (bytes) => {
      const from = random(bytes.length)
      const copied = bytes.subarray(from, from + random(300))
      const at = random(bytes.length)
      return Buffer.concat([bytes.subarray(0, at), copied, bytes.subarray(at)])
    },
  ]

  test('300 of them are taken or refused, some of each', () => {
    const results = Array.from({ length: 300 }, () => {
      let bytes = Buffer.from(original)
      for (let rounds = 1 + random(3); rounds > 0 && bytes.length > 0; rounds--)
        bytes = Buffer.from((mutations[random(mutations.length)] ?? mutations[0])?.(bytes) ?? bytes)
      return verdict(bytes)
    })
    expect(new Set(results)).toEqual(new Set(allowed))
  })
})

describe('mutated values', () => {
  type Slot = { holder: Record<string, unknown> | unknown[]; name: string }
  function slots(value: unknown, found: Slot[] = []): Slot[] {
    if (typeof value === 'object' && value !== null)
      for (const name of Object.keys(value)) {
        found.push({ holder: value as Slot['holder'], name })
        slots(Reflect.get(value, name), found)
      }
    return found
  }
  const random = randomFrom(7)
  const foreign = [
    null,
    true,
    0,
    -1.5,
    '',
    ' ',
    'x',
    'a/b',
    '../..',
    '<script>',
    '{{ insert: param, AKT.0 }}',
    [],
    {},
    [[]],
    [null],
    ['x'],
    { id: 'AKT.0' },
    'x'.repeat(3000),
  ]

  test('300 of them are taken or refused, some of each', () => {
    const results = Array.from({ length: 300 }, () => {
      const document: unknown = JSON.parse(original.toString())
      const all = slots(document)
      const slot = all[random(all.length)]
      if (slot) {
        if (random(4) === 0) Reflect.deleteProperty(slot.holder, slot.name)
        else Reflect.set(slot.holder, slot.name, foreign[random(foreign.length)])
      }
      return verdict(Buffer.from(JSON.stringify(document)))
    })
    expect(new Set(results)).toEqual(new Set(allowed))
  })
})

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

describe('arbitrary input', () => {
  test('any JSON as a document, as a catalog, as a control', () => {
    const metadata = { title: 'Katalog', version: '1', 'oscal-version': '1.1.3' }
    const name = fc.constantFrom(
      'id',
      'title',
      'props',
      'parts',
      'params',
      'links',
      'controls',
      'groups',
      'name',
      'value',
      'prose',
      '__proto__',
      'constructor',
    )
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        fc.jsonValue({ maxDepth: 1 }),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(name, tie('tree'), { maxKeys: 5 }),
      ),
    }))
    fc.assert(
      fc.property(tree, (value) => {
        expect(allowed).toContain(verdict(Buffer.from(JSON.stringify(value))))
        expect(allowed).toContain(verdict(Buffer.from(JSON.stringify({ catalog: value }))))
        expect(allowed).toContain(
          verdict(Buffer.from(JSON.stringify({ catalog: { metadata, controls: [value], groups: value } }))),
        )
      }),
      { numRuns: 150, seed: 1 },
    )
  })

  test('any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(allowed).toContain(verdict(bytes))
      }),
      { numRuns: 300, seed: 2 },
    )
  })

  test('the scan agrees with JSON.parse on what is JSON', () => {
    const token = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"\\u00e4"',
      '"\\x"',
      '"\t"',
      '1',
      '01',
      '-',
      '-0.5e+3',
      '1.',
      '.5',
      '1e',
      'true',
      'nul',
      'null',
      ' ',
      '\n',
      '\u00a0',
    )
    const text = fc.oneof(
      fc.array(token, { maxLength: 9 }).map((tokens) => tokens.join('')),
      fc.json(),
      fc.string(),
    )
    fc.assert(
      fc.property(text, (candidate) => {
        expect('kind' in scanJson(Buffer.from(candidate), limits)).toBe(!isJson(candidate))
      }),
      { numRuns: 2000, seed: 3 },
    )
  })

  test('names of prototypes are ordinary names', () => {
    const control =
      '{"id":"a","title":"x","__proto__":{"title":"böse","polluted":1},"constructor":{"prototype":{"polluted":1}}}'
    const metadata = '{"title":"Katalog","version":"1","oscal-version":"1.1.3","__proto__":{"polluted":1}}'
    const outcome = readCatalog(
      Buffer.from(`{"__proto__":{"catalog":1},"catalog":{"metadata":${metadata},"controls":[${control}]}}`),
    )
    expect(outcome).toMatchObject({ title: 'Katalog', controls: [{ id: 'a', title: 'x' }] })
    expect('polluted' in {}).toBe(false)
    expect(isRefusal(readCatalog(Buffer.from('{"__proto__":{"catalog":{}}}')))).toBe(true)
  })
})
