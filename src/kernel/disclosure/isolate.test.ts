import { expect, test } from 'vitest'
import { findIsolated } from './isolate.ts'

const column = (weight: number, ...rows: number[]) => ({ weight, rows })

test('rows that stand in one another speak of what lies between them', () => {
  // Row 0 is everybody, row 1 all but the second column.
  expect(findIsolated([column(9, 0, 1), column(3, 0)], 2, 5)).toEqual([1])
  expect(findIsolated([column(9, 0, 1), column(5, 0)], 2, 5)).toBeUndefined()
})

test('two partitions that cross each other speak of nobody alone', () => {
  const crossed = [column(3, 0, 2), column(3, 0, 3), column(3, 1, 2), column(3, 1, 3)]
  expect(findIsolated(crossed, 4, 5)).toBeUndefined()
})

test('but of those few who stand in the way of two groups being the same', () => {
  // Rows 0 and 2 differ by the second and third column alone: three subjects.
  const columns = [column(8, 0, 2), column(1, 0, 3), column(2, 1, 2), column(7, 1, 3)]
  expect(findIsolated(columns, 4, 5)).toEqual([1, 2])
  expect(findIsolated(columns, 4, 3)).toBeUndefined()
})

test('a row with few of its own speaks of them', () => {
  expect(findIsolated([column(4, 0), column(9, 1)], 2, 5)).toEqual([0])
})
