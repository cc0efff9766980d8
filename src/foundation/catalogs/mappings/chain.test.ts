// From a question over requirements and their parts to the controls of another catalog, through relations as publishers write them.
import { expect, test } from 'vitest'
import { coverageOf, type MapRow, mostPaths, reach, resolveReached, weaker } from './chain.ts'
import type { Relationship } from './mapping.ts'
import { namesOf, requirementOf } from './requirements.ts'
import type { Known } from './resolve-targets.ts'

interface MapOptions {
  collectionId?: string
  key?: string | null
  sourceKey?: string | null
  isDefault?: boolean
}

let position = 0
const map = (
  from: string,
  relationship: Relationship,
  to: string,
  { collectionId = 'bsi', key = null, sourceKey = null, isDefault = false }: MapOptions = {},
): MapRow => ({
  collectionId,
  position: ++position,
  relationship,
  source: { id: from, key: sourceKey },
  requirementId: requirementOf(from),
  target: { id: to, key },
  isDefault,
})

const question = (controlId: string, ...requirements: string[]) => ({ controlId, key: null, requirements })
const catalog = (...ids: string[]): Known => ({
  hasKeys: false,
  controls: ids.map((id) => ({ id, key: id, title: `Titel ${id}` })),
})
const ends = (maps: MapRow[], mostHops?: number) =>
  (reach([question('F.1', 'CON.3.A2')], maps, mostHops === undefined ? {} : { mostHops }).get('F.1') ?? []).map(
    ({ target }) => target.id,
  )

test('a question reaches a control over the part of a requirement it asks for', () => {
  const maps = [map('CON.3.A2-UA.1', 'subset-of', 'DAT.1.1'), map('CON.3.A20', 'equal-to', 'DAT.9')]
  const reached = resolveReached(reach([question('F.1', 'CON.3.A2')], maps), catalog('DAT.1.1', 'DAT.9'))
  expect(reached.get('F.1')).toMatchObject([
    {
      controlId: 'DAT.1.1',
      title: 'Titel DAT.1.1',
      relationship: 'subset-of',
      isDefault: false,
      state: 'same',
      via: [{ requirementId: 'CON.3.A2', sourceId: 'CON.3.A2-UA.1', relationship: 'subset-of', collectionId: 'bsi' }],
    },
  ])
})

test('a question without requirements reaches nothing and is there nevertheless', () => {
  expect(reach([question('F.6')], [map('CON.3.A2', 'equal-to', 'DAT.1')])).toEqual(new Map([['F.6', []]]))
})

test('controls may be mapped by their own number or identity', () => {
  const maps = [map('GC.1.1', 'equal-to', 'ISO.5', { sourceKey: 'k1' }), map('GC.1.2', 'equal-to', 'ISO.6')]
  const own = (controlId: string, key: string | null) =>
    (reach([{ controlId, key, requirements: [] }], maps).get(controlId) ?? []).map(({ target }) => target.id)
  expect(own('GC.4.7', 'k1')).toEqual(['ISO.5'])
  expect(own('GC.1.1', null)).toEqual([])
  expect(own('GC.1.2', 'k2')).toEqual(['ISO.6'])
})

test('the number of a source never stands for another identity', () => {
  const maps = [map('GC.1.1', 'equal-to', 'ISO.5', { sourceKey: 'k1' })]
  expect(reach([{ controlId: 'GC.1.1', key: 'k2', requirements: [] }], maps).get('GC.1.1')).toEqual([])
})

test('mappings follow one another, at most three', () => {
  const maps = [
    map('CON.3.A2', 'equal-to', 'B.1'),
    map('B.1', 'equal-to', 'C.1'),
    map('C.1', 'equal-to', 'D.1'),
    map('D.1', 'equal-to', 'E.1'),
  ]
  expect(ends(maps)).toEqual(['B.1', 'C.1', 'D.1'])
  expect(ends(maps, 1)).toEqual(['B.1'])
})

test('circles end, and nothing reaches itself', () => {
  expect(ends([map('CON.3.A2', 'equal-to', 'B.1'), map('B.1', 'equal-to', 'CON.3.A2')])).toEqual(['B.1'])
  expect(ends([map('CON.3.A2', 'equal-to', 'CON.3.A2')])).toEqual([])
  expect(ends([map('CON.3.A2', 'equal-to', 'F.1')])).toEqual([])
  const round = [map('CON.3.A2', 'equal-to', 'B.1'), map('B.1', 'equal-to', 'B.2'), map('B.2', 'equal-to', 'B.1')]
  expect(ends(round)).toEqual(['B.1', 'B.2'])
})

test('a chain says no more than its weakest relation', () => {
  const maps = [map('CON.3.A2', 'equivalent-to', 'B.1', { isDefault: true }), map('B.1', 'superset-of', 'C.1')]
  const [, second] = reach([question('F.1', 'CON.3.A2')], maps).get('F.1') ?? []
  expect(second?.paths).toMatchObject([{ relationship: 'superset-of', isDefault: true, steps: [{}, {}] }])
  expect([
    weaker('equal-to', 'equal-to'),
    weaker('equivalent-to', 'equal-to'),
    weaker('equal-to', 'subset-of'),
    weaker('subset-of', 'subset-of'),
    weaker('superset-of', 'equivalent-to'),
    weaker('subset-of', 'superset-of'),
    weaker('intersects-with', 'equal-to'),
    weaker('equivalent-to', 'intersects-with'),
  ]).toEqual([
    'equal-to',
    'equivalent-to',
    'subset-of',
    'subset-of',
    'superset-of',
    'intersects-with',
    'intersects-with',
    'intersects-with',
  ])
})

