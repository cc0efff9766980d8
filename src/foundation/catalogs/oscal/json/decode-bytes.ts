import { isUtf8 } from 'node:buffer'

import { type Outcome, refuse } from '#kernel/outcome.ts'

/** The text of a file and its bytes without a byte order mark. */
export interface DecodedBytes {
  text: string
  body: Uint8Array
}

const bomLength = (bytes: Uint8Array): number => (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0)

/** By its mark, or by the zero byte beside a first ASCII character. */
const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) ||
  (first === 0xfe && second === 0xff) ||
  (first === 0 && second !== 0 && second !== undefined) ||
  (first !== 0 && second === 0)

const startsWith = (bytes: Uint8Array, start: string): boolean =>
  Array.from(start).every((letter, index) => bytes[index] === letter.charCodeAt(0))

/** What people pick by mistake: OSCAL is published as XML and YAML too, checklists as workbooks. */
function otherFormat(body: Uint8Array): string | null {
  if (startsWith(body, 'PK\u0003\u0004')) return 'ein ZIP-Archiv oder eine Office-Datei'
  if (startsWith(body, '%PDF')) return 'ein PDF'
  if (startsWith(body, '<')) return 'XML oder HTML'
  return null
}

/** The first byte that is no UTF-8: where the lenient decoder put a replacement that does not stand in the file itself. */
function invalidByte(body: Uint8Array): number {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(body)
  let offset = 0
  let from = 0
  for (let found = text.indexOf('\ufffd'); found >= 0; found = text.indexOf('\ufffd', from)) {
    offset += Buffer.byteLength(text.slice(from, found))
    if (body[offset] !== 0xef || body[offset + 1] !== 0xbf || body[offset + 2] !== 0xbd) break
    offset += 3
    from = found + 1
  }
  return offset
}

/** The line (from 1) in which a byte stands. */
export function lineOf(body: Uint8Array, at: number): number {
  let line = 1
  for (let from = body.indexOf(0x0a); from >= 0 && from < at; from = body.indexOf(0x0a, from + 1)) line++
  return line
}

/**
 * Bytes to text: UTF-8, with or without byte order mark. Refuses an empty file, other encodings (UTF-8 violations with line and
 * byte offset from 0) and files that are recognisably no JSON.
 */
export function decodeBytes(bytes: Uint8Array): Outcome<DecodedBytes> {
  if (isUtf16(bytes))
    return refuse(
      'Die Datei wurde nicht gelesen: Sie ist in UTF-16 gespeichert. Bitte speichern Sie sie in UTF-8 und laden Sie sie erneut hoch.',
    )
  const mark = bomLength(bytes)
  const body = bytes.subarray(mark)
  if (!isUtf8(body)) {
    const at = invalidByte(body)
    const place = `In Zeile ${lineOf(body, at)}, ab Byte ${at + mark} der Datei,`
    const other = otherFormat(body)
    return refuse(
      other
        ? `Die Datei wurde nicht gelesen: Sie ist ${other}. Bitte wählen Sie die JSON-Fassung.`
        : `Die Datei wurde nicht gelesen: ${place} steht kein gültiges UTF-8. Bitte speichern Sie sie in UTF-8 und laden Sie sie erneut hoch.`,
    )
  }
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(body)
  if (text.trim() === '')
    return refuse('Die Datei wurde nicht gelesen: Sie ist leer. Bitte wählen Sie eine andere Datei.')
  const other = otherFormat(body)
  if (other) return refuse(`Die Datei wurde nicht gelesen: Sie ist ${other}. Bitte wählen Sie die JSON-Fassung.`)
  return { text, body }
}
