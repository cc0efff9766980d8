import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { closedOn } from '#kernel/holidays.ts'
import { addWorkingDays, lastStart } from '#kernel/working-days.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

test('Weekends and the holidays of Saxony-Anhalt do not count', () => {
  expect(addWorkingDays(day('2026-11-20'), 1).toString()).toBe('2026-11-23')
  expect(addWorkingDays(day('2026-12-23'), 2).toString()).toBe('2026-12-28')
  expect(addWorkingDays(day('2026-12-31'), 3).toString()).toBe('2027-01-07')
  expect(addWorkingDays(day('2026-11-21'), 0).toString()).toBe('2026-11-21')
})

test('Fifteen working days until the end of the year begin on 9 December at the latest', () => {
  expect(lastStart(day('2026-12-31'), 15).toString()).toBe('2026-12-09')
  expect(lastStart(day('2026-12-27'), 0).toString()).toBe('2026-12-24')
})

test('The last start is the latest working day from which the work is done in time', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 60 }), (offset, count) => {
      const deadline = day('2026-01-01').add({ days: offset })
      const start = lastStart(deadline, count)
      expect(closedOn(start)).toBeUndefined()
      expect(Temporal.PlainDate.compare(addWorkingDays(start, count), deadline)).toBeLessThanOrEqual(0)
      const next = addWorkingDays(start, 1)
      expect(Temporal.PlainDate.compare(addWorkingDays(next, count), deadline)).toBeGreaterThan(0)
    }),
  )
})
