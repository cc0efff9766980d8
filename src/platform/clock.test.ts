import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { SettableClock, systemClock } from './clock.ts'

const apart = (a: Temporal.Instant, b: Temporal.Instant): number => Math.abs(a.until(b).total('seconds'))
const moment = Temporal.Instant.from('2026-12-31T23:00:00Z')

test('a clock that nobody has set tells the time of the system', () => {
  expect(apart(new SettableClock().now(), systemClock.now())).toBeLessThan(30)
})

test('a clock that was set stands there and runs on', async () => {
  const clock = new SettableClock()
  clock.set(moment)
  const first = clock.now()
  expect(apart(first, moment)).toBeLessThan(30)
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(Temporal.Instant.compare(clock.now(), first)).toBe(1)
})

test('it can be set back, and setting one leaves the other alone', () => {
  const [one, other] = [new SettableClock(), new SettableClock()]
  one.set(moment)
  one.set(moment.subtract({ hours: 24 * 365 }))
  expect(apart(one.now(), moment.subtract({ hours: 24 * 365 }))).toBeLessThan(30)
  expect(apart(other.now(), systemClock.now())).toBeLessThan(30)
})
