import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { Parser } from 'saxen'
import { decodeText, hasForbidden, usualLimits, type XmlElement, type XmlFault, type XmlLimits } from '#kernel/xml.ts'

interface Growing {
  name: string
  attributes: Record<string, string>
  text: string
  children: Growing[]
}

const chunkBytes = 1024 * 1024

/**
 * Reads a file piece by piece into a tree that is bounded on every side; for worker threads, it does not return in between. Declarations of
 * types and entities are refused, nothing is ever fetched. `prefixes` says by which prefix a namespace is known here.
 */
export function readXmlFile(
  path: string,
  prefixes: Readonly<Record<string, string>>,
  limits: XmlLimits = usualLimits,
): XmlElement | XmlFault {
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    if (size > limits.bytes) return { fault: 'tooLarge', path: '' }
    const reader = new TreeReader(prefixes, limits)
    const decoder = new TextDecoder('utf-8', { fatal: true })
    const buffer = Buffer.alloc(Math.min(chunkBytes, Math.max(1, size)))
    for (;;) {
      const length = readSync(file, buffer, 0, buffer.length, null)
      const text = decoded(decoder, buffer.subarray(0, length), length > 0)
      if (text === undefined) return { fault: 'encoding', path: reader.path }
      const fault = reader.write(text)
      if (fault) return fault
      if (length === 0) return reader.end()
    }
  } finally {
    closeSync(file)
  }
}

function decoded(decoder: TextDecoder, bytes: Uint8Array, stream: boolean): string | undefined {
  try {
    return decoder.decode(bytes, { stream })
  } catch {
    return undefined // no UTF-8
  }
}

class TreeReader {
  readonly #parser = new Parser()
  readonly #limits: XmlLimits
  readonly #open: Growing[] = []
  #root: Growing | undefined
  #fault: XmlFault | undefined
  #elements = 0

  constructor(prefixes: Readonly<Record<string, string>>, limits: XmlLimits) {
    this.#limits = limits
    this.#parser
      .ns({ ...prefixes })
      .on('openTag', (name, attributes) => this.#begin(name, attributes))
      .on('closeTag', () => this.#finish())
      .on('text', (text) => this.#say(text, decodeText(text)))
      .on('cdata', (text) => this.#say(text, text))
      .on('attention', () => this.#fail('declarations'))
      .on('question', (text) => this.#instruct(text))
      .on('warn', () => this.#fail('malformed'))
      .on('error', () => this.#fail('malformed'))
  }

  get path(): string {
    return this.#open.map(({ name }) => name).join('/')
  }

  write(text: string): XmlFault | undefined {
    if (!this.#fault) this.#parser.write(text)
    return this.#fault
  }

  end(): XmlElement | XmlFault {
    this.#parser.end()
    if (this.#fault) return this.#fault
    return this.#root ?? { fault: 'malformed', path: '' }
  }

  #fail(fault: XmlFault['fault']): void {
    this.#fault ??= { fault, path: this.path }
    this.#parser.stop()
  }

  /** The first line of the document; other instructions are for somebody else. */
  #instruct(text: string): void {
    if (!/^<\?xml\s/.test(text)) return
    const encoding = /encoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1]
    if (encoding !== undefined && !/^(utf-?8|us-ascii)$/i.test(encoding)) this.#fail('encoding')
  }

  #begin(name: string, attributesOf: () => Record<string, string> | false): void {
    if (this.#fault) return
    this.#elements += 1
    if (this.#open.length >= this.#limits.depth) return this.#fail('tooDeep')
    if (this.#elements > this.#limits.elements) return this.#fail('tooManyElements')
    if (this.#open.length === 0 && this.#root) return this.#fail('malformed')
    const element: Growing = { name, attributes: {}, text: '', children: [] }
    this.#open.at(-1)?.children.push(element)
    this.#root ??= element
    this.#open.push(element)
    const attributes = attributesOf()
    if (attributes === false) return this.#fail('malformed')
    for (const [key, raw] of Object.entries(attributes)) {
      const value = decodeText(raw)
      if (value === undefined) return this.#fail('unknownEntity')
      if (raw.length > this.#limits.tag) return this.#fail('textTooLong')
      if (hasForbidden(value)) return this.#fail('forbiddenCharacter')
      element.attributes[key] = value
    }
  }

  #finish(): void {
    const element = this.#open.pop()
    if (element) element.text = element.text.trim()
  }

  #say(raw: string, text: string | undefined): void {
    if (this.#fault) return
    const element = this.#open.at(-1)
    if (!element) return
    if (text === undefined) return this.#fail('unknownEntity')
    if (element.text.length + raw.length > this.#limits.text) return this.#fail('textTooLong')
    if (hasForbidden(text)) return this.#fail('forbiddenCharacter')
    element.text += text
  }
}
