import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { type AttendanceState, mayRecord, tally, tallyInWords } from './attendance.ts'

const noon = Temporal.Instant.from('2027-03-01T11:00:00Z')
const dates = (count: number, cancelled: readonly number[] = []) =>
  Array.from({ length: count }, (_, at) => ({
    id: `d${at}`,
    startsAt: noon.subtract({ hours: 24 * (count - at) }),
    endsAt: noon.subtract({ hours: 24 * (count - at) - 3 }),
    cancelledAt: cancelled.includes(at) ? noon : null,
  }))
const there = (count: number, from = 0) => Array.from({ length: count }, (_, at) => mark(from + at, 'present'))
const mark = (at: number, state: AttendanceState, taskDone = false) => ({ dateId: `d${at}`, state, taskDone })
const rule = { passPercent: 80, now: noon }

describe('six dates, 80 percent (E8)', () => {
  test('five of six pass with 83,3 %', () => {
    const figures = tally(dates(6), [...there(5), mark(5, 'absent')], rule)
    expect(figures).toMatchObject({ attended: 5, of: 6, permille: 833, verdict: 'passed' })
    expect(tallyInWords(figures)).toBe('5 von 6 Terminen, 83,3\u00a0%: bestanden')
  })

  test('four of six fail with 66,7 %', () => {
    const figures = tally(dates(6), [...there(4), mark(4, 'absent'), mark(5, 'absent')], rule)
    expect(tallyInWords(figures)).toBe('4 von 6 Terminen, 66,7\u00a0%: nicht bestanden')
  })

  test('excused counts when the substitute task is done, and only then', () => {
    expect(tally(dates(6), [...there(4), mark(4, 'excused', true)], rule).verdict).toBe('passed')
    expect(tally(dates(6), [...there(4), mark(4, 'excused')], rule).verdict).toBe('failed')
  })

  test('dates that were called off do not count, whatever was recorded of them', () => {
    expect(tally(dates(6, [5]), [...there(4), mark(5, 'present')], rule)).toMatchObject({
      attended: 4,
      of: 5,
      verdict: 'passed',
    })
  })
})

test('exactly on the line passes, for every share and number of dates', () => {
  for (let of = 1; of <= 60; of += 1)
    for (let percent = 1; percent <= 100; percent += 1) {
      const needed = Math.ceil((percent * of) / 100)
      const verdict = (attended: number) =>
        tally(dates(of), there(attended), { passPercent: percent, now: noon }).verdict
      expect(verdict(needed)).toBe('passed')
      expect(verdict(needed - 1)).toBe('failed')
    }
})

test('while a date to come can make the difference it is open', () => {
  const held = dates(5)
  const before = held[4]?.endsAt.subtract({ hours: 1 }) ?? noon
  expect(tally(held, there(3), { passPercent: 80, now: before }).verdict).toBe('open')
  expect(tally(held, there(2), { passPercent: 80, now: before }).verdict).toBe('failed')
  expect(tally(held, there(4), { passPercent: 80, now: before }).verdict).toBe('passed')
})

test('without a rule there is no verdict, and without dates nobody passes', () => {
  expect(tallyInWords(tally(dates(1), there(1), { passPercent: null, now: noon }))).toBe('1 von 1 Termin, 100\u00a0%')
  expect(tally([], [], rule)).toMatchObject({ of: 0, permille: 0, verdict: 'failed' })
})

test('recording begins with the local day, not with the hour', () => {
  const startsAt = Temporal.Instant.from('2027-03-02T08:00:00Z')
  expect(mayRecord({ startsAt }, Temporal.Instant.from('2027-03-01T22:59:59Z'))).toBe(false)
  expect(mayRecord({ startsAt }, Temporal.Instant.from('2027-03-01T23:00:00Z'))).toBe(true)
})
