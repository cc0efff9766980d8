import { createHash, randomInt } from 'node:crypto'

/** Without letters that look alike. */
const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const length = 16
const howMany = 10

/** Ten codes of 80 random bits, as they are shown once: K7Q2-M2XW-29PD-3HTB. */
export const newRecoveryCodes = (): string[] => Array.from({ length: howMany }, newRecoveryCode)

const newRecoveryCode = (): string =>
  Array.from({ length }, (_, at) => (at > 0 && at % 4 === 0 ? '-' : '') + letters[randomInt(letters.length)]).join('')

/** Under which it is stored; undefined for what is no recovery code. Spaces, hyphens and small letters do not matter. */
export function recoveryCodeHash(personId: string, given: string): string | undefined {
  const code = given.toUpperCase().replaceAll(/[\s-]/g, '')
  if (code.length !== length || Array.from(code).some((letter) => !letters.includes(letter))) return undefined
  return createHash('sha256').update(`recovery code ${personId} ${code}`).digest('hex')
}
