import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { germanDay, germanMoment, germanTime, localDay, longGermanDate, longGermanDay } from './local-day.ts'

const instant = (text: string): Temporal.Instant => Temporal.Instant.from(text)
const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)

test.for([
  ['at noon', '2026-07-01T10:00:00Z', '2026-07-01'],
  ['before midnight in summer', '2026-07-01T21:59:59.999Z', '2026-07-01'],
  ['between 00:00 and 02:00 in summer, when UTC still says yesterday', '2026-07-01T22:00:00Z', '2026-07-02'],
  ['between 00:00 and 01:00 in winter', '2026-12-31T23:00:00Z', '2027-01-01'],
  ['before midnight in winter', '2026-12-31T22:59:59.999Z', '2026-12-31'],
  ['in the hour that the clock skips', '2026-03-29T01:00:00Z', '2026-03-29'],
  ['in the hour that comes twice', '2026-10-25T00:30:00Z', '2026-10-25'],
] as const)('the local day %s', ([, now, expected]) => {
  expect(localDay(instant(now)).toString()).toBe(expected)
})

test('every instant lies within its local day, also on those of 23 and 25 hours', () => {
  const [from, to] = [instant('2020-01-01T00:00:00Z'), instant('2040-01-01T00:00:00Z')].map(
    (at) => at.epochMilliseconds,
  )
  fc.assert(
    fc.property(fc.integer({ min: from ?? 0, max: to ?? 0 }), (milliseconds) => {
      const now = Temporal.Instant.fromEpochMilliseconds(milliseconds)
      const begin = localDay(now).toZonedDateTime({ timeZone: 'Europe/Berlin' })
      expect(Temporal.Instant.compare(begin.toInstant(), now)).toBeLessThanOrEqual(0)
      expect(Temporal.Instant.compare(now, begin.add({ days: 1 }).toInstant())).toBe(-1)
    }),
  )
})

test('the clock on the wall is that of the zone, at every minute around the nights on which it changes', () => {
  for (const change of ['2026-03-29T01:00:00Z', '2026-10-25T01:00:00Z', '1980-04-06T01:00:00Z'])
    for (let minutes = -180; minutes <= 180; minutes++) {
      const now = instant(change).add({ minutes })
      const zoned = now.toZonedDateTimeISO('Europe/Berlin')
      expect(`${localDay(now).toString()} ${germanTime(now)}`).toBe(
        `${zoned.toPlainDate().toString()} ${zoned.toPlainTime().toString({ smallestUnit: 'minute' })} Uhr`,
      )
    }
})

test('days and times are written as the office writes them', () => {
  expect(germanDay(day('2026-03-01'))).toBe('01.03.2026')
  expect(germanTime(instant('2026-07-01T22:05:00Z'))).toBe('00:05 Uhr')
  expect(germanTime(instant('2026-01-01T22:05:00Z'))).toBe('23:05 Uhr')
})

test.for([
  ['2026-07-02T08:00:00Z', '2026-07-02T20:00:00Z', '10:00 Uhr'],
  ['2026-07-01T21:59:00Z', '2026-07-01T22:01:00Z', 'gestern, 23:59 Uhr'],
  ['2026-07-01T22:01:00Z', '2026-07-02T21:59:00Z', '00:01 Uhr'],
  ['2026-06-30T10:00:00Z', '2026-07-02T10:00:00Z', '30.06.2026'],
  ['2026-03-28T23:30:00Z', '2026-03-29T22:30:00Z', 'gestern, 00:30 Uhr'],
  ['2025-12-31T22:00:00Z', '2026-01-01T10:00:00Z', 'gestern, 23:00 Uhr'],
] as const)('saved at %s is at %s shown as “%s”', ([saved, now, words]) => {
  expect(germanMoment(instant(saved), instant(now))).toBe(words)
})

test('a day in words', () => {
  const first = day('2026-03-01')
  expect([longGermanDate(first), longGermanDay(first)]).toEqual(['1. März 2026', 'Sonntag, 1. März 2026'])
})
