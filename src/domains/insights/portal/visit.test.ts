import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { isMarked, lastVisit } from './visit.ts'

const at = (time: string): Temporal.Instant => Temporal.Instant.from(`2026-11-23T${time}Z`)

test('within an hour it is the same visit, afterwards what was seen last is the last visit', () => {
  const visit = { seenAt: at('10:00'), beforeAt: at('07:00') }
  expect(lastVisit(null, at('10:00'))).toBeNull()
  expect(lastVisit(visit, at('10:59'))).toBe(visit.beforeAt)
  expect(lastVisit(visit, at('11:00'))).toBe(visit.seenAt)
  expect(lastVisit({ seenAt: at('10:00'), beforeAt: null }, at('10:30'))).toBeNull()
})

test('a mark is renewed at most once a minute', () => {
  const visit = { seenAt: at('10:00'), beforeAt: null }
  expect([isMarked(null, at('10:00')), isMarked(visit, at('10:00:59')), isMarked(visit, at('10:01'))]).toEqual([
    false,
    true,
    false,
  ])
})
