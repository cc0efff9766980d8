import { expect, test } from 'vitest'
import { letters, numbers, participant, realKeys, register } from '../../../../../test/fixtures/state-register.ts'
import type { Dimension, PictureCell } from '../picture.ts'
import { countCells, type Counting } from './count-cells.ts'
import type { ToldPicture } from './earlier.ts'
import type { Participant } from './read-sources.ts'

const question = { programmeId: 'programme', catalogId: 'catalog' }
const words: Counting['words'] = {
  lists: ['backup', 'admin', 'netz'].map((key) => ({ key, label: key })),
  controls: [],
  phases: ['entry', 'report'].map((key) => ({ key, label: key })),
  catalogSha256: null,
}

const count = (participants: Participant[], earlier: ToldPicture[] = []) =>
  countCells({
    question,
    words,
    earlier,
    participants,
    turnover: earlier.map(() => ({ came: new Map(), left: new Map() })),
  })

const percent = (answers: string): number => (100 * answers.replaceAll('n', '').length) / answers.length

type Counted = ReturnType<typeof count>
const cellsOf = ({ families }: Counted, dimension: Dimension): Map<string, PictureCell> =>
  new Map(families.find((family) => family.dimension === dimension)?.cells.map((cell) => [cell.key, cell]))
const hiddenOf = (counted: Counted, dimension: Dimension): Record<string, string> =>
  Object.fromEntries(
    [...cellsOf(counted, dimension)].flatMap(([key, { hidden }]) => (hidden === null ? [] : [[key, hidden]])),
  )

/** What the next picture knows of this one. */
const told = ({ families, scored }: Counted, asOf = '2026-08-01'): ToldPicture => ({
  ...question,
  cells: families.flatMap(({ dimension, cells }) =>
    cells.flatMap((cell) =>
      cell.hidden === null
        ? [
            {
              dimension,
              key: cell.key,
              count: cell.count,
              percent: cell.percent,
              bound: cell.bound,
              asOf: cell.asOf ?? asOf,
              isNew: cell.asOf === null,
            },
          ]
        : [],
    ),
  ),
  subjects: scored.map(({ organizationId, assessmentId, score, isKnown, groups, listScores }) => ({
    organizationId,
    assessmentId,
    score,
    isKnown,
    groups,
    lists: listScores,
  })),
})

const everybody = (seed = 1, more: Partial<Participant> = {}): Participant[] => {
  const next = numbers(seed)
  return register.map((entry) => participant(entry, next, more))
}

if (realKeys === null)
  process.stdout.write('the 133 real keys are not there: made-up ones of the same sizes are counted\n')

test('all 133: no cell of fewer than five, and the independent cities stand in no county of their own', () => {
  const counted = count(everybody())
  for (const { cells } of counted.families)
    for (const cell of cells) if (cell.hidden === null) expect(cell.count, cell.label).toBeGreaterThanOrEqual(5)
  const counties = cellsOf(counted, 'county')
  expect(counties.size).toBe(12)
  expect(counties.get('countyLevel')).toMatchObject({ hidden: null, count: 14 })
  expect(cellsOf(counted, 'kindClass').get('countyLevel')).toMatchObject({ count: 14 })
  // Altmarkkreis Salzwedel: five towns and one association; the county itself counts with the county level.
  const smallest = [...counties.values()]
    .map((cell) => (cell.hidden === null ? cell.count : 0))
    .toSorted((a, b) => a - b)[0]
  expect(smallest).toBe(6)
})

test('the figures are those of a slow, obvious reference', () => {
  const all = everybody(3)
  const scoreOf = ({ lists }: Participant): number => percent(Object.values(lists ?? {}).join(''))
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  const isLevel = ({ kind }: Participant): boolean => kind === 'county' || kind === 'independentCity'
  const counted = count(all)
  for (const [key, cell] of cellsOf(counted, 'county')) {
    const members = all.filter((one) => (key === 'countyLevel' ? isLevel(one) : !isLevel(one) && one.county === key))
    expect(cell).toMatchObject({ count: members.length, percent: Math.round(mean(members.map(scoreOf)) / 5) * 5 })
  }
  for (const [key, cell] of cellsOf(counted, 'checklist'))
    expect(cell).toMatchObject({
      count: 133,
      percent: Math.round(mean(all.map(({ lists }) => percent(lists?.[key] ?? ''))) / 5) * 5,
    })
})

