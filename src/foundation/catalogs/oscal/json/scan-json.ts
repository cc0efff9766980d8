/** Why a scan stopped, and at which byte. */
export interface JsonFault {
  kind: 'syntax' | 'depth' | 'values' | 'duplicateKey'
  at: number
  /** German, in the nominative: what should have stood there, or the doubled name. */
  about: string
}

export interface JsonFacts {
  /** Name-value pairs in all objects: after parsing fewer are left when a name stood twice. */
  members: number
  /** An escape for U+0000 or for half a surrogate pair occurs (perhaps as part of a whole pair). */
  unsafeEscapes: boolean
}

export interface ScanLimits {
  jsonDepth: number
  jsonValues: number
}

const quote = 0x22
const backslash = 0x5c
const comma = 0x2c
const colon = 0x3a
const arrayOpens = 0x5b
const arrayCloses = 0x5d
const objectOpens = 0x7b
const objectCloses = 0x7d

type Expected = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd' | 'nothing' | 'failed'

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39
const isHex = (byte: number): boolean => isDigit(byte) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66)
const simpleEscapes = new Set(Array.from('"\\/bfnrt', (letter) => letter.charCodeAt(0)))
const literals = new Map(['true', 'false', 'null'].map((word) => [word.charCodeAt(0), Buffer.from(word)]))

/** The JSON grammar of RFC 8259 over bytes, without building anything: `JSON.parse` names no place and has no limits. */
class JsonScanner {
  members = 0
  unsafeEscapes = false
  fault: JsonFault | null = null
  private at = 0
  private depth = 0
  private values = 0
  private readonly inObject: Uint8Array
  private readonly bytes: Uint8Array
  private readonly limits: ScanLimits
  private readonly names: Set<string>[] | null

  constructor(bytes: Uint8Array, limits: ScanLimits, watchNames: boolean) {
    this.bytes = bytes
    this.limits = limits
    this.inObject = new Uint8Array(limits.jsonDepth + 1)
    this.names = watchNames ? [] : null
  }

  scan(): void {
    let expected: Expected = 'value'
    while (expected !== 'failed') {
      this.skipWhiteSpace()
      if (this.at >= this.bytes.length) {
        if (expected !== 'nothing') this.fail('')
        return
      }
      expected = this.step(expected, this.byte(this.at))
    }
  }

  private byte(at: number): number {
    return this.bytes[at] ?? -1
  }

  private fail(about: string, kind: JsonFault['kind'] = 'syntax'): 'failed' {
    this.fault = { kind, at: this.at, about }
    return 'failed'
  }

  private skipWhiteSpace(): void {
    let byte = this.byte(this.at)
    while (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) byte = this.byte(++this.at)
  }

  private step(expected: Expected, byte: number): Expected {
    switch (expected) {
      case 'value':
        return this.value(byte)
      case 'valueOrEnd':
        return byte === arrayCloses ? this.close() : this.value(byte)
      case 'key':
        return this.key(byte)
      case 'keyOrEnd':
        return byte === objectCloses ? this.close() : this.key(byte)
      case 'colon':
        if (byte !== colon) return this.fail('ein Doppelpunkt')
        this.at++
        return 'value'
      case 'commaOrEnd':
        return this.commaOrEnd(byte)
      default:
        return this.fail('das Ende der Datei')
    }
  }

  private value(byte: number): Expected {
    if (++this.values > this.limits.jsonValues) return this.fail('', 'values')
    if (byte === objectOpens || byte === arrayOpens) return this.open(byte === objectOpens)
    if (byte === quote) return this.string() ? this.afterValue() : 'failed'
    if (byte === 0x2d || isDigit(byte)) return this.number() ? this.afterValue() : 'failed'
    const literal = literals.get(byte)
    if (!literal?.every((letter, offset) => this.byte(this.at + offset) === letter)) return this.fail('ein Wert')
    this.at += literal.length
    return this.afterValue()
  }

