import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { hostOf, validityOf } from './evidence.ts'

const today = Temporal.PlainDate.from('2026-11-21')

test('evidence ends after its last day, and soon during the thirty days up to it', () => {
  const cases = [
    [null, 'endless'],
    ['2026-11-20', 'expired'],
    ['2026-11-21', 'soon'],
    ['2026-12-21', 'soon'],
    ['2026-12-22', 'valid'],
  ] as const
  for (const [validUntil, wanted] of cases)
    expect([validUntil, validityOf({ validUntil }, today)]).toEqual([validUntil, wanted])
})

test('only links of the web without a name or password in them are links', () => {
  expect(hostOf('https://wiki.musterstadt.example/backup?seite=3')).toBe('wiki.musterstadt.example')
  expect(hostOf('http://intranet:8080/')).toBe('intranet:8080')
  for (const bad of [
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'ftp://a.example/b',
    'https://jana:geheim@a.example/',
    'wiki.musterstadt.example',
    '//a.example',
    'https://',
    '',
  ])
    expect([bad, hostOf(bad)]).toEqual([bad, undefined])
})
