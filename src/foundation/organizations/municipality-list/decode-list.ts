import { isUtf8 } from 'node:buffer'

import { type Outcome, refuse } from '#kernel/outcome.ts'

const byteOrderMark = '\ufeff'

/** The first byte that is no UTF-8: where the lenient decoder put a replacement that does not stand in the file itself. */
function invalidByte(bytes: Uint8Array): number {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  let offset = 0
  let from = 0
  for (let found = text.indexOf('\ufffd'); found >= 0; found = text.indexOf('\ufffd', from)) {
    offset += Buffer.byteLength(text.slice(from, found))
    if (bytes[offset] !== 0xef || bytes[offset + 1] !== 0xbf || bytes[offset + 2] !== 0xbd) break
    offset += 3
    from = found + 1
  }
  return offset
}

function lineOf(bytes: Uint8Array, at: number): number {
  let line = 1
  for (let from = bytes.indexOf(0x0a); from >= 0 && from < at; from = bytes.indexOf(0x0a, from + 1)) line++
  return line
}

/** What Excel saves when one does not choose: a workbook, "Unicode-Text" (UTF-16) or CSV in Windows-1252. */
function foreign(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  if (first === 0x50 && second === 0x4b) return 'Sie ist eine Excel-Mappe oder ein ZIP-Archiv.'
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return 'Sie ist in UTF-16 gespeichert.'
  if (isUtf8(bytes)) return null
  const at = invalidByte(bytes)
  return `In Zeile ${lineOf(bytes, at)}, ab Byte ${at} der Datei, steht kein gültiges UTF-8; vermutlich ist sie in Windows-1252 gespeichert.`
}

/** The text of a list in UTF-8, without its byte order mark; other encodings are refused with line and byte (from 0). */
export function decodeList(bytes: Uint8Array): Outcome<string> {
  const problem = foreign(bytes)
  if (problem)
    return refuse(
      `Die Liste wurde nicht übernommen: ${problem} Bitte speichern Sie sie als „CSV UTF-8“ und laden Sie sie erneut hoch.`,
    )
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  return text.startsWith(byteOrderMark) ? text.slice(1) : text
}