test('a class that shrinks below five is hidden, and the smallest other one with it', () => {
  const all = everybody()
  const [first] = [...cellsOf(count(all), 'county').values()]
  const county = first?.key ?? ''
  const own = all.filter((one) => one.county === county && one.kind !== 'county')
  const left = all.filter((one) => !own.slice(4).includes(one))
  const hidden = hiddenOf(count(left, [told(count(all))]), 'county')
  expect(hidden[county]).toBe('small')
  expect(Object.values(hidden)).toContain('complement')
})

test('two towns that merge change their county by one or two: its value stays, with its date', () => {
  const before = count(everybody())
  const all = everybody()
  const gone = all.find(({ kind }) => kind === 'unitaryMunicipality')
  const after = count(
    all.filter((one) => one !== gone).map((one) => ({ ...one, lists: { backup: letters(20, 0) } })),
    [told(before)],
  )
  const [now, then] = [
    cellsOf(after, 'county').get(gone?.county ?? ''),
    cellsOf(before, 'county').get(gone?.county ?? ''),
  ]
  expect(now).toEqual({ ...then, asOf: '2026-08-01' })
})

test('whoever is named protects nobody: five others must stand in every cell they share', () => {
  const all = everybody()
  const [first] = [...cellsOf(count(all), 'county').values()]
  const own = all.filter((one) => one.county === first?.key && one.kind !== 'county')
  const two = new Set(own.slice(0, 2))
  const hidden = hiddenOf(count(all.map((one) => ({ ...one, isNamed: two.has(one) }))), 'county')
  expect(hidden[first?.key ?? '']).toBe('small')
})

test('a consent that is withdrawn does not make the value unknown again while the check is the same', () => {
  const all = everybody()
  const [first] = [...cellsOf(count(all), 'county').values()]
  const two = new Set(all.filter((one) => one.county === first?.key && one.kind !== 'county').slice(0, 2))
  const before = count(all.map((one) => ({ ...one, isNamed: two.has(one) })))
  expect(hiddenOf(count(all, [told(before)]), 'county')[first?.key ?? '']).toBe('small')
  const anew = all.map((one) => (two.has(one) ? { ...one, assessmentId: `new ${one.assessmentId}` } : one))
  expect(hiddenOf(count(anew, [told(before)]), 'county')[first?.key ?? '']).toBeUndefined()
})

test('of a question that nearly everybody answers alike nothing is shown that tells an answer', () => {
  // Twenty towns: the first question has one yes, the second nine, the third was answered by four alone, the fourth by nobody.
  const participants = everybody()
    .slice(0, 20)
    .map((one, at) => ({
      ...one,
      lists: { backup: `${at < 1 ? 'y' : 'n'}${at < 9 ? 'y' : 'n'}${at < 4 ? 'y' : '-'}-` },
    }))
  const controls = ['q1', 'q2', 'q3', 'q4'].map((key) => ({ key, label: key, topKey: 'backup' }))
  const counted = countCells({ question, earlier: [], turnover: [], participants, words: { ...words, controls } })
  const cells = cellsOf(counted, 'control')
  expect([cells.get('q1')?.hidden, cells.get('q2'), cells.get('q3')?.hidden, cells.has('q4')]).toMatchObject([
    'narrow',
    { hidden: null, count: 20, percent: 45 },
    'small',
    false,
  ])
})

test('money is the share of what was released, and of how many; fewer than five are not told', () => {
  const states = { limit: 0, planned: 0, committed: 0, delivered: 0, accepted: 0, invoiced: 0, settled: 0 }
  const all = everybody().map((one, at) => ({
    ...one,
    money: {
      ...states,
      released: 1000,
      planned: at < 3 ? 400 : 0,
      settled: at < 60 ? 500 : 0,
      limit: 1000 - (at < 3 ? 400 : 0) - (at < 60 ? 500 : 0),
    },
  }))
  const cells = cellsOf(count(all), 'money')
  expect(cells.get('settled')).toMatchObject({ count: 60, percent: 25 })
  expect(cells.get('planned')).toMatchObject({ hidden: 'small' })
  expect(cells.get('invoiced')).toMatchObject({ hidden: 'small' })
})

test('the same sources in another order give the same cells', () => {
  const all = everybody(9)
  expect(count(all.toReversed()).families).toEqual(count(all).families)
})
