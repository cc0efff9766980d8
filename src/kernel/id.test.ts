import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isId, uuidV7 } from './id.ts'

const latest = 2 ** 48 - 1
const random = fc.uint8Array({ minLength: 10, maxLength: 16 })

test('the example of RFC 9562 is made from its own time and bits', () => {
  const bits = Uint8Array.from(Buffer.from('0cc318c4dc0c0c07398f', 'hex'))
  expect(uuidV7(0x017f22e279b0, bits)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
})

test('whatever the time and the bits: an id of version 7 that tells its time', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: latest }), random, (time, bits) => {
      const id = uuidV7(time, bits)
      expect(isId(id)).toBe(true)
      expect([id[14], Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)]).toEqual(['7', time])
    }),
  )
})

test('a fraction of a millisecond does not matter, ids sort by the time they were made', () => {
  const [early, late] = [
    uuidV7(1_764_000_000_000.9, new Uint8Array(10).fill(255)),
    uuidV7(1_764_000_000_001.2, new Uint8Array(10)),
  ]
  expect([late, early].toSorted()).toEqual([early, late])
})

test('too few random bytes are a bug, not a weak id', () => {
  expect(() => uuidV7(0, new Uint8Array(9))).toThrow(RangeError)
})

test.for([
  '',
  'x',
  '017F22E2-79B0-7CC3-98C4-DC0C0C07398F',
  '017f22e279b07cc398c4dc0c0c07398f',
  '017f22e2-79b0-7cc3-c8c4-dc0c0c07398f',
  ' 017f22e2-79b0-7cc3-98c4-dc0c0c07398f',
  `017f22e2-79b0-7cc3-98c4-dc0c0c07398f\n`,
  null,
  7,
  ['017f22e2-79b0-7cc3-98c4-dc0c0c07398f'],
])('%j is no id of ours', (value) => expect(isId(value)).toBe(false))
