import * as crypto from 'node:crypto'
import { promisify } from 'node:util'

/**
 * Passwords as PHC strings. Argon2id with the parameters OWASP recommends (19 MiB, 2 passes, 1 lane); scrypt (N = 2^17)
 * where Node is older than 24.7 and has no Argon2. Costs some 30 ms in a thread of the pool: never between BEGIN and COMMIT.
 */
const memory = 19_456
const passes = 2
const scrypt = promisify(crypto.scrypt) as (
  password: string,
  salt: Buffer,
  length: number,
  options: crypto.ScryptOptions,
) => Promise<Buffer>
const argon2 = typeof crypto.argon2 === 'function' ? promisify(crypto.argon2) : undefined

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replaceAll('=', '')

async function argon2id(password: string, salt: Buffer): Promise<string> {
  if (!argon2) throw new Error('this Node has no Argon2')
  const tag = await argon2('argon2id', {
    message: Buffer.from(password.normalize('NFKC')),
    nonce: salt,
    parallelism: 1,
    tagLength: 32,
    memory,
    passes,
  })
  return `$argon2id$v=19$m=${memory},t=${passes},p=1$${text(salt)}$${text(tag)}`
}

async function scryptHash(password: string, salt: Buffer): Promise<string> {
  const tag = await scrypt(password.normalize('NFKC'), salt, 32, { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 28 })
  return `$scrypt$ln=17,r=8,p=1$${text(salt)}$${text(tag)}`
}

const scheme = (hash: string): ((password: string, salt: Buffer) => Promise<string>) =>
  hash.startsWith('$scrypt$') ? scryptHash : argon2id

export function hashPassword(password: string): Promise<string> {
  const salt = crypto.randomBytes(16)
  return argon2 ? argon2id(password, salt) : scryptHash(password, salt)
}

// Checked when nobody has the address, so that the time of the answer does not tell who has an account.
let nobody: Promise<string> | undefined

/** False also without a stored hash, after the same work. */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const hash = stored ?? (await (nobody ??= hashPassword('nobody')))
  const salt = Buffer.from(hash.split('$').at(-2) ?? '', 'base64')
  const [computed, expected] = [Buffer.from(await scheme(hash)(password, salt)), Buffer.from(hash)]
  const same = computed.length === expected.length && crypto.timingSafeEqual(computed, expected)
  return same && stored !== null
}
