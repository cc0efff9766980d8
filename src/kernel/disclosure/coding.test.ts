import { expect, test } from 'vitest'
import { codedInWords, codeMean, intervalOf } from './coding.ts'

test.for([
  [0, '≤ 5\u00A0%'],
  [7.4, '≤ 5\u00A0%'],
  [7.5, '10\u00A0%'],
  [43, '45\u00A0%'],
  [92.4, '90\u00A0%'],
  [92.5, '≥ 95\u00A0%'],
  [100, '≥ 95\u00A0%'],
] as const)('a mean of %s is shown as %s', ([mean, words]) => {
  expect(codedInWords(codeMean(mean))).toBe(words)
})

test('every mean lies in the interval of what is shown for it', () => {
  for (let tenths = 0; tenths <= 1000; tenths += 1) {
    const [low, high] = intervalOf(codeMean(tenths / 10))
    expect([low <= tenths / 10, tenths / 10 <= high]).toEqual([true, true])
  }
})
