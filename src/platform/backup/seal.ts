// Encryption of a stream in chunks (the STREAM construction): each chunk is authenticated with its number and whether it is the last,
// so that none can be changed, left out, moved or cut off.
import {
  createCipheriv,
  createDecipheriv,
  randomBytes,
  scrypt as scryptCallback,
  type ScryptOptions,
} from 'node:crypto'
import { promisify } from 'node:util'
import { DamagedBackup, insist } from './damaged.ts'

const scrypt = promisify(scryptCallback) as (
  password: string,
  salt: Buffer,
  length: number,
  options: ScryptOptions,
) => Promise<Buffer>

/** How the key came from the passphrase; stands readable in the head of the file. */
export interface KeyRecipe {
  cipher: 'aes-256-gcm'
  kdf: 'scrypt'
  N: number
  r: number
  p: number
  salt: string
}

export const newRecipe = (): KeyRecipe => ({
  cipher: 'aes-256-gcm',
  kdf: 'scrypt',
  N: 2 ** 17,
  r: 8,
  p: 1,
  salt: randomBytes(16).toString('base64url'),
})

/** The salt is new in every file, so a key serves one file only and its chunks can simply be numbered. */
export const keyFrom = (passphrase: string, { N, r, p, salt }: KeyRecipe): Promise<Buffer> =>
  scrypt(passphrase.normalize('NFKC'), Buffer.from(salt, 'base64url'), 32, { N, r, p, maxmem: 2 ** 30 })

const chunkSize = 65_536
const tagSize = 16

function nonce(number: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12)
  bytes.writeUIntBE(number, 5, 6)
  bytes[11] = last ? 1 : 0
  return bytes
}

/** `context` is bound to every chunk: the head of the file cannot be exchanged either. */
export async function* seal(plain: AsyncIterable<Buffer>, key: Buffer, context: Buffer): AsyncGenerator<Buffer> {
  let number = 0
  const sealed = (chunk: Buffer, last: boolean): Buffer => {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(number++, last)).setAAD(context)
    return Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()])
  }
  for await (const { chunk, last } of portions(plain, chunkSize)) yield sealed(chunk, last)
}

/** Throws `DamagedBackup`; a first chunk that does not open means that the passphrase is another one. */
export async function* unseal(stream: AsyncIterable<Buffer>, key: Buffer, context: Buffer): AsyncGenerator<Buffer> {
  let number = 0
  for await (const { chunk, last } of portions(stream, chunkSize + tagSize)) {
    insist(chunk.length >= tagSize, 'sie bricht mittendrin ab')
    const text = chunk.subarray(0, -tagSize)
    const decipher = createDecipheriv('aes-256-gcm', key, nonce(number, last), { authTagLength: tagSize })
    decipher.setAAD(context).setAuthTag(chunk.subarray(-tagSize))
    let plain: Buffer
    try {
      plain = Buffer.concat([decipher.update(text), decipher.final()])
    } catch {
      if (number === 0) throw new WrongPassphrase()
      throw new DamagedBackup('Die Sicherung ist beschädigt: Ein Stück ist verändert. Wiederhergestellt wurde nichts.')
    }
    number += 1
    yield plain
  }
}

export class WrongPassphrase extends DamagedBackup {
  constructor() {
    super('Mit diesem Kennwort lässt sich die Sicherung nicht öffnen. Wiederhergestellt wurde nichts.')
  }
}

/** Portions of one size; the last one may be shorter, and knows that it is the last. */
async function* portions(
  stream: AsyncIterable<Buffer>,
  size: number,
): AsyncGenerator<{ chunk: Buffer; last: boolean }> {
  let waiting: Buffer[] = []
  let length = 0
  for await (const piece of stream) {
    waiting.push(piece)
    length += piece.length
    if (length <= size) continue
    const all = Buffer.concat(waiting)
    let at = 0
    for (; all.length - at > size; at += size) yield { chunk: all.subarray(at, at + size), last: false }
    waiting = [all.subarray(at)]
    length = all.length - at
  }
  yield { chunk: Buffer.concat(waiting), last: true }
}
