import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { compareDays, dueInWords, situationInWords } from './due.ts'

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const monday = day('2026-11-23')

test('a day is told by its distance: overdue since when, today, tomorrow, in so many days', () => {
  expect(dueInWords(day('2026-11-20'), monday)).toEqual({
    text: 'seit Freitag überfällig',
    date: 'war bis 20.11.',
    urgency: 'late',
  })
  expect(dueInWords(day('2026-11-22'), monday).text).toBe('seit gestern überfällig')
  expect(dueInWords(day('2026-11-03'), monday).text).toBe('seit 20 Tagen überfällig')
  expect(dueInWords(monday, monday)).toEqual({ text: 'heute', date: '23.11.', urgency: 'soon' })
  expect(dueInWords(day('2026-11-24'), monday)).toEqual({ text: 'morgen', date: '24.11.', urgency: 'soon' })
  expect(dueInWords(day('2027-01-21'), monday)).toEqual({ text: 'in 59 Tagen', date: '21.1.2027' })
})

test('overdue comes before today, today before later, and what has no day at the end', () => {
  const days = [null, day('2027-01-01'), monday, null, day('2026-11-01')].toSorted(compareDays)
  expect(days.map(String)).toEqual(['2026-11-01', '2026-11-23', '2027-01-01', 'null', 'null'])
})

test('the sentence of the day names what is urgent, and nothing it does not know', () => {
  const calm = { late: 0, today: 0, total: 3, next: null, isIncomplete: false }
  expect(situationInWords({ ...calm, late: 1, today: 2 })).toBe('Eine Aufgabe ist überfällig, 2 enden heute.')
  expect(situationInWords({ ...calm, late: 3, today: 1 })).toBe('3 Aufgaben sind überfällig, eine endet heute.')
  expect(situationInWords({ ...calm, late: 2 })).toBe('2 Aufgaben sind überfällig.')
  expect(situationInWords({ ...calm, today: 1 })).toBe('Eine Aufgabe endet heute.')
  expect(situationInWords({ ...calm, next: day('2026-11-27') })).toBe(
    'Heute drängt nichts. Die nächste Frist endet am 27. November 2026.',
  )
  expect(situationInWords(calm)).toBe('Heute drängt nichts.')
  expect(situationInWords({ ...calm, total: 0 })).toBe('Für Sie liegt nichts an.')
  expect(situationInWords({ ...calm, total: 0, isIncomplete: true })).toContain('nicht vollständig')
})
