import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { daysUntil, workingDaysUntil } from './deadline.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

test('From 23 November to the end of 2026 it is 38 days and 27 working days: Christmas Day is a Friday', () => {
  expect(daysUntil(day('2026-11-23'), '2026-12-31')).toBe(38)
  expect(workingDaysUntil(day('2026-11-23'), '2026-12-31')).toBe(27)
})

test('On the last day nothing is left, and afterwards nobody counts working days', () => {
  expect(workingDaysUntil(day('2026-12-31'), '2026-12-31')).toBe(0)
  expect(daysUntil(day('2027-01-02'), '2026-12-31')).toBe(-2)
  expect(workingDaysUntil(day('2027-01-02'), '2026-12-31')).toBeNull()
})

test('Over a weekend no working day passes, and without a deadline there is nothing to count', () => {
  expect(workingDaysUntil(day('2026-11-20'), '2026-11-22')).toBe(0)
  expect(workingDaysUntil(day('2026-11-20'), '2026-11-23')).toBe(1)
  expect(workingDaysUntil(day('2026-11-20'), null)).toBeNull()
  expect(workingDaysUntil(day('2026-11-20'), '9999-12-31')).toBeNull()
})
