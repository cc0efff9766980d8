// What is shown of a mapping collection: its relations under filters, and what became of its targets in a catalog.
import { expect, test } from 'vitest'
import { compareTargets, filterMaps, type MapFilter } from './browse-maps.ts'
import { countRelations, type Relationship } from './mapping.ts'

const controls = [
  { id: 'A.1', key: 'a', title: 'Übersicht der Schlüssel' },
  { id: 'A.2', key: 'x', title: 'Anrufe' },
]
const map = (position: number, from: string, relationship: Relationship, id: string, key: string | null = null) => ({
  position,
  relationship,
  source: { id: from, key: null },
  requirementId: from,
  target: { id, key },
  isDefault: relationship === 'intersects-with',
  remarks: position === 3 ? 'Noch zu klären' : null,
})
const maps = [
  map(1, 'R.1', 'equal-to', 'A.1', 'a'),
  map(2, 'R.2', 'subset-of', 'A.2', 'a'),
  map(3, 'R.2', 'intersects-with', 'A.10', 'gone'),
  map(4, 'R.3', 'intersects-with', 'A.9', 'gone'),
  map(5, 'R.4', 'equal-to', 'A.9', 'gone'),
]
const known = { hasKeys: true, controls }
const positions = (filter: MapFilter, against: typeof known | null = known) =>
  filterMaps(maps, against, filter).map(({ position }) => position)

test('relations are filtered by relation, by what became of their target, and by words in numbers, title and remarks', () => {
  expect(positions({})).toEqual([1, 2, 3, 4, 5])
  expect(positions({ relationship: 'equal-to' })).toEqual([1, 5])
  expect(positions({ state: 'missing' })).toEqual([3, 4, 5])
  expect(positions({ state: 'otherRequirement' })).toEqual([2])
  expect(positions({ q: 'r.2' })).toEqual([2, 3])
  expect(positions({ q: 'schlüssel ÜBERSICHT' })).toEqual([1, 2])
  expect(positions({ q: 'klären' })).toEqual([3])
  expect(positions({ q: 'R.2 gibtesnicht' })).toEqual([])
  expect(positions({ q: '  ' })).toEqual([1, 2, 3, 4, 5])
})

test('without a catalog nothing is said of targets, and no state is met', () => {
  expect(filterMaps(maps, null, {}).every(({ resolved }) => resolved === null)).toBe(true)
  expect(positions({ state: 'same' }, null)).toEqual([])
})

test('targets count once, however many relations lead to them, in the order of their numbers', () => {
  const { items, ...counts } = compareTargets(maps, known)
  expect(counts).toEqual({
    named: 4,
    existing: 2,
    missing: 2,
    states: { same: 1, renumbered: 0, otherRequirement: 1, missing: 2, unverified: 0 },
  })
  expect(
    items.map(({ target, state, control, atNumber, maps: count }) => [
      target.id,
      state,
      control?.id,
      atNumber?.id,
      count,
    ]),
  ).toEqual([
    ['A.2', 'otherRequirement', 'A.1', 'A.2', 1],
    ['A.9', 'missing', undefined, undefined, 2],
    ['A.10', 'missing', undefined, undefined, 1],
  ])
})

test('relations are counted the strongest first, with those nobody has chosen', () => {
  expect(countRelations(maps)).toEqual([
    { relationship: 'equal-to', maps: 2, defaults: 0 },
    { relationship: 'subset-of', maps: 1, defaults: 0 },
    { relationship: 'intersects-with', maps: 2, defaults: 2 },
  ])
})
