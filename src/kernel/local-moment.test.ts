import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { isRefusal } from './outcome.ts'
import { exactMomentAt, localFields, momentAt } from './local-moment.ts'

const at = (day: string, time: string): string =>
  momentAt(Temporal.PlainDate.from(day), Temporal.PlainTime.from(time)).toString()

test.for([
  ['in summer', '2026-07-01', '08:00', '2026-07-01T06:00:00Z'],
  ['in winter', '2026-12-01', '08:00', '2026-12-01T07:00:00Z'],
  ['in the hour that the clock skips: the later one', '2026-03-29', '02:30', '2026-03-29T01:30:00Z'],
  ['in the hour that comes twice: the earlier one', '2026-10-25', '02:30', '2026-10-25T00:30:00Z'],
] as const)('a day and a time of day %s are one instant', ([, day, time, expected]) => {
  expect(at(day, time)).toBe(expected)
})

test('an instant becomes the day and the time that a form shows', () => {
  expect(localFields(Temporal.Instant.from('2026-06-30T22:05:59Z'))).toEqual({ day: '2026-07-01', time: '00:05' })
})

test.for([
  ['2026-03-29', '01:59', '2026-03-29T00:59:00Z'],
  ['2026-03-29', '02:00', 'gibt es in dieser Nacht nicht'],
  ['2026-03-29', '02:30', 'gibt es in dieser Nacht nicht'],
  ['2026-03-29', '03:00', '2026-03-29T01:00:00Z'],
  ['2026-10-25', '01:59', '2026-10-24T23:59:00Z'],
  ['2026-10-25', '02:30', 'gibt es in dieser Nacht zweimal'],
  ['2026-10-25', '03:00', '2026-10-25T02:00:00Z'],
] as const)('%s at %s is exact, or refused with a sentence that says why', ([day, time, expected]) => {
  const exact = exactMomentAt(Temporal.PlainDate.from(day), Temporal.PlainTime.from(time))
  expect(isRefusal(exact) ? exact.refused : exact.toString()).toContain(expected)
})

test('between two times of day across the change lie as many hours as really pass', () => {
  const hours = (day: string) => {
    const date = Temporal.PlainDate.from(day)
    const [begin, end] = [
      exactMomentAt(date, new Temporal.PlainTime(1)),
      exactMomentAt(date, new Temporal.PlainTime(4)),
    ]
    return isRefusal(begin) || isRefusal(end) ? undefined : begin.until(end).total('hours')
  }
  expect([hours('2026-03-28'), hours('2026-03-29'), hours('2026-10-25')]).toEqual([3, 2, 4])
})