  private afterValue(): Expected {
    return this.depth === 0 ? 'nothing' : 'commaOrEnd'
  }

  private open(object: boolean): Expected {
    if (++this.depth > this.limits.jsonDepth) return this.fail('', 'depth')
    this.inObject[this.depth] = object ? 1 : 0
    if (this.names) this.names[this.depth] = new Set()
    this.at++
    return object ? 'keyOrEnd' : 'valueOrEnd'
  }

  private close(): Expected {
    this.at++
    this.depth--
    return this.afterValue()
  }

  private commaOrEnd(byte: number): Expected {
    const object = this.inObject[this.depth] === 1
    if (byte === (object ? objectCloses : arrayCloses)) return this.close()
    if (byte !== comma) return this.fail(object ? 'ein Komma oder „}“' : 'ein Komma oder „]“')
    this.at++
    return object ? 'key' : 'value'
  }

  private key(byte: number): Expected {
    if (byte !== quote) return this.fail('ein Name in Anführungszeichen')
    const start = this.at
    if (!this.string()) return 'failed'
    this.members++
    const names = this.names?.[this.depth]
    if (names) {
      const name: unknown = JSON.parse(Buffer.from(this.bytes.subarray(start, this.at)).toString())
      if (names.has(String(name))) {
        this.at = start
        return this.fail(String(name), 'duplicateKey')
      }
      names.add(String(name))
    }
    return 'colon'
  }

  private string(): boolean {
    const bytes = this.bytes
    for (let at = this.at + 1; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0
      if (byte === quote) {
        this.at = at + 1
        return true
      }
      if (byte < 0x20) {
        this.at = at
        return (
          this.fail('ein Anführungszeichen; Umbrüche und Steuerzeichen in Texten schreibt JSON als „\\n“') !== 'failed'
        )
      }
      if (byte === backslash) {
        const length = this.escape(at)
        if (length === 0) {
          this.at = at
          return this.fail('eine gültige Umschreibung nach „\\“') !== 'failed'
        }
        at += length
      }
    }
    this.at = bytes.length
    return this.fail('') !== 'failed'
  }

  /** How many bytes follow the backslash, 0 when they make no escape. */
  private escape(at: number): number {
    const letter = this.byte(at + 1)
    if (simpleEscapes.has(letter)) return 1
    if (letter !== 0x75) return 0
    for (let digit = 2; digit < 6; digit++) if (!isHex(this.byte(at + digit))) return 0
    const code = parseInt(String.fromCharCode(...this.bytes.subarray(at + 2, at + 6)), 16)
    if (code === 0 || (code >= 0xd800 && code <= 0xdfff)) this.unsafeEscapes = true
    return 5
  }

  private number(): boolean {
    if (this.byte(this.at) === 0x2d) this.at++
    if (this.byte(this.at) === 0x30) this.at++
    else if (!this.digits()) return false
    if (this.byte(this.at) === 0x2e) {
      this.at++
      if (!this.digits()) return false
    }
    if ((this.byte(this.at) | 0x20) !== 0x65) return true
    this.at++
    const sign = this.byte(this.at)
    if (sign === 0x2b || sign === 0x2d) this.at++
    return this.digits()
  }

  private digits(): boolean {
    const start = this.at
    while (isDigit(this.byte(this.at))) this.at++
    return this.at > start || this.fail('eine Ziffer') !== 'failed'
  }
}

/**
 * Checks that bytes are one JSON text within the limits, in one pass and without allocating. `watchNames` also finds the first
 * name that stands twice in one object; it is several times slower and meant for the second look.
 */
export function scanJson(bytes: Uint8Array, limits: ScanLimits, watchNames = false): JsonFacts | JsonFault {
  const scanner = new JsonScanner(bytes, limits, watchNames)
  scanner.scan()
  return scanner.fault ?? { members: scanner.members, unsafeEscapes: scanner.unsafeEscapes }
}
