import { expect, test } from 'vitest'
import { diskSpace, isDiskFull, isLow } from './disk-space.ts'

test('a disk is low under 5 % or under 1 GiB', () => {
  const gib = 1024 ** 3
  expect(isLow({ free: 3 * gib, total: 100 * gib })).toBe(true)
  expect(isLow({ free: 0.9 * gib, total: 2 * gib })).toBe(true)
  expect(isLow({ free: 6 * gib, total: 100 * gib })).toBe(false)
})

test('the disk of a folder is known, that of no folder is not', async () => {
  const space = await diskSpace('.')
  expect(space?.total).toBeGreaterThan(0)
  expect(space?.free).toBeLessThanOrEqual(space?.total ?? 0)
  expect(await diskSpace('/no/such/folder')).toBeUndefined()
})

test('no space left is recognised from the system, from PostgreSQL, and as a cause', () => {
  expect(isDiskFull(Object.assign(new Error('write'), { code: 'ENOSPC' }))).toBe(true)
  expect(isDiskFull(Object.assign(new Error('could not extend file'), { code: '53100' }))).toBe(true)
  expect(isDiskFull(new Error('outer', { cause: new Error('could not write: No space left on device') }))).toBe(true)
  expect(isDiskFull(Object.assign(new Error('too many connections'), { code: '53300' }))).toBe(false)
  expect(isDiskFull('ENOSPC')).toBe(false)
})
