import fc from 'fast-check'
import { expect, test } from 'vitest'
import { euro, germanAmount, germanMoney, readGermanCents, split } from './money.ts'

test('amounts are written as people in a town hall write them', () => {
  expect([euro(1_610_000), euro(1_610_050)]).toEqual(['16.100\u00A0€', '16.100,50\u00A0€'])
  expect([germanAmount(-1_234_567), germanMoney(5)]).toEqual(['-12.345,67', '0,05 €'])
})

test('and read as they write them', () => {
  expect(['16.100', '16 100,50 €', '9,99', ''].map(readGermanCents)).toEqual([1_610_000, 1_610_050, 999, null])
  expect(readGermanCents('16.10')).toBe('16.10')
})

test('three equal shares of 10,000.00 are a cent apart, the first gets it', () => {
  expect(split(1_000_000, [1, 1, 1])).toEqual([333_334, 333_333, 333_333])
})

test('whatever is divided, nothing is lost and nobody is more than a cent off', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), weights, (total, given) => {
      fc.pre(given.some((weight) => weight > 0))
      const parts = split(total, given)
      const sum = given.reduce((left, right) => left + right, 0)
      expect(parts.reduce((left, right) => left + right, 0)).toBe(total)
      parts.forEach((part, place) => expect(Math.abs(part - (total * (given[place] ?? 0)) / sum)).toBeLessThan(1))
    }),
  )
})
