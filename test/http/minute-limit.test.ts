import { expect, test } from 'vitest'
import { MinuteLimit } from '#app/rate-limit.ts'

const noon = 1_796_000_400_000 - (1_796_000_400_000 % 60_000)

test('3,000 writes a minute are admitted, the next is not, other people are not concerned', () => {
  const limit = new MinuteLimit(3000)
  for (let count = 0; count < 3000; count++) expect(limit.admit('jana', noon + count)).toBe(true)
  expect(limit.admit('jana', noon + 59_999)).toBe(false)
  expect(limit.admit('tobias', noon + 59_999)).toBe(true)
})

test('the next minute begins anew', () => {
  const limit = new MinuteLimit(1)
  expect([limit.admit('jana', noon), limit.admit('jana', noon + 1)]).toEqual([true, false])
  expect([limit.admit('jana', noon + 60_000), limit.admit('jana', noon + 60_001)]).toEqual([true, false])
})
