import { expect, test } from 'vitest'
import { domainInWords, readDomain } from './domain-name.ts'

test.each([
  ['musterstadt.de', 'musterstadt.de'],
  [' WWW.Musterstadt.DE. ', 'www.musterstadt.de'],
  ['Köthen-Anhalt.de', 'xn--kthen-anhalt-4ib.de'],
  ['weißenfels.de', 'xn--weienfels-i1a.de'],
  ['xn--kthen-anhalt-4ib.de', 'xn--kthen-anhalt-4ib.de'],
])('„%s“ is kept as %s', (typed, kept) => {
  expect(readDomain(typed)).toBe(kept)
})

test.each([
  'musterstadt',
  '',
  '127.0.0.1',
  '-muster.de',
  'muster-.de',
  'muster..de',
  'muster%2ede.de',
  'must er.de',
  '☃.de',
  `${'a'.repeat(64)}.de`,
  `${'abcdefghi.'.repeat(26)}de`,
  'muster.d\u0000e',
])('„%s“ is no domain', (typed) => {
  expect(readDomain(typed)).toMatchObject({ refused: expect.any(String) })
})

test('an address of a page or of mail is refused with what to enter instead', () => {
  for (const typed of ['https://www.musterstadt.de/', 'info@musterstadt.de', 'musterstadt.de:443'])
    expect(readDomain(typed)).toMatchObject({
      refused: expect.stringContaining('Bitte nur den Domänennamen eintragen'),
    })
})

test('people read umlauts, and the spelling of DNS where it differs', () => {
  expect(domainInWords('musterstadt.de')).toBe('musterstadt.de')
  expect(domainInWords('xn--kthen-anhalt-4ib.de')).toBe('köthen-anhalt.de (xn--kthen-anhalt-4ib.de)')
})
