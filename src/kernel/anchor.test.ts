import { expect, test } from 'vitest'
import { anchorOf } from './anchor.ts'

test('a heading becomes the last part of an address, umlauts spelled out', () => {
  expect(anchorOf('Zusammenlegung, Aufteilung, neuer Name')).toBe('zusammenlegung-aufteilung-neuer-name')
  expect(anchorOf('Prüfung übergeben & schließen')).toBe('pruefung-uebergeben-schliessen')
  expect(anchorOf(' „Café“ ')).toBe('cafe')
  expect(anchorOf('…')).toBe('')
})
