import fc from 'fast-check'
import { expect, test } from 'vitest'
import { difference } from './difference.ts'

const inWords = (before: string, after: string): string =>
  difference(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'gone' ? `[-${text}-]` : `{+${text}+}`))
    .join('')

test('a note that was changed says which words went and which came', () => {
  expect(inWords('Liste liegt im Netzlaufwerk.', 'Liste liegt im Tresor.')).toBe(
    'Liste liegt im [-Netzlaufwerk.-]{+Tresor.+}',
  )
  expect(inWords('', 'Neu')).toBe('{+Neu+}')
  expect(inWords('Weg', '')).toBe('[-Weg-]')
  expect(inWords('', '')).toBe('')
  expect(inWords('eins zwei', 'null eins zwei drei')).toBe('{+null +}eins zwei {+drei+}')
})

test('what is left and what came is the new text, whatever was changed', () => {
  const note = fc
    .array(fc.constantFrom('a', 'b', 'c', ' ', '\n', '  ', 'ä'), { maxLength: 60 })
    .map((part) => part.join(''))
  fc.assert(
    fc.property(note, note, (before, after) => {
      const pieces = difference(before, after)
      const kept = pieces.filter(({ kind }) => kind !== 'gone').map(({ text }) => text)
      expect(kept.join('')).toBe(after)
    }),
  )
})

test('very long notes are shown as replaced', () => {
  const [before, after] = ['wort '.repeat(700), 'anders '.repeat(700)]
  expect(difference(before, after).map(({ kind }) => kind)).toEqual(['gone', 'new'])
})
