import { expect, test } from 'vitest'
import { safeWith } from './safe.ts'

const safe = safeWith('a secret of the installation that is long enough')

test('what was sealed is opened again, and looks different each time', () => {
  const [one, other] = [safe.seal('codes', 'JBSWY3DPEHPK3PXP'), safe.seal('codes', 'JBSWY3DPEHPK3PXP')]
  expect(one).not.toBe(other)
  expect(one).not.toContain('JBSWY3DPEHPK3PXP')
  expect([safe.open('codes', one), safe.open('codes', other)]).toEqual(['JBSWY3DPEHPK3PXP', 'JBSWY3DPEHPK3PXP'])
  expect(safe.open('codes', safe.seal('codes', ''))).toBe('')
})

test('another purpose, another installation, a changed or cut text: nothing is opened', () => {
  const sealed = safe.seal('codes', 'geheim')
  const changed = `${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`
  expect(safe.open('other', sealed)).toBeUndefined()
  expect(safeWith('another secret of another installation').open('codes', sealed)).toBeUndefined()
  for (const wrong of [changed, sealed.slice(0, 30), sealed.slice(3), 'v1.', '', 'v2.abc'])
    expect(safe.open('codes', wrong), wrong).toBeUndefined()
})
