import { expect, test } from 'vitest'
import { piecesOf, plainSnippet, totalInWords } from './hit.ts'

test('a snippet is text in pieces, whatever stands in it', () => {
  expect(piecesOf('Die \u0002Sicherung\u0003 <b>läuft</b>')).toEqual([
    { text: 'Die ', isFound: false },
    { text: 'Sicherung', isFound: true },
    { text: ' <b>läuft</b>', isFound: false },
  ])
  expect(piecesOf('\u0002offen')).toEqual([{ text: 'offen', isFound: true }])
  expect(piecesOf('')).toEqual([])
  expect(plainSnippet('\u0002Sicherung\u0003 läuft')).toBe('Sicherung läuft')
})

test('beyond what is looked at nobody is promised a figure', () => {
  expect([totalInWords(7), totalInWords(200)]).toEqual(['7', 'mehr als 199'])
})
