// The file itself: two readable lines, the (encrypted) gzip of a tar, and 32 bytes of SHA-256 over all that stands before them.
import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { createGunzip, createGzip } from 'node:zlib'
import { z } from 'zod'
import { DamagedBackup, insist } from './damaged.ts'
import { type KeyRecipe, keyFrom, newRecipe, seal, unseal } from './seal.ts'
import { type Entry, packTar, unpackTar } from './tar.ts'

const magic = 'LOTSENWERK-SICHERUNG'
const format = 1
const hashSize = 32
const longestHead = 4096

const headSchema = z.object({
  product: z.string(),
  created: z.string(),
  encryption: z
    .object({
      cipher: z.literal('aes-256-gcm'),
      kdf: z.literal('scrypt'),
      // A foreign head must not make us use up all memory.
      N: z.literal(2 ** 17),
      r: z.literal(8),
      p: z.literal(1),
      salt: z.string().length(22),
    })
    .nullable(),
})

export interface Head {
  product: string
  created: string
  encryption: KeyRecipe | null
}

/** Writes everything to the handle and returns the hash that ends the file. With a passphrase nobody reads it without. */
export async function writeEnvelope(
  handle: FileHandle,
  { product, created }: Pick<Head, 'product' | 'created'>,
  entries: AsyncIterable<Entry>,
  passphrase: string | undefined,
): Promise<string> {
  const encryption = passphrase === undefined ? null : newRecipe()
  const head = Buffer.from(`${magic} ${format}\n${JSON.stringify({ product, created, encryption } satisfies Head)}\n`)
  const hash = createHash('sha256')
  const put = async (bytes: Buffer): Promise<void> => {
    hash.update(bytes)
    await writeAll(handle, bytes)
  }
  await put(head)
  const key = passphrase !== undefined && encryption ? await keyFrom(passphrase, encryption) : undefined
  await pipeline(
    Readable.from(packTar(entries), { objectMode: false }),
    createGzip(),
    (stream: AsyncIterable<Buffer>) => (key ? seal(stream, key, head) : stream),
    async (stream: AsyncIterable<Buffer>) => {
      for await (const bytes of stream) await put(bytes)
    },
  )
  const digest = hash.digest()
  await writeAll(handle, digest)
  return digest.toString('hex')
}

async function writeAll(handle: FileHandle, bytes: Buffer): Promise<void> {
  for (let at = 0; at < bytes.length;) at += (await handle.write(bytes, at)).bytesWritten
}

/** A file whose outer hash has been found right. It stays open, so that nobody exchanges it between two readings. */
export class Envelope {
  readonly head: Head
  /** The hash that ends the file: names this backup. */
  readonly sha256: string
  readonly #handle: FileHandle
  readonly #body: { from: number; to: number }
  readonly #headBytes: Buffer
  #key: Buffer | undefined

  private constructor(handle: FileHandle, headBytes: Buffer, head: Head, sha256: string, end: number) {
    this.#handle = handle
    this.#headBytes = headBytes
    this.head = head
    this.sha256 = sha256
    this.#body = { from: headBytes.length, to: end - 1 }
  }

  /** Throws `DamagedBackup` with the sentence for the operator when it is no backup, of a newer format, or not as it was written. */
  static async open(file: string): Promise<Envelope> {
    const handle = await open(file, 'r')
    try {
      const { size } = await handle.stat()
      const start = (await handle.read(Buffer.alloc(Math.min(longestHead, size)), 0, Math.min(longestHead, size), 0))
        .buffer
      checkMagic(start)
      insist(size > magic.length + hashSize, 'sie ist zu kurz')
      const sha256 = await checkHash(handle, size)
      const end = start.indexOf('\n', start.indexOf('\n') + 1) + 1
      insist(end > 0, 'der Kopf fehlt')
      const head = headSchema.safeParse(parsed(start.toString('utf8', start.indexOf('\n') + 1, end)))
      insist(head.success, 'der Kopf ist nicht zu lesen')
      return new Envelope(handle, start.subarray(0, end), head.data, sha256, size - hashSize)
    } catch (error) {
      await handle.close()
      throw error
    }
  }

  /** Derives the key; refuses nothing yet: whether it fits, the first chunk tells. */
  async unlock(passphrase: string): Promise<void> {
    if (this.head.encryption) this.#key = await keyFrom(passphrase, this.head.encryption)
  }

  /** What is inside, from the beginning; may be read more than once, but not at the same time. */
  async *entries(): AsyncGenerator<Entry> {
    const stream = this.#bytes(this.#body.from, this.#body.to)
    const key = this.#key
    if (this.head.encryption && !key) throw new Error('this backup has not been unlocked')
    const gunzip = createGunzip()
    const plain = key
      ? Readable.from(unseal(stream, key, this.#headBytes), { objectMode: false })
      : Readable.from(stream)
    const feeding = pipeline(plain, gunzip)
    feeding.catch(() => {}) // told by the reading below, which fails with the same error
    try {
      yield* unpackTar(gunzip as AsyncIterable<Buffer>)
      await feeding
    } catch (error) {
      throw error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')
        ? new DamagedBackup(
            'Die Sicherung ist beschädigt: Sie lässt sich nicht entpacken. Wiederhergestellt wurde nichts.',
          )
        : error
    } finally {
      plain.destroy()
    }
  }

  async close(): Promise<void> {
    await this.#handle.close()
  }

  async *#bytes(from: number, to: number): AsyncGenerator<Buffer> {
    const stream = createReadStream('', {
      fd: this.#handle,
      autoClose: false,
      start: from,
      end: to,
      highWaterMark: 262_144,
    })
    for await (const chunk of stream) yield chunk as Buffer
  }
}

function checkMagic(start: Buffer): void {
  const [word, number] = (start.toString('latin1', 0, 40).split('\n')[0] ?? '').split(' ')
  if (word !== magic)
    throw new DamagedBackup('Diese Datei ist keine Sicherung des Lotsenwerks. Wiederhergestellt wurde nichts.')
  if (Number(number) > format)
    throw new DamagedBackup(
      `Diese Sicherung hat das Format ${number}; diese Fassung des Lotsenwerks kennt nur Format ${format}. Bitte zuerst das Lotsenwerk aktualisieren. Wiederhergestellt wurde nichts.`,
    )
  insist(number === String(format), 'der Kopf ist nicht zu lesen')
}

async function checkHash(handle: FileHandle, size: number): Promise<string> {
  const hash: Hash = createHash('sha256')
  const buffer = Buffer.alloc(262_144)
  const end = size - hashSize
  for (let at = 0; at < end;) {
    const { bytesRead } = await handle.read(buffer, 0, Math.min(buffer.length, end - at), at)
    insist(bytesRead > 0, 'sie bricht mittendrin ab')
    hash.update(buffer.subarray(0, bytesRead))
    at += bytesRead
  }
  const { buffer: stored } = await handle.read(Buffer.alloc(hashSize), 0, hashSize, end)
  const found = hash.digest()
  insist(found.equals(stored), 'die Prüfsumme stimmt nicht, die Datei ist unvollständig oder verändert')
  return found.toString('hex')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Whether a file that lies there is one of ours, so that writing over it takes nothing else away. */
export async function isBackup(file: string): Promise<boolean> {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(magic.length), 0, magic.length, 0)
    return buffer.toString('latin1', 0, bytesRead) === magic
  } finally {
    await handle.close()
  }
}
