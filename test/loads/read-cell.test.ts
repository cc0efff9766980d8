// What people and Excel write into cells.
import { describe, expect, test } from 'vitest'
import { germanAmount } from '#kernel/money.ts'
import { isRefusal, type Outcome } from '#kernel/outcome.ts'
import { readDay, readMoney, readTime } from '#domains/security/initial-load/workbook/read-cell.ts'

const said = <Value>(outcome: Outcome<Value>): Value | string => (isRefusal(outcome) ? outcome.refused : outcome)

describe('a cell of a foreign table', () => {
  test.each(['31.12.2026', '31.12.26', '2026-12-31', '2026-12-31 09:30', '31. Dezember 2026', '31. Dez 2026', '46387'])(
    '%s is the last day of 2026',
    (text) => expect(said(readDay(text))).toBe('2026-12-31'),
  )

  test.each([
    ['KW 48', /eine Woche, kein Tag/],
    ['31.02.2026', /gibt es nicht/],
    ['demnächst', /kein Tag/],
    ['31.12.1026', /Jahre 1990 bis 2100/],
    ['12/31/2026', /kein Tag/],
    ['=HEUTE()', /kein Tag/],
  ])('%s is no day', (text, why) => expect(said(readDay(text))).toMatch(why))

  test.each(['16.100,00 €', '16100', '16100,0', '16100.00', '16 100,00', '16.100 EUR', '16.100,- €', '16,100.00'])(
    '%s is 16,100 euros',
    (text) => expect(said(readMoney(text))).toBe(1_610_000),
  )

  test.each([
    ['-5', /nie negativ/],
    ['1,005', /mehr als zwei Stellen/],
    ['1.234.56', /kein Betrag/],
    ['viel', /kein Betrag/],
    ['=A1', /Formel ohne Ergebnis/],
    ['10.000.000,01', /größer als zehn Millionen/],
  ])('%s is no amount', (text, why) => expect(said(readMoney(text))).toMatch(why))

  test('each number of cents is read as it is written', () => {
    for (const cents of [0, 1, 9, 10, 99, 100, 101, 99_999, 100_000, 1_610_000, 3_000_000, 999_999_999])
      expect(said(readMoney(`${germanAmount(cents)} €`))).toBe(cents)
  })

  test.each([
    ['9:00', '09:00'],
    ['09.30 Uhr', '09:30'],
    ['9 Uhr', '09:00'],
    ['0,375', '09:00'],
  ])('%s is %s', (text, time) => expect(said(readTime(text))).toBe(time))

  test.each(['25:00', 'vormittags', '9:75'])('%s is no time', (text) =>
    expect(said(readTime(text))).toMatch(/keine Uhrzeit/),
  )
})
