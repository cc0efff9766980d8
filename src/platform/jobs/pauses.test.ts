import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { nextRun, pauseSeconds } from './pauses.ts'

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text)

test('pauses double from half a minute up to the longest', () => {
  const middle = (attempts: number): number => pauseSeconds(attempts, 0.5, 6 * 3600)
  expect([1, 2, 3, 4, 11, 12, 40].map(middle)).toEqual([30, 60, 120, 240, 21_600, 21_600, 21_600])
  expect(pauseSeconds(20, 0.5, 900)).toBe(900)
})

test('a tenth of a pause is left to chance', () => {
  expect(pauseSeconds(4, 0, 3600)).toBe(228)
  expect(pauseSeconds(4, 1, 3600)).toBe(252)
})

test('every so many minutes counts from now', () => {
  expect(nextRun({ everyMinutes: 5 }, at('2026-11-21T18:58:00Z')).toString()).toBe('2026-11-21T19:03:00Z')
})

test('a daily job comes at the local time, today or tomorrow', () => {
  expect(nextRun({ dailyAt: '03:30' }, at('2026-11-21T02:29:59Z')).toString()).toBe('2026-11-21T02:30:00Z')
  expect(nextRun({ dailyAt: '03:30' }, at('2026-11-21T02:30:00Z')).toString()).toBe('2026-11-22T02:30:00Z')
})

test('the change of the clocks moves a daily job, and a time that does not exist comes an hour later', () => {
  expect(nextRun({ dailyAt: '03:30' }, at('2026-03-28T12:00:00Z')).toString()).toBe('2026-03-29T01:30:00Z')
  expect(nextRun({ dailyAt: '02:30' }, at('2026-03-28T12:00:00Z')).toString()).toBe('2026-03-29T01:30:00Z')
  expect(nextRun({ dailyAt: '02:30' }, at('2026-10-24T12:00:00Z')).toString()).toBe('2026-10-25T00:30:00Z')
})
