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

interface Cost {
  memory: number
  passes: number
  lanes: number
}

const argonCost: Cost = { memory, passes, lanes: 1 }

async function argon2id(password: string, salt: Buffer, cost = argonCost): Promise<string> {
  if (!argon2) throw new Error('this Node has no Argon2')
  const tag = await argon2('argon2id', {
    message: Buffer.from(password.normalize('NFKC')),
    nonce: salt,
    parallelism: cost.lanes,
    tagLength: 32,
    memory: cost.memory,
    passes: cost.passes,
  })
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.lanes}$${text(salt)}$${text(tag)}`
}

async function scryptHash(password: string, salt: Buffer, { ln, r, p } = { ln: 17, r: 8, p: 1 }): Promise<string> {
  const tag = await scrypt(password.normalize('NFKC'), salt, 32, { N: 2 ** ln, r, p, maxmem: 2 ** 28 })
  return `$scrypt$ln=${ln},r=${r},p=${p}$${text(salt)}$${text(tag)}`
}

/** With the cost that stands in the hash, so that a later change of ours locks nobody out. */
function hashAs(stored: string, password: string): Promise<string> {
  const salt = Buffer.from(stored.split('$').at(-2) ?? '', 'base64')
  const cost = (name: string): number => Number(new RegExp(`[$,]${name}=(\\d+)`).exec(stored)?.[1])
  return stored.startsWith('$scrypt$')
    ? scryptHash(password, salt, { ln: cost('ln'), r: cost('r'), p: cost('p') })
    : argon2id(password, salt, { memory: cost('m'), passes: cost('t'), lanes: cost('p') })
}

export function hashPassword(password: string): Promise<string> {
  const salt = crypto.randomBytes(16)
  return argon2 ? argon2id(password, salt) : scryptHash(password, salt)
}

// Checked when nobody has the address, so that the time of the answer does not tell who has an account.
let nobody: Promise<string> | undefined

/** False also without a stored hash, after the same work. */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const hash = stored ?? (await (nobody ??= hashPassword('nobody')))
  const [computed, expected] = [Buffer.from(await hashAs(hash, password)), Buffer.from(hash)]
  const same = computed.length === expected.length && crypto.timingSafeEqual(computed, expected)
  return same && stored !== null
}
