import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import busboy from 'busboy'
import type { ProblemAnswer } from './answer.ts'
import type { Incoming, UploadedFile } from './request.ts'

export const mebibyte = 1024 * 1024

interface Limits {
  bytes: number
  /** Keep a JSON body as the file `file` instead of parsing it. */
  rawJson: boolean
}

export interface Body {
  form: Record<string, string>
  json: unknown
  files: Record<string, UploadedFile>
  /** Removes the temporary files. */
  discard(): Promise<void>
}

const problem = (status: ProblemAnswer['status'], type: string, title: string): ProblemAnswer => ({
  kind: 'problem',
  status,
  type,
  title,
})

const tooLarge = (bytes: number): ProblemAnswer =>
  problem(
    413,
    'zu-gross',
    `Das ist zu groß. Möglich sind höchstens ${Math.floor(bytes / mebibyte)} MB; gespeichert wurde nichts.`,
  )

const noBody = (): Body => ({ form: {}, json: undefined, files: {}, discard: async () => {} })

/** Reads the body completely, files into temporary files. Whatever is too large is refused while reading and never held in memory. */
export async function readBody(request: Request, limits: Limits): Promise<Body | ProblemAnswer> {
  if (!request.body || request.method === 'GET' || request.method === 'HEAD') return noBody()
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  const source = Readable.fromWeb(request.body as ReadableStream)
  if (
    Number(request.headers.get('content-length') ?? 0) >
    limits.bytes + (type === 'multipart/form-data' ? 64 * 1024 : 0)
  ) {
    await drain(source)
    return tooLarge(limits.bytes)
  }
  switch (type) {
    case 'multipart/form-data':
      return readMultipart(request, source, limits)
    case 'application/x-www-form-urlencoded':
      return readText(source, limits, (text) => ({ ...noBody(), form: Object.fromEntries(new URLSearchParams(text)) }))
    case 'application/json':
      return limits.rawJson ? readToFile(source, limits) : readText(source, limits, parseJson)
    case '':
      return readText(source, limits, (text) => (text.trim() === '' ? noBody() : unsupported('ohne Angabe')))
    default:
      await drain(source)
      return unsupported(type)
  }
}

const unsupported = (type: string): ProblemAnswer =>
  problem(
    415,
    'format-unbekannt',
    `Dieses Format (${type}) kann hier nicht gelesen werden. Möglich sind JSON und Formulardaten.`,
  )

async function readText(
  source: Readable,
  { bytes }: Limits,
  read: (text: string) => Body | ProblemAnswer,
): Promise<Body | ProblemAnswer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of source) {
    size += (part as Buffer).length
    if (size > bytes) {
      await drain(source)
      return tooLarge(bytes)
    }
    parts.push(part as Buffer)
  }
  try {
    return read(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts)))
  } catch {
    return problem(400, 'nicht-utf-8', 'Der Text ist nicht in UTF-8 geschrieben und kann nicht gelesen werden.')
  }
}

function parseJson(text: string): Body | ProblemAnswer {
  if (text.trim() === '') return noBody()
  try {
    return { ...noBody(), json: JSON.parse(text) }
  } catch (error) {
    return problem(400, 'kein-json', `Das ist kein gültiges JSON (${placeIn(String(error))}).`)
  }
}

/** From the words of V8, which names line and column, or shows what stands around an unexpected character. */
function placeIn(message: string): string {
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? []
  if (line) return `Zeile ${line}, Spalte ${column}`
  const around = /, (?:\.{3})?"(.*)"(?:\.{3})? is not valid JSON$/s.exec(message)?.[1]
  return around === undefined ? 'es bricht ab' : `bei „${around.replaceAll(/[\p{C}\s]+/gu, ' ')}“`
}

const temporary = (): string => join(tmpdir(), `lotsenwerk-${randomUUID()}`)

