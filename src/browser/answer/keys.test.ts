import { expect, test } from 'vitest'
import { answerOfKey } from './keys.ts'

const press = (key: string, more = {}) =>
  answerOfKey({ key, ctrlKey: false, altKey: false, metaKey: false, repeat: false, ...more })

test('J, N, R and 1, 2, 3 answer; other keys, those of the browser and a key held down do not', () => {
  expect(['j', 'J', '1'].map((key) => press(key))).toEqual(['yes', 'yes', 'yes'])
  expect(['n', 'N', '2'].map((key) => press(key))).toEqual(['no', 'no', 'no'])
  expect(['r', 'R', '3'].map((key) => press(key))).toEqual(['notApplicable', 'notApplicable', 'notApplicable'])
  for (const key of ['Tab', 'ArrowDown', ' ', 'Enter', '4', 'x', 'constructor'])
    expect([key, press(key)]).toEqual([key, undefined])
  for (const more of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }, { repeat: true }])
    expect(press('n', more)).toBeUndefined()
})
