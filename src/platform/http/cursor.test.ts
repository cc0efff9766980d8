import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from '#kernel/outcome.ts'
import { decodeCursor, encodeCursor, listPage } from './cursor.ts'

const id = '017f22e2-79b0-7cc3-98c4-dc0c0c07398f'

test('what a list sorts by goes through a cursor unchanged', () => {
  const text = fc.string({ unit: 'grapheme' }).filter((value) => !value.includes('\0'))
  fc.assert(
    fc.property(text, fc.integer({ min: -2_147_483_647, max: 2_147_483_647 }), (name, position) => {
      const cursor = encodeCursor([name, position, id])
      expect(cursor).toMatch(/^[\w-]*$/)
      expect(decodeCursor(cursor, ['text', 'integer', 'id'])).toEqual([name, position, id])
    }),
  )
})

test('without a cursor a list begins at the beginning', () => {
  expect(decodeCursor(undefined, ['text'])).toBeNull()
})

test.for([
  ['of another list', encodeCursor(['a', 'b'])],
  ['with another kind of value', encodeCursor([7])],
  ['with a character that no column holds', encodeCursor(['a\0b'])],
  ['that is no list', Buffer.from('{"0":"a","length":1}').toString('base64url')],
  ['that is no JSON', Buffer.from('["a"').toString('base64url')],
  ['that is nothing', ''],
] as const)('a cursor %s is refused with a sentence', ([, cursor]) => {
  expect(decodeCursor(cursor, ['text'])).toMatchObject({
    refused: expect.stringMatching(/ohne cursor von vorn/),
    errors: [{ path: 'cursor' }],
  })
})

test('numbers that the database cannot hold, and ids that are none, are refused', () => {
  for (const value of [2 ** 31, 1.5, '7'])
    expect(isRefusal(decodeCursor(encodeCursor([value]), ['integer']))).toBe(true)
  expect(isRefusal(decodeCursor(encodeCursor([`${id}x`]), ['id']))).toBe(true)
})

test('page by page every row comes once, and the last page has no next', () => {
  fc.assert(
    fc.property(fc.nat(40), fc.integer({ min: 1, max: 12 }), (count, limit) => {
      const rows = Array.from({ length: count }, (_, position) => ({ position }))
      const seen: { position: number }[] = []
      for (let next: string | null | undefined; next !== null;) {
        const after = decodeCursor(next, ['integer'])
        const from = Array.isArray(after) ? Number(after[0]) + 1 : 0
        const page = listPage(rows.slice(from, from + limit + 1), limit, ({ position }) => [position])
        seen.push(...page.items)
        next = page.next
      }
      expect(seen).toEqual(rows)
    }),
  )
})