test('of several ways to one control all are kept and the strongest is named; the same way twice counts once', () => {
  const same = map('CON.3.A2-UA.1', 'intersects-with', 'DAT.1')
  const maps = [
    same,
    { ...same, position: 99 },
    map('CON.3.A2-UA.2', 'equivalent-to', 'DAT.1', { isDefault: true }),
    map('CON.3.A2-UA.3', 'equivalent-to', 'DAT.1'),
  ]
  const [one] = resolveReached(reach([question('F.1', 'CON.3.A2')], maps), catalog('DAT.1')).get('F.1') ?? []
  expect(one).toMatchObject({ relationship: 'equivalent-to', isDefault: false })
  expect(one?.via.map(({ sourceId }) => sourceId)).toEqual(['CON.3.A2-UA.3', 'CON.3.A2-UA.2', 'CON.3.A2-UA.1'])
})

test('millions of ways are cut', () => {
  const many = Array.from({ length: 300 }, (_, at) => `M.${at}`)
  const maps = many.flatMap((id) => [map('CON.3.A2', 'equal-to', id), map(id, 'equal-to', 'Z.1')])
  const last = reach([question('F.1', 'CON.3.A2')], maps)
    .get('F.1')
    ?.at(-1)
  expect(last?.target.id).toBe('Z.1')
  expect(last?.paths).toHaveLength(mostPaths)
})

test('a number that names another requirement now is never proposed; the requirement is, under its new number', () => {
  const known = {
    hasKeys: true,
    controls: [
      { id: 'KONF.11.6', key: 'old', title: 'Übersicht' },
      { id: 'KONF.11.7', key: 'new', title: 'Einschränkung' },
    ],
  }
  const maps = [
    map('CON.3.A2', 'equal-to', 'KONF.11.7', { key: 'old' }),
    map('CON.3.A2', 'equal-to', 'KONF.9.9', { key: 'gone' }),
  ]
  const found = reach([question('F.1', 'CON.3.A2')], maps)
  expect(resolveReached(found, known).get('F.1')).toMatchObject([{ controlId: 'KONF.11.6', state: 'otherRequirement' }])
})

test('coverage counts list by list, zero included, and by number beside identity', () => {
  const known = {
    hasKeys: true,
    controls: [
      { id: 'A.1', key: 'a', title: '' },
      { id: 'A.2', key: 'x', title: '' },
      { id: 'A.7', key: 'b', title: '' },
    ],
  }
  const maps = [
    map('R.1.A1', 'equal-to', 'A.1', { key: 'a' }),
    map('R.1.A2', 'subset-of', 'A.2', { key: 'b' }),
    map('R.1.A3', 'subset-of', 'A.3', { key: 'c' }),
    map('R.1.A4', 'subset-of', 'A.4', { key: 'b' }),
  ]
  const found = reach(
    ['1', '2', '3', '4'].map((n) => question(`F.${n}`, `R.1.A${n}`)),
    maps,
  )
  const groups = [
    { key: 'L', title: 'Liste', controlIds: ['F.1', 'F.2', 'F.3', 'F.4'] },
    { key: 'B', title: 'Backup', controlIds: ['F.9'] },
  ]
  expect(coverageOf(groups, found, known)).toEqual({
    groups: [
      { key: 'L', title: 'Liste', questions: 4, reached: 3 },
      { key: 'B', title: 'Backup', questions: 1, reached: 0 },
    ],
    questions: 5,
    reached: 3,
    reachedEqual: 1,
    controls: 2,
    controlsByNumber: 2,
  })
})

test('requirements stand in links, in the own number, or are known of WiBA in its known edition', () => {
  const control = (id: string, topKey: string, ...hrefs: string[]) => ({
    id,
    key: `key of ${id}`,
    topKey,
    links: hrefs.map((href) => ({ rel: 'requirement', href })),
  })
  const urn = 'urn:bsi:it-grundschutz:2023:'
  const check = namesOf({
    origin: 'catalog',
    hasKeys: true,
    controls: [
      control('lw-1', 'lw', `${urn}CON.3.A2`, `${urn}CON.3.A4`, `${urn}CON.3.A2`, 'https://example.org/CON.3.A9'),
      control('SYS.1.1.A10', 'SYS'),
      control('BAK.1', 'BAK'),
    ],
  })
  expect(check).toEqual([
    { controlId: 'lw-1', key: 'key of lw-1', requirements: ['CON.3.A2', 'CON.3.A4'] },
    { controlId: 'SYS.1.1.A10', key: 'key of SYS.1.1.A10', requirements: ['SYS.1.1.A10'] },
    { controlId: 'BAK.1', key: 'key of BAK.1', requirements: [] },
  ])
  const backup = (length: number) =>
    namesOf({
      origin: 'workbook',
      hasKeys: false,
      controls: Array.from({ length }, (_, at) => control(`BAK.${at + 1}`, 'BAK')),
    }).map(({ requirements }) => requirements)
  expect(backup(7)[3]).toEqual(['CON.3.A1', 'CON.3.A4'])
  // Another edition gives the same numbers to other questions.
  expect(backup(8).flat()).toEqual([])
})

test('a part of a requirement belongs to it, any other id is its own', () => {
  expect(['APP.3.6.A1-UA.2', 'APP.3.6.A1', 'DET.3.1.13', 'x-UA.1'].map(requirementOf)).toEqual([
    'APP.3.6.A1',
    'APP.3.6.A1',
    'DET.3.1.13',
    'x-UA.1',
  ])
})
