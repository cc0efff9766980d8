// The attacker: knows every published cell, the own value and those of all who are named, and looks for bounds of everybody else with another
// solver than the one that decides what is published.
import fc from 'fast-check'
import highsModule from 'highs'
import { expect, test } from 'vitest'
import { type Cell, cellsOf, type Family, meanOf, type Subject } from './cells.ts'
import { codeMean, intervalOf } from './coding.ts'
import { usualLimits } from './release.ts'
import { publish } from './suppress.ts'

// Its types speak of an ES module; what Node loads is the function itself.
const highs = await (highsModule as unknown as typeof highsModule.default)()
const families: Family[] = [
  { name: 'all', partitions: false },
  { name: 'county', partitions: true },
  { name: 'size', partitions: true },
]

interface Told {
  subjects: readonly Subject[]
  cells: readonly Cell[]
  interval: Interval
}

type Interval = (mean: number) => readonly [low: number, high: number]
const rounded: Interval = (mean) => intervalOf(codeMean(mean))
/** As if means were published as they are. */
const exact: Interval = (mean) => [mean, mean]

/** Bounds of one value, each subject a variable of its own, from sums of the shown cells. */
function attack({ subjects, cells, interval }: Told, target: Subject, attacker: Subject): [number, number] {
  const name = new Map(subjects.map(({ id }, at) => [id, `x${at}`]))
  const rows = cells.flatMap((cell, at) => {
    const [low, high] = interval(meanOf(cell))
    const sum = cell.members.map(({ id }) => name.get(id)).join(' + ')
    return [` l${at}: ${sum} >= ${low * cell.members.length}`, ` h${at}: ${sum} <= ${high * cell.members.length}`]
  })
  const bounds = subjects.map((one) =>
    one.id === attacker.id || one.isKnown ? ` ${name.get(one.id)} = ${one.value}` : ` 0 <= ${name.get(one.id)} <= 100`,
  )
  const ask = (direction: string): number =>
    highs.solve(
      `${direction}\n obj: ${name.get(target.id)}\nSubject To\n${rows.join('\n')}\nBounds\n${bounds.join('\n')}\nEnd`,
    ).ObjectiveValue
  return [ask('Minimize'), ask('Maximize')]
}

/** The least that somebody leaves open about somebody else. */
function leastOpen(subjects: readonly Subject[], cells: readonly Cell[], interval = rounded): number {
  let least = 100
  for (const target of subjects.filter(({ isKnown }) => !isKnown))
    for (const attacker of subjects.filter(({ id }) => id !== target.id)) {
      const [low, high] = attack({ subjects, cells, interval }, target, attacker)
      least = Math.min(least, high - low)
    }
  return least
}

const subjectsFrom = (rows: readonly (readonly [value: number, county: number, size: number, isKnown: boolean])[]) =>
  rows.map(([value, county, size, isKnown], at): Subject => ({
    id: `s${at}`,
    value,
    isKnown,
    groups: { all: 'all', county: `c${county}`, size: `g${size}` },
  }))

const row = fc.tuple(
  fc.oneof(fc.integer({ min: 0, max: 100 }), fc.constantFrom(0, 100)),
  fc.integer({ min: 0, max: 2 }),
  fc.integer({ min: 0, max: 1 }),
  fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
)

const shownOf = (subjects: readonly Subject[]): Cell[] => {
  const open = new Set(
    publish({ subjects, families })
      .filter(({ hidden }) => hidden === null)
      .map(({ family, key }) => `${family} ${key}`),
  )
  return cellsOf(subjects, families).filter(({ family, key }) => open.has(`${family} ${key}`))
}

test('nobody can tell the value of another to less than twenty points', { timeout: 300_000 }, () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 8, maxLength: 22 }), (rows) => {
      const subjects = subjectsFrom(rows)
      expect(leastOpen(subjects, shownOf(subjects))).toBeGreaterThanOrEqual(usualLimits.width - 1e-6)
    }),
    { numRuns: 25 },
  )
})

test('without complementary suppression, and without rounding, the same attack finds the value itself', () => {
  const subjects = subjectsFrom([
    ...Array.from({ length: 9 }, (_, at) => [40 + at, 0, 0, false] as const),
    [3, 1, 0, false],
    ...Array.from({ length: 8 }, (_, at) => [50 + at, 2, 1, false] as const),
  ])
  const onlySmall = cellsOf(subjects, families).filter(({ unknown }) => unknown >= usualLimits.least)
  expect(leastOpen(subjects, onlySmall, exact)).toBeLessThan(1e-6)
  expect(leastOpen(subjects, shownOf(subjects), exact)).toBeGreaterThan(usualLimits.width)
})
