import { expect, test } from 'vitest'
import { fold, keyOf, readPhrase, wordsOf } from './words.ts'

test('both ways to write an umlaut or ß are one word', () => {
  for (const [one, other] of [
    ['Prüfung', 'Pruefung'],
    ['Straße', 'STRASSE'],
    ['Gebäude', 'Gebaeude'],
    ['Köthen', 'Koethen'],
    ['Übung', 'u\u0308bung'],
  ] as const)
    expect(fold(one)).toBe(fold(other))
})

test('"ue" that is no umlaut stays what it is', () => {
  expect([fold('neue'), fold('neuen'), fold('Quelle'), fold('Bauern')]).toEqual(['neue', 'neuen', 'quelle', 'bauern'])
})

test('keys are words like others, whatever separates their parts', () => {
  expect(wordsOf('BAK.1')).toEqual(['bak', '1'])
  expect(keyOf('lw-start-05')).toBe('lw start 05')
})

test('any string is a phrase', () => {
  expect(readPhrase('').words).toEqual([])
  expect(readPhrase('🐘 … \u0000 \ud800').words).toEqual([])
  expect(readPhrase("'; drop table search.document; --").words).toEqual(['drop', 'table', 'search', 'document'])
  expect(readPhrase('.*(a+)+$').words).toEqual(['a'])
})

test('what is too long is cut, and says so', () => {
  const { text, words, isCut } = readPhrase('Musterstadt '.repeat(1000))
  expect([text.length <= 200, words.length, isCut]).toEqual([true, 12, true])
  expect(readPhrase('Musterstadt').isCut).toBe(false)
})

test('empty words with umlauts are left out, unless there are no others', () => {
  expect(readPhrase('Schutz für Daten').words).toEqual(['schutz', 'daten'])
  expect(readPhrase('für').words).toEqual(['fur'])
})
