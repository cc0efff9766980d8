import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { countJudged, disputedIn, judgedAs, type Standing, standingOf, type Verdict } from './review.ts'

const standing = (verdict: Verdict, changedSince = false, topKey = 'A'): Standing => ({
  controlId: `${topKey}.${verdict}`,
  topKey,
  version: 1,
  verdict,
  remark: '',
  answerVersion: 1,
  reviewedBy: 'arne',
  reviewedAt: Temporal.Instant.from('2026-11-24T09:20:00Z'),
  changedSince,
})

test('a confirmation holds for the version that was seen, a dispute until somebody confirms', () => {
  expect(judgedAs(undefined)).toBe('open')
  expect([judgedAs(standing('confirmed')), judgedAs(standing('confirmed', true))]).toEqual(['confirmed', 'open'])
  expect([judgedAs(standing('disputed')), judgedAs(standing('disputed', true))]).toEqual(['disputed', 'disputed'])
})

test('each list counts its own, and what nobody judged is open', () => {
  const groups = [
    { key: 'A', title: 'Akten', total: 4 },
    { key: 'B', title: 'Büro', total: 2 },
  ]
  const all = [standing('confirmed'), standing('disputed', true), standing('comment'), standing('confirmed', true, 'B')]
  expect(countJudged(groups, all)).toEqual([
    { key: 'A', title: 'Akten', total: 4, confirmed: 1, disputed: 1, comment: 1, open: 1 },
    { key: 'B', title: 'Büro', total: 2, confirmed: 0, disputed: 0, comment: 0, open: 2 },
  ])
  expect([disputedIn(all).length, disputedIn(all, 'B').length]).toEqual([1, 0])
})

test('the newest verdict counts beside the answer of today, also where there was none', () => {
  const review = standing('comment')
  const question = { id: 'A.1', topKey: 'A', answer: { version: 2 } }
  expect(standingOf(question, { history: [] })).toBeUndefined()
  expect(standingOf(question, { history: [review] })?.changedSince).toBe(true)
  expect(
    standingOf({ ...question, answer: null }, { history: [{ ...review, answerVersion: null }] })?.changedSince,
  ).toBe(false)
})
