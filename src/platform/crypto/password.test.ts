import { scryptSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { hashPassword, verifyPassword } from './password.ts'

const password = 'Ein langes Passwort, ö und 😀'

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replaceAll('=', '')

/** As a Node without Argon2 has stored it; written here once more, after RFC 7914 and the PHC format. */
function storedByScrypt(text: string): string {
  const salt = Buffer.from('sixteen bytes!!!')
  const tag = scryptSync(text, salt, 32, { N: 131_072, r: 8, p: 1, maxmem: 2 ** 28 })
  return `$scrypt$ln=17,r=8,p=1$${base64(salt)}$${base64(tag)}`
}

test('a password is kept as Argon2id with the parameters of OWASP, each time with another salt', async () => {
  const [one, two] = [await hashPassword(password), await hashPassword(password)]
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
  expect(one).not.toBe(two)
  expect([await verifyPassword(password, one), await verifyPassword(password, two)]).toEqual([true, true])
})

test('a hash by scrypt, from before, is still good', async () => {
  const stored = storedByScrypt(password)
  expect(await verifyPassword(password, stored)).toBe(true)
  expect(await verifyPassword(`${password}.`, stored)).toBe(false)
})

test('a wrong password, another case, a space more, an empty one: none is right', async () => {
  const stored = await hashPassword(password)
  for (const wrong of ['', ' ', password.toUpperCase(), `${password} `, password.slice(0, -1), stored])
    expect(await verifyPassword(wrong, stored)).toBe(false)
})

test('the same characters typed on another keyboard are the same password', async () => {
  expect(await verifyPassword(password.normalize('NFD'), await hashPassword(password.normalize('NFC')))).toBe(true)
})

test('whoever has no password has no right one, not even that of nobody', async () => {
  for (const guess of [password, '', 'nobody']) expect(await verifyPassword(guess, null)).toBe(false)
})

test('a hash that was tampered with fits nothing', async () => {
  const stored = await hashPassword(password)
  const parts = stored.split('$')
  const otherSalt = [...parts.slice(0, 4), base64(Buffer.from('another 16 bytes')), ...parts.slice(5)].join('$')
  const weaker = stored.replace('m=19456', 'm=8')
  for (const changed of [otherSalt, weaker, `${stored}A`, stored.slice(0, -1)])
    expect(await verifyPassword(password, changed)).toBe(false)
})
