import { expect, test } from 'vitest'
import type { Subject } from './cells.ts'
import { mayCompare, mayShowAnew, usualLimits } from './release.ts'
import { publish } from './suppress.ts'

let next = 0
const some = (count: number, groups: Record<string, string>, more: Partial<Subject> = {}): Subject[] =>
  Array.from({ length: count }, (_, at) => {
    next += 1
    return { id: `s${next}`, value: 30 + ((at * 37) % 45), isKnown: false, groups: { all: 'all', ...groups }, ...more }
  })

const all = { name: 'all', partitions: false }
const county = { name: 'county', partitions: true }
const shown = (subjects: readonly Subject[], families = [all, county]) =>
  Object.fromEntries(publish({ subjects, families }).map(({ family, key, hidden }) => [`${family} ${key}`, hidden]))

test('fewer than five are hidden, and the smallest other one, from which they could be computed', () => {
  const subjects = [...some(4, { county: 'nord' }), ...some(6, { county: 'ost' }), ...some(20, { county: 'sued' })]
  expect(shown(subjects)).toEqual({
    'all all': null,
    'county nord': 'small',
    'county ost': 'complement',
    'county sued': null,
  })
})

test('two small ones protect each other once they are five together, and not before', () => {
  const two = (count: number) => [
    ...some(2, { county: 'nord' }),
    ...some(count, { county: 'ost' }),
    ...some(9, { county: 'sued' }),
    ...some(20, { county: 'west' }),
  ]
  expect(shown(two(3))).toMatchObject({ 'county nord': 'small', 'county ost': 'small', 'county sued': null })
  expect(shown(two(2))).toMatchObject({ 'county sued': 'complement', 'county west': null })
})

test('whoever is known to everybody protects nobody', () => {
  const subjects = [
    ...some(4, { county: 'nord' }),
    ...some(3, { county: 'nord' }, { isKnown: true }),
    ...some(9, { county: 'ost' }),
    ...some(20, { county: 'sued' }),
  ]
  expect(shown(subjects)['county nord']).toBe('small')
})

test('cells of two families that differ by few are not both shown', () => {
  const size = { name: 'size', partitions: true }
  const subjects = [
    ...some(9, { county: 'nord', size: 'klein' }),
    ...some(2, { county: 'sued', size: 'klein' }),
    ...some(30, { county: 'sued', size: 'gross' }),
  ]
  const cells = shown(subjects, [all, county, size])
  const both = [cells['county nord'], cells['size klein']]
  expect(both).toContain('isolates')
})

test('where one low value gives the others away, the cell is hidden like a small one', () => {
  const subjects = [
    ...some(1, { county: 'nord' }, { value: 63 }),
    ...some(4, { county: 'nord' }, { value: 100 }),
    ...some(9, { county: 'ost' }),
    ...some(20, { county: 'sued' }),
  ]
  expect(shown(subjects)['county nord']).toBe('narrow')
})

test('the same subjects in another order give the same picture', () => {
  const subjects = [...some(4, { county: 'nord' }), ...some(6, { county: 'ost' }), ...some(20, { county: 'sued' })]
  expect(publish({ subjects: subjects.toReversed(), families: [all, county] })).toEqual(
    publish({ subjects, families: [all, county] }),
  )
})

test('a new value is shown when as many stand behind it as before, or five more or fewer', () => {
  const may = (before: number | null, now: number) => mayShowAnew(before, now, usualLimits)
  expect([may(null, 7), may(7, 7), may(7, 8), may(7, 11), may(7, 12), may(12, 7)]).toEqual([
    true,
    true,
    false,
    false,
    true,
    true,
  ])
})

test('a class to be compared with has five others of whom nothing is known', () => {
  const may = (count: number, known: number): boolean => mayCompare({ count, known }, usualLimits)
  expect([may(5, 0), may(6, 0), may(6, 1), may(8, 2)]).toEqual([false, true, false, true])
})