async function readToFile(source: Readable, { bytes }: Limits): Promise<Body | ProblemAnswer> {
  const path = temporary()
  const gate = new Gate(bytes)
  try {
    await pipeline(
      source,
      (chunks: AsyncIterable<Buffer>) => gate.pass(chunks),
      createWriteStream(path, { mode: 0o600 }),
    )
  } catch (error) {
    await rm(path, { force: true })
    if (gate.exceeded) return tooLarge(bytes)
    throw error
  }
  const discard = (): Promise<void> => rm(path, { force: true })
  if (gate.exceeded) {
    await discard()
    return tooLarge(bytes)
  }
  const file = { name: 'body.json', type: 'application/json', path, size: gate.size }
  return { ...noBody(), files: { file }, discard }
}

/** Lets the first bytes through and swallows the rest, so that the sender finishes and can read our answer. */
class Gate {
  size = 0
  readonly #limit: number

  constructor(limit: number) {
    this.#limit = limit
  }

  get exceeded(): boolean {
    return this.size > this.#limit
  }

  async *pass(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      this.size += chunk.length
      if (this.size > this.#limit * drainFactor) return
      if (!this.exceeded) yield chunk
    }
  }
}

const drainFactor = 4

/** Reads on without keeping anything: a client that is cut off in the middle never sees the reason. */
async function drain(source: Readable): Promise<void> {
  let rest = 128 * mebibyte
  try {
    for await (const part of source) {
      rest -= (part as Buffer).length
      if (rest < 0) break
    }
  } catch {
    // the client went away
  }
}

async function readMultipart(request: Request, source: Readable, limits: Limits): Promise<Body | ProblemAnswer> {
  const parts = new Parts(limits.bytes)
  try {
    await parts.read(request.headers.get('content-type') ?? '', source)
  } catch {
    await parts.discard()
    return problem(
      400,
      'unvollstaendig',
      'Die Übertragung ist unvollständig angekommen. Bitte noch einmal senden; gespeichert wurde nichts.',
    )
  }
  if (!parts.exceeded) return { form: parts.form, json: undefined, files: parts.files, discard: () => parts.discard() }
  await parts.discard()
  return tooLarge(limits.bytes)
}

/** The parts of one multipart body: fields in memory, files in temporary files. */
class Parts {
  readonly form: Record<string, string> = {}
  readonly files: Record<string, UploadedFile> = {}
  exceeded = false
  readonly #limit: number
  /** Of all fields together: only files may be larger. */
  #fieldLength = 0
  readonly #paths: string[] = []
  readonly #written: Promise<void>[] = []

  constructor(limit: number) {
    this.#limit = limit
  }

  async read(contentType: string, source: Readable): Promise<void> {
    const parser = busboy({
      headers: { 'content-type': contentType },
      defParamCharset: 'utf8',
      limits: { fileSize: this.#limit + 1, files: 10, fields: 1000, fieldSize: mebibyte, parts: 1000 },
    })
    parser.on('field', (name, value, info) => {
      this.#fieldLength += value.length
      if (info.valueTruncated || this.#fieldLength > mebibyte) this.exceeded = true
      else this.form[name] = value
    })
    parser.on('file', (name, stream, info) => {
      this.#written.push(this.#store(name, stream, { name: info.filename ?? '', type: info.mimeType }))
    })
    try {
      await pipeline(source, parser)
      await Promise.all(this.#written)
    } finally {
      await Promise.allSettled(this.#written)
    }
  }

  async #store(field: string, stream: Readable, about: Pick<UploadedFile, 'name' | 'type'>): Promise<void> {
    const path = temporary()
    this.#paths.push(path)
    stream.on('limit', () => {
      this.exceeded = true
    })
    let size = 0
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length
    })
    await pipeline(stream, createWriteStream(path, { mode: 0o600 }))
    this.files[field] = { ...about, path, size }
  }

  async discard(): Promise<void> {
    await Promise.all(this.#paths.map((path) => rm(path, { force: true })))
  }
}

/** What a controller sees besides the body. */
export const incoming = (
  request: Request,
  rest: Pick<Incoming, 'params' | 'address' | 'portal' | 'safe' | 'storage' | 'confirmation' | 'look'>,
  body: Pick<Body, 'form' | 'json' | 'files'>,
): Incoming => {
  const url = new URL(request.url)
  return {
    method: request.method,
    url: url.pathname + url.search,
    query: Object.fromEntries(url.searchParams),
    header: (name) => request.headers.get(name) ?? undefined,
    ...rest,
    ...body,
  }
}
