import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordDifference } from './word-difference.ts'

const inWords = (before: string, after: string): string =>
  wordDifference(before, after)
    .pieces.map(({ kind, text }) => (kind === 'same' ? text : kind === 'gone' ? `[-${text}-]` : `{+${text}+}`))
    .join('')

test('a text that was changed says which words went and which came', () => {
  expect(inWords('Liste liegt im Netzlaufwerk.', 'Liste liegt im Tresor.')).toBe(
    'Liste liegt im [-Netzlaufwerk.-]{+Tresor.+}',
  )
  expect(inWords('', 'Neu')).toBe('{+Neu+}')
  expect(inWords('Weg', '')).toBe('[-Weg-]')
  expect(inWords('', '')).toBe('')
  expect(inWords('eins zwei', 'null eins zwei drei')).toBe('{+null +}eins zwei {+drei+}')
})

test('what is left and what came is the new text, what is left and what went has the words of the old one', () => {
  const some = fc
    .array(fc.constantFrom('a', 'b', 'c', ' ', '\n', '  ', 'ä'), { maxLength: 60 })
    .map((part) => part.join(''))
  const words = (text: string): string => text.trim().split(/\s+/).join(' ')
  fc.assert(
    fc.property(some, some, (before, after) => {
      const { pieces } = wordDifference(before, after)
      const without = (left: string): string =>
        pieces
          .filter(({ kind }) => kind !== left)
          .map(({ text }) => text)
          .join('')
      expect(without('gone')).toBe(after)
      expect(words(without('new')).replaceAll(' ', '')).toBe(words(before).replaceAll(' ', ''))
    }),
  )
})

test.for([
  ['very long texts', 'wort '.repeat(2_500), 'wort '.repeat(2_499)],
  ['texts that have nothing in common', 'wort '.repeat(700), 'anders '.repeat(700)],
] as const)('%s are shown as replaced, and say so', ([, before, after]) => {
  const { pieces, isByWords } = wordDifference(before, after)
  expect([pieces.map(({ kind }) => kind), isByWords]).toEqual([['gone', 'new'], false])
})

test('the longest texts that are compared take no time worth a word', () => {
  const long = (seed: number): string => Array.from({ length: 1_500 }, (_, at) => `w${(at * seed) % 97}`).join(' ')
  const start = performance.now()
  for (let round = 0; round < 10; round++) wordDifference(long(7), long(11 + round))
  expect((performance.now() - start) / 10).toBeLessThan(150)
})
