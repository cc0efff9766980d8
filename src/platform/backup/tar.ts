// As much of ustar as a backup needs: plain files, written and read as a stream, so that `gunzip | tar x` opens it without us.
import { insist } from './damaged.ts'

/** One file inside the backup. The body must be read before the next entry is asked for. */
export interface Entry {
  name: string
  size: number
  body: AsyncIterable<Buffer>
}

const block = 512

export const entryOf = (name: string, content: Buffer): Entry => ({ name, size: content.length, body: once(content) })

async function* once(content: Buffer): AsyncGenerator<Buffer> {
  yield content
}

/** The body of an entry that fits into memory. */
export async function whole({ body }: Entry): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of body) parts.push(part)
  return Buffer.concat(parts)
}

/** Throws when a body is not as long as its entry says. */
export async function* packTar(entries: AsyncIterable<Entry>): AsyncGenerator<Buffer> {
  for await (const { name, size, body } of entries) {
    yield header(name, size)
    let written = 0
    for await (const chunk of body) {
      written += chunk.length
      yield chunk
    }
    if (written !== size) throw new Error(`${name} changed while it was read: ${written} bytes instead of ${size}`)
    if (size % block > 0) yield Buffer.alloc(block - (size % block))
  }
  yield Buffer.alloc(2 * block)
}

const octal = (value: number, length: number): string => `${value.toString(8).padStart(length - 1, '0')}\0`

function header(name: string, size: number): Buffer {
  const bytes = Buffer.alloc(block)
  if (Buffer.byteLength(name) > 99) throw new Error(`the name ${name} is too long for a backup`)
  const put = (text: string, at: number): void => void bytes.write(text, at, 'latin1')
  put(name, 0)
  put(octal(0o600, 8), 100)
  put(octal(0, 8) + octal(0, 8), 108)
  put(octal(size, 12) + octal(0, 12), 124)
  put(' '.repeat(8), 148)
  put('0', 156)
  put('ustar\x0000', 257)
  put(`${checksum(bytes).toString(8).padStart(6, '0')}\0 `, 148)
  return bytes
}

const checksum = (bytes: Buffer): number => bytes.reduce((sum, byte) => sum + byte, 0)

/** Throws `DamagedBackup` at the first byte that is not as `packTar` writes it. */
export async function* unpackTar(stream: AsyncIterable<Buffer>): AsyncGenerator<Entry> {
  const source = new ByteSource(stream)
  for (;;) {
    const bytes = await source.exactly(block)
    if (bytes.every((byte) => byte === 0)) break
    const { name, size } = readHeader(bytes)
    let left = size
    async function* body(): AsyncGenerator<Buffer> {
      while (left > 0) {
        const chunk = await source.atMost(left)
        left -= chunk.length
        yield chunk
      }
    }
    yield { name, size, body: body() }
    while (left > 0) left -= (await source.atMost(left)).length
    if (size % block > 0) insist(isEmpty(await source.exactly(block - (size % block))), `${name} endet falsch`)
  }
  insist(isEmpty(await source.exactly(block)) && (await source.ended()), 'sie endet nicht, wo sie soll')
}

const isEmpty = (bytes: Buffer): boolean => bytes.every((byte) => byte === 0)

function readHeader(bytes: Buffer): { name: string; size: number } {
  const name = bytes.toString('latin1', 0, 100).replace(/\0.*$/s, '')
  const size = Number.parseInt(bytes.toString('latin1', 124, 135), 8)
  insist(/^[\w.-]+(\/[\w.-]+)*$/.test(name) && !/(^|\/)\.\.?(\/|$)/.test(name), 'ein Name darin ist keiner')
  insist(Number.isSafeInteger(size) && size >= 0, `${name} hat keine Länge`)
  insist(header(name, size).equals(bytes), `der Kopf von ${name} stimmt nicht`)
  return { name, size }
}

/** Bytes of a stream in the portions that are asked for. */
class ByteSource {
  readonly #chunks: AsyncIterator<Buffer>
  #rest: Buffer = Buffer.alloc(0)

  constructor(stream: AsyncIterable<Buffer>) {
    this.#chunks = stream[Symbol.asyncIterator]()
  }

  /** At least one byte. */
  async atMost(count: number): Promise<Buffer> {
    insist(await this.#more(), 'sie bricht mittendrin ab')
    const portion = this.#rest.subarray(0, count)
    this.#rest = this.#rest.subarray(portion.length)
    return portion
  }

  async exactly(count: number): Promise<Buffer> {
    const parts: Buffer[] = []
    for (let missing = count; missing > 0;) {
      const portion = await this.atMost(missing)
      missing -= portion.length
      parts.push(portion)
    }
    return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts)
  }

  async ended(): Promise<boolean> {
    return !(await this.#more())
  }

  async #more(): Promise<boolean> {
    while (this.#rest.length === 0) {
      const next = await this.#chunks.next()
      if (next.done) return false
      this.#rest = next.value
    }
    return true
  }
}
