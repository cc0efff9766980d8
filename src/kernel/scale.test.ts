import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type AnswerValue,
  type Count,
  answered,
  type Given,
  isAnswerValue,
  isDone,
  isMandatory,
  isQuickWin,
  noCount,
  percent,
  unanswered,
} from './scale.ts'

const counts = fc
  .record({ yes: fc.nat(2000), no: fc.nat(2000), notApplicable: fc.nat(2000), open: fc.nat(2000) })
  .map(({ open, ...rest }): Count => ({ ...noCount, ...rest, total: rest.yes + rest.no + rest.notApplicable + open }))

const count = (yes: number, no: number, notApplicable = 0, total = yes + no + notApplicable): Count => ({
  ...noCount,
  yes,
  no,
  notApplicable,
  total,
})

test.for([
  [count(1, 2), 33.3],
  [count(2, 1), 66.7],
  [count(10, 4), 71.4],
  [count(0, 5), 0],
  [count(5, 0, 7, 50), 100],
  [count(1, 1999), 0.1],
  [count(0, 0, 12, 40), null],
  [count(0, 0, 0, 0), null],
] as const)('of %o the score is %o', ([given, score]) => {
  expect(percent(given)).toBe(score)
})

test('the score is a percentage with one decimal, blind to open ones and to what does not apply', () => {
  fc.assert(
    fc.property(counts, fc.nat(500), (given, more) => {
      const score = percent(given)
      fc.pre(score !== null)
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(100)
      expect(String(score)).toMatch(/^\d+(\.\d)?$/)
      expect(percent({ ...given, notApplicable: given.notApplicable + more, total: given.total + 3 * more })).toBe(
        score,
      )
    }),
  )
})

test('one more yes never lowers the score, one more no never raises it', () => {
  fc.assert(
    fc.property(counts, (given) => {
      const score = percent(given) ?? 0
      expect(percent({ ...given, yes: given.yes + 1 })).toBeGreaterThanOrEqual(score)
      expect(percent({ ...given, no: given.no + 1 })).toBeLessThanOrEqual(percent(given) ?? 100)
    }),
  )
})

test('answered and unanswered make the total', () => {
  fc.assert(
    fc.property(counts, (given) => {
      expect(answered(given) + unanswered(given)).toBe(given.total)
      expect(unanswered(given)).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('effort 0 is mandatory and no quick win; effort 1 is one until it is done or does not apply', () => {
  const said = (answer: AnswerValue | null): Given => ({ answer, level: null, target: null })
  const answers = [null, said('no'), said('yes'), said('notApplicable')]
  expect([0, 1, 2, null].map(isMandatory)).toEqual([true, false, false, false])
  expect(answers.map((answer) => isQuickWin(1, answer))).toEqual([true, true, false, false])
  for (const effort of [0, 2, null]) expect(answers.some((answer) => isQuickWin(effort, answer))).toBe(false)
})

test('only the three answers are answers', () => {
  expect(['yes', 'no', 'notApplicable', 'Yes', 'toString', '', undefined].map(isAnswerValue)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
    false,
  ])
})

test('in levels the score is the mean of min(level, target) / target over targets above 0', () => {
  // 3 of 4, 5 of 2 (counts as reached), 2 of 0 (not rated)
  const levels: Count = { ...noCount, levels: 3, rated: 2, reached: 0.75 + 1, total: 10 }
  expect([percent(levels), answered(levels), unanswered(levels)]).toEqual([87.5, 3, 7])
  expect(percent({ ...noCount, levels: 1, total: 1 })).toBeNull()
})

test('a level is done when it reaches its target', () => {
  const at = (level: number, target: number): Given => ({ answer: null, level, target })
  expect([at(2, 3), at(3, 3), at(4, 3), at(0, 0)].map(isDone)).toEqual([false, true, true, true])
  expect(isQuickWin(1, at(2, 3))).toBe(true)
  expect(isDone({ answer: null, level: null, target: null })).toBe(false)
})
