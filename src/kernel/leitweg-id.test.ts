import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from '#kernel/outcome.ts'
import { needsSharedData, sharedData } from '../../test/fixtures/shared-data.ts'
import { checkDigits, formatLeitwegId, readLeitwegId } from './leitweg-id.ts'

test('a real Leitweg-ID is taken apart and put together again', () => {
  const read = readLeitwegId('15082256-0000-27')
  expect(read).toEqual({ coarse: '15082256', fine: '0000', check: '27' })
  if (!isRefusal(read)) expect(formatLeitwegId(read)).toBe('15082256-0000-27')
})

test('letters count as ISO 7064 says, in small letters too', () => {
  expect(readLeitwegId(' 15999-verbund-95 ')).toEqual({ coarse: '15999', fine: 'VERBUND', check: '95' })
})

test('one without a fine address is complete with its check digits', () => {
  const id = `991-${checkDigits('991', '')}`
  expect(readLeitwegId(id)).toEqual({ coarse: '991', fine: '', check: checkDigits('991', '') })
})

test('the address the public page names for the state lacks its check digits, and the refusal says which', () => {
  expect(readLeitwegId('15-1001')).toEqual({
    refused: 'Dieser Leitweg-ID fehlen die Prüfziffern. Vollständig wäre 15-1001-85.',
  })
})

test('wrong check digits are refused with the right ones', () => {
  expect(readLeitwegId('99000000-01944-98')).toMatchObject({ refused: expect.stringContaining('richtig wären 56') })
})

test.each([
  '',
  '15',
  '15082256',
  '1-0000-27',
  '1234567890123-0-11',
  '15082256-0000-2',
  '15082256--27',
  '15-a_b-11',
  'a-b-c-d',
])('„%s“ is none', (text) => {
  expect(isRefusal(readLeitwegId(text))).toBe(true)
})

test('each single digit that is mistyped is noticed', () => {
  const coarse = fc.stringMatching(/^\d{2,12}$/)
  const fine = fc.stringMatching(/^[A-Z0-9]{1,30}$/)
  fc.assert(
    fc.property(coarse, fine, fc.nat(), fc.integer({ min: 1, max: 9 }), (front, back, where, by) => {
      const at = where % front.length
      const other = String((Number(front[at]) + by) % 10)
      const mistyped = front.slice(0, at) + other + front.slice(at + 1)
      expect(isRefusal(readLeitwegId(`${front}-${back}-${checkDigits(front, back)}`))).toBe(false)
      expect(isRefusal(readLeitwegId(`${mistyped}-${back}-${checkDigits(front, back)}`))).toBe(true)
    }),
  )
})

const expected = sharedData('xrechnung', 'kosit', 'expected.csv')
const title = 'agrees with the list about every test invoice of KoSIT'

test.skipIf(!expected)(expected ? title : `${title} (${needsSharedData('xrechnung')})`, () => {
  const [head = '', ...lines] = readFileSync(expected ?? '', 'utf8')
    .trim()
    .split('\n')
  const [id, verdict] = ['bt10', 'bt10_check'].map((name) => head.trim().split(';').indexOf(name))
  let checked = 0
  for (const line of lines) {
    const cells = line.split(';')
    const [text = '', said = ''] = [cells[id ?? 0], cells[verdict ?? 0]]
    if (!/^(right|wrong)/.test(said)) continue
    checked += 1
    const read = readLeitwegId(text)
    const shouldBe = /should be (\d\d)/.exec(said)?.[1]
    if (shouldBe) expect(read, text).toMatchObject({ refused: expect.stringContaining(`richtig wären ${shouldBe}`) })
    else expect(isRefusal(read), `${text}: ${said}`).toBe(!said.startsWith('right'))
  }
  expect(checked).toBeGreaterThanOrEqual(20)
})
