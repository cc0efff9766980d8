import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { dayFrom, daysOf, periodOf, weeksOf } from './period.ts'

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const instant = (text: string): Temporal.Instant => Temporal.Instant.from(text)
const today = day('2026-11-23')

test('a day in an address is taken, anything else is today', () => {
  expect(dayFrom('2026-12-24', today).toString()).toBe('2026-12-24')
  for (const text of [
    undefined,
    '',
    'morgen',
    '2026-02-30',
    '2026-13-01',
    '1999-12-31',
    '2101-01-01',
    '20261224',
    '-271821-04-19',
    '2026-12-24T10:00',
  ])
    expect([text, dayFrom(text, today)]).toEqual([text, today])
})

test('a month begins on its first day, has its neighbours, and its weeks run from Monday to Sunday', () => {
  const month = periodOf('monat', today)
  expect([month.first, month.last, month.previous, month.next].map(String)).toEqual([
    '2026-11-01',
    '2026-11-30',
    '2026-10-01',
    '2026-12-01',
  ])
  expect(month.title).toBe('November 2026')
  const weeks = weeksOf(month)
  expect(weeks.map((week) => week[0]?.toString())).toEqual([
    '2026-10-26',
    '2026-11-02',
    '2026-11-09',
    '2026-11-16',
    '2026-11-23',
    '2026-11-30',
  ])
  expect(weeks.every((week) => week.length === 7)).toBe(true)
})

test('the week around the turn of the year has its number', () => {
  expect(periodOf('woche', day('2027-01-01')).title).toBe('Woche 53: 28.12.2026 bis 03.01.2027')
})

test('weeks hold every day of any month once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2000, max: 2100 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      const period = periodOf('monat', Temporal.PlainDate.from({ year, month, day: 15 }))
      const days = weeksOf(period)
        .flat()
        .filter((each) => each.month === month)
      expect(days).toHaveLength(period.first.daysInMonth)
    }),
  )
})

test('what ends at midnight does not touch the day that begins, and what has no length touches its own', () => {
  const days = (from: string, until: string) => {
    const { first, last } = daysOf({ from: instant(from), until: instant(until) })
    return [first.toString(), last.toString()]
  }
  expect(days('2026-11-23T20:00:00Z', '2026-11-23T23:00:00Z')).toEqual(['2026-11-23', '2026-11-23'])
  expect(days('2026-11-23T20:00:00Z', '2026-11-23T23:00:01Z')).toEqual(['2026-11-23', '2026-11-24'])
  expect(days('2026-11-23T23:00:00Z', '2026-11-23T23:00:00Z')).toEqual(['2026-11-24', '2026-11-24'])
  expect(days('2026-10-24T22:30:00Z', '2026-10-25T22:30:00Z')).toEqual(['2026-10-25', '2026-10-25'])
  expect(daysOf({ from: today, until: today.add({ days: 2 }) }).last.toString()).toBe('2026-11-25')
})
