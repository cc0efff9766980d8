import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { packageRoot } from '#platform/config.ts'
import { canonicalForm, type Published, sha256Of } from './canonical.ts'
import type { PictureCell } from './picture.ts'

const shown = (key: string, percent = 40): PictureCell => ({
  key,
  label: `Liste ${key}`,
  hidden: null,
  count: 12,
  percent,
  bound: null,
  asOf: null,
})

const picture: Published = {
  programmeKey: 'ksg',
  releaseOn: '2026-11-01',
  catalogSha256: 'ab'.repeat(32),
  participants: 133,
  assessed: 61,
  families: [
    { dimension: 'total', cells: [shown('total')] },
    { dimension: 'checklist', cells: [shown('2'), shown('10'), { key: '1', label: 'Büro', hidden: 'small' }] },
  ],
  named: [
    { organizationId: 'b', name: 'Zweistadt', percent: 71, phaseLabel: 'Prüfung' },
    { organizationId: 'a', name: 'Erststadt', percent: null, phaseLabel: 'Vorbereitung' },
  ],
}

test('the form is one line of JSON in one order', () => {
  expect(canonicalForm(picture)).toBe(
    `{"assessed":61,"catalogSha256":"${'ab'.repeat(32)}","families":[` +
      '{"cells":[{"asOf":null,"bound":null,"count":12,"hidden":null,"key":"total","label":"Liste total","percent":40}],"dimension":"total"},' +
      '{"cells":[{"hidden":"small","key":"1","label":"Büro"},' +
      '{"asOf":null,"bound":null,"count":12,"hidden":null,"key":"10","label":"Liste 10","percent":40},' +
      '{"asOf":null,"bound":null,"count":12,"hidden":null,"key":"2","label":"Liste 2","percent":40}],"dimension":"checklist"}],' +
      '"named":[{"name":"Erststadt","organizationId":"a","percent":null,"phaseLabel":"Vorbereitung"},' +
      '{"name":"Zweistadt","organizationId":"b","percent":71,"phaseLabel":"Prüfung"}],' +
      '"participants":133,"programmeKey":"ksg","releaseOn":"2026-11-01"}',
  )
})

/** The same things with the fields of each object the other way round. */
const turned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.toReversed().map(turned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, each]) => [key, turned(each)]),
  )
}

test('is the same whatever the order of what was read, and whatever else hangs on it', () => {
  const text = canonicalForm(picture)
  expect(canonicalForm(turned(picture) as Published)).toBe(text)
  const more = {
    ...picture,
    id: 'x',
    publicAt: null,
    sha256: 'y',
    families: [...picture.families, { dimension: 'money' as const, cells: [] }],
  }
  expect(canonicalForm(more)).toBe(text)
  const cells = picture.families.map((family) => ({
    ...family,
    cells: family.cells.map((cell) => ({ ...cell, position: 3 })),
  }))
  expect(canonicalForm({ ...picture, families: cells })).toBe(text)
})

test('any order of any cells is the same text, and reading it back gives the same text again', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ unit: 'grapheme' }), { maxLength: 8 }),
      fc.integer({ min: 1, max: 19 }),
      (keys, fifth) => {
        const cells = keys.map((key) => shown(key, fifth * 5))
        const text = canonicalForm({ ...picture, families: [{ dimension: 'control', cells }] })
        expect(canonicalForm({ ...picture, families: [{ dimension: 'control', cells: cells.toReversed() }] })).toBe(
          text,
        )
        expect(canonicalForm(JSON.parse(text) as Published)).toBe(text)
      },
    ),
  )
})

test('each figure, each reason and each name counts', () => {
  const [total, ...rest] = picture.families
  const other = (cell: PictureCell): string =>
    sha256Of(canonicalForm({ ...picture, families: [{ dimension: 'total', cells: [cell] }, ...rest] }))
  const hashes = [
    sha256Of(canonicalForm(picture)),
    sha256Of(canonicalForm({ ...picture, assessed: null })),
    sha256Of(canonicalForm({ ...picture, releaseOn: '2026-11-02' })),
    sha256Of(canonicalForm({ ...picture, named: [] })),
    other(shown('total', 45)),
    other({ key: 'total', label: 'Liste total', hidden: 'small' }),
    other({ key: 'total', label: 'Liste total', hidden: 'narrow' }),
  ]
  expect(total).toBeDefined()
  expect(new Set(hashes).size).toBe(hashes.length)
})

const hasPython = (() => {
  try {
    return execFileSync('python3', ['--version']).length > 0
  } catch {
    return false
  }
})()

// The way that the handbook shows to statisticians, letter by letter, on a file with more in it and in another order.
test.skipIf(!hasPython)('the program in the handbook comes to the same hash (python3 must be there)', () => {
  const chapter = readFileSync(join(packageRoot, 'docs/handbuch/landesbild-fuer-statistik.md'), 'utf8')
  const program = /```python\n([\s\S]+?)```/.exec(chapter)?.[1] ?? ''
  const file = join(mkdtempSync(join(tmpdir(), 'lotsenwerk-picture-')), 'daten.json')
  const emptied = {
    ...picture,
    families: [{ dimension: 'money' as const, cells: [] }, ...picture.families.toReversed()],
  }
  writeFileSync(file, JSON.stringify({ sha256: 'y', published: { id: 'x', ...(turned(emptied) as object) } }, null, 2))
  const told = execFileSync('python3', ['-X', 'utf8', '-c', program, file], { encoding: 'utf8' }).trim()
  expect(told).toBe(sha256Of(canonicalForm(picture)))
})
