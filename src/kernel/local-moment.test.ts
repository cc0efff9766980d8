import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { localFields, momentAt } from './local-moment.ts'

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
