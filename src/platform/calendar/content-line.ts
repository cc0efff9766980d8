// RFC 5545, section 3.1: lines of at most 75 octets, and text without what has a meaning of its own.

const most = 75

/** Text as a value: escaped, in one line, without characters that no calendar may hold. */
export function textValue(text: string): string {
  if (!special.test(text)) return text.isWellFormed() ? text : text.toWellFormed()
  return text
    .toWellFormed()
    .replaceAll(/\r\n?|\n|\u2028|\u2029|\u0085/g, '\n')
    .replaceAll(forbidden, '')
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`)
}

// oxlint-disable-next-line no-control-regex -- these are what is looked for
const special = /[\\;,\u0000-\u0008\n-\u001F\u007F-\u009F\u2028\u2029]/
// oxlint-disable-next-line no-control-regex -- these are what is left out
const forbidden = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g

/** One property with its end of line, folded by octets, never within a character. */
export function contentLine(name: string, value: string): string {
  const line = `${name}:${value}`
  // A UTF-16 unit takes at most three octets.
  if (line.length * 3 <= most || Buffer.byteLength(line) <= most) return `${line}\r\n`
  let folded = ''
  let octets = 0
  for (const character of line) {
    const size = sizeOf(character.codePointAt(0) ?? 0)
    if (octets + size > most) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += size
  }
  return `${folded}\r\n`
}

function sizeOf(point: number): number {
  if (point < 0x80) return 1
  if (point < 0x800) return 2
  return point < 0x1_00_00 ? 3 : 4
}
