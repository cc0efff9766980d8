import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { countedDown, timeLeft } from './time-left.ts'

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text)
const deadline = '2026-12-31'

test('Working days leave out weekends and the holidays of Saxony-Anhalt, and today', () => {
  expect(timeLeft(at('2026-12-28T08:00:00Z'), deadline)).toMatchObject({ days: 3, workingDays: 3 })
  expect(timeLeft(at('2026-12-23T08:00:00Z'), deadline)).toMatchObject({ days: 8, workingDays: 5 })
  expect(timeLeft(at('2026-12-28T08:00:00Z'), null)).toBeNull()
})

test('The last day ends at 24:00 in Saxony-Anhalt, not in Greenwich', () => {
  const last = timeLeft(at('2026-12-31T22:30:00Z'), deadline)
  expect([last?.days, last?.hours, last?.minutes]).toEqual([0, 1, 30])
  expect(timeLeft(at('2026-12-31T23:00:00Z'), deadline)).toMatchObject({ days: -1, hours: 0, minutes: 0 })
})

test('It counts days, on the last day hours, in the last hour minutes, and then days since', () => {
  const words = (text: string): string => {
    const left = timeLeft(at(text), deadline)
    if (!left) throw new Error('there is a last day')
    const { value, unit } = countedDown(left, deadline)
    return `${value} ${unit}`
  }
  expect(words('2026-12-28T08:00:00Z')).toBe('3 Tage bis 31.12.2026')
  expect(words('2026-12-30T08:00:00Z')).toBe('1 Tag bis 31.12.2026')
  expect(words('2026-12-31T08:00:00Z')).toBe('15 Stunden bis heute, 31.12.2026, 24 Uhr')
  expect(words('2026-12-31T22:59:00Z')).toBe('1 Minute bis heute, 31.12.2026, 24 Uhr')
  expect(words('2027-01-02T08:00:00Z')).toBe('2 Tage seit dem 31.12.2026')
})
