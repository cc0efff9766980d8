import { expect, test } from 'vitest'
import { certificateNumber, lettersOfNumber, lettersThereAre, readNumber } from './number.ts'

test('fifty bits become ten letters in two groups behind the year', () => {
  expect(lettersThereAre ** lettersOfNumber).toBe(2 ** 50)
  expect(certificateNumber(2027, [0, 1, 9, 10, 17, 18, 19, 20, 26, 31])).toBe('LW-2027-019AH-JKMTZ')
})

test.each([
  'LW-2027-019AH-JKMTZ',
  'lw-2027-019ah-jkmtz',
  '  LW 2027 019AH JKMTZ ',
  'LW2027019AHJKMTZ',
  'LW–2027–O19AH–JKMTZ',
  'LW-2O27-oi9ah-jkmtz',
  'LW-2027-0l9AH-JKMTZ',
  '2027-019AH-JKMTZ',
])('%s is read as the number it means', (typed) => {
  expect(readNumber(typed)).toBe('LW-2027-019AH-JKMTZ')
})

test.each(['', 'LW-2027-019AH', 'LW-2027-019AU-JKMTZ', 'XY-2027-019AH-JKMTZ', 'LW-20A7-019AH-JKMTZ', 'x'.repeat(5000)])(
  '%s cannot be one',
  (typed) => {
    expect(readNumber(typed)).toBeUndefined()
  },
)

test('what we make we read', () => {
  for (let value = 0; value < lettersThereAre; value += 1) {
    const number = certificateNumber(
      2026,
      Array.from({ length: lettersOfNumber }, () => value),
    )
    expect(readNumber(number.toLowerCase())).toBe(number)
  }
})
