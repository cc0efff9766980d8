import { expect, test } from 'vitest'
import { checkPassword } from './password/password-rules.ts'
import { rolesInWords } from './roles.ts'

test('the weightiest roles are named first, two at most', () => {
  expect(rolesInWords(['itStaff', 'chiefExecutive'])).toBe('Verwaltungsleitung, IT')
  expect(rolesInWords(['itStaff', 'chiefExecutive', 'navigator'])).toBe(
    'Verwaltungsleitung, Digital-Navigation und weitere',
  )
  expect([rolesInWords(['member']), rolesInWords([]), rolesInWords(['unknown'])]).toEqual(['Mitglied', '', ''])
})

test('a password has 12 to 1,000 characters', () => {
  expect(['x'.repeat(12), 'x'.repeat(1000)].map(checkPassword)).toEqual(['x'.repeat(12), 'x'.repeat(1000)])
  expect(checkPassword('x'.repeat(11))).toEqual({ refused: 'Das Passwort braucht mindestens 12 Zeichen.' })
  expect(checkPassword('x'.repeat(1001))).toEqual({ refused: expect.stringMatching(/höchstens 1\.000 Zeichen/) })
})
