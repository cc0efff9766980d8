import { expect, test } from 'vitest'
import { pressureInWords, pressureOf } from './enrollment.ts'

const road = (daysNeeded: number) => ({ state: 'active' as const, currentStep: 'report', daysNeeded })

test('fewer days left than it usually takes is endangered, exactly as many is not', () => {
  expect(pressureOf(road(30), 29)).toBe('endangered')
  expect(pressureOf(road(30), 30)).toBe('tight')
})

test('a third more than it usually takes is calm', () => {
  expect(pressureOf(road(100), 132)).toBe('tight')
  expect(pressureOf(road(100), 133)).toBe('onTrack')
})

test('on the last day nothing is late yet, the day after it is', () => {
  expect(pressureOf(road(1), 0)).toBe('endangered')
  expect(pressureOf(road(0), 0)).toBe('onTrack')
  expect(pressureOf(road(0), -1)).toBe('late')
  expect(pressureOf(road(30), -1)).toBe('late')
})

test('nothing presses without a deadline, after the last step, or once the participation has ended', () => {
  for (const daysLeft of [-1, 0, 5]) {
    expect(pressureOf({ ...road(30), currentStep: null }, daysLeft)).toBe('none')
    expect(pressureOf({ ...road(30), state: 'withdrawn' }, daysLeft)).toBe('none')
  }
  expect(pressureOf(road(30), null)).toBe('none')
})

test('each has its word, and what does not press has none', () => {
  expect((['late', 'endangered', 'tight', 'onTrack', 'none'] as const).map(pressureInWords)).toEqual([
    'Frist vorbei',
    'gefährdet',
    'knapp',
    'im Plan',
    '',
  ])
})
