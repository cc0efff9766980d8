import { expect, test } from 'vitest'
import { changeOf } from './change.ts'
import type { PictureCell, ShownCell } from './picture.ts'

const shown = (percent: number, more: Partial<ShownCell> = {}): PictureCell => ({
  key: 'harz',
  label: 'Harz',
  hidden: null,
  count: 9,
  percent,
  bound: null,
  asOf: null,
  ...more,
})
const hidden: PictureCell = { key: 'harz', label: 'Harz', hidden: 'small' }

test('a change is told only between two values', () => {
  expect(changeOf(shown(60), shown(55))).toBe(5)
  expect(changeOf(shown(45), shown(55))).toBe(-10)
  expect(changeOf(shown(60), hidden)).toBeNull()
  expect(changeOf(hidden, shown(60))).toBeNull()
  expect(changeOf(shown(60), undefined)).toBeNull()
})

test('from a bound, to a bound, and to a value that stayed, there is no change', () => {
  expect(changeOf(shown(5, { bound: 'atMost' }), shown(10))).toBeNull()
  expect(changeOf(shown(90), shown(95, { bound: 'atLeast' }))).toBeNull()
  expect(changeOf(shown(60, { asOf: '2026-05-01' }), shown(60))).toBeNull()
})
