import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { isPlanDay, nextReleaseDay, planDayFrom, planDayInWords, quarterly } from './plan.ts'

const next = (from: string, days: readonly string[] = quarterly) =>
  nextReleaseDay(days, Temporal.PlainDate.from(from)).toString()

test.each([
  ['2026-11-22', '2027-02-01'],
  ['2026-02-01', '2026-02-01'],
  ['2026-02-02', '2026-05-01'],
  ['2026-11-01', '2026-11-01'],
  ['2026-12-31', '2027-02-01'],
])('quarterly, the picture ordered on %s appears on %s', (from, day) => {
  expect(next(from)).toBe(day)
})

test('the order in which days were given does not matter, and one a year is enough', () => {
  expect(next('2026-06-01', ['12-01', '06-15', '01-10'])).toBe('2026-06-15')
  expect(next('2026-06-16', ['06-15'])).toBe('2027-06-15')
})

test('a plan without days has no next one', () => {
  expect(() => next('2026-06-16', [])).toThrow('at least one day')
})

test('29 February, and what no calendar has, are no days of a plan', () => {
  for (const day of ['02-29', '02-30', '13-01', '00-10', '04-31', '4-3', '2026-04-03', ''])
    expect([day, isPlanDay(day)]).toEqual([day, false])
  for (const day of ['02-28', '12-31', '01-01']) expect([day, isPlanDay(day)]).toEqual([day, true])
})

test('days are typed and shown as in German letters', () => {
  expect(planDayFrom(' 1.2. ')).toBe('02-01')
  expect(planDayFrom('15.11')).toBe('11-15')
  expect(planDayFrom('Ostern')).toBe('Ostern')
  expect(planDayInWords('11-15')).toBe('15.11.')
})
