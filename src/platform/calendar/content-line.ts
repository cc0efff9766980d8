// RFC 5545, section 3.1: lines of at most 75 octets, and text without what has a meaning of its own.

const most = 75

/** Text as a value: escaped, in one line, without characters that no calendar may hold. */
export function textValue(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed()
  return special.test(whole) ? whole.replace(eachSpecial, escaped) : whole
}

/* oxlint-disable no-control-regex -- these are what is looked for */
const special = /[\\;,\u0000-\u0008\n-\u001F\u007F-\u009F\u2028\u2029]/
const eachSpecial = /\r\n|[\\;,\u0000-\u0008\n-\u001F\u007F-\u009F\u2028\u2029]/g
/* oxlint-enable no-control-regex */

/** Signs with a meaning get a backslash, ends of lines are one sign, what controls something else is left out. */
function escaped(sign: string): string {
  if (sign === ',' || sign === ';' || sign === '\\') return `\\${sign}`
  return lineEnds.has(sign) ? String.raw`\n` : ''
}

const lineEnds = new Set(['\n', '\r', '\r\n', '\u2028', '\u2029', '\u0085'])

/** One property with its end of line, folded by octets, never within a character. */
export function contentLine(name: string, value: string): string {
  const line = `${name}:${value}`
  // A UTF-16 unit takes at most three octets.
  if (line.length * 3 <= most) return `${line}\r\n`
  const octets = Buffer.byteLength(line)
  if (octets <= most) return `${line}\r\n`
  return octets === line.length ? foldedAscii(line) : foldedText(line)
}

function foldedAscii(line: string): string {
  let folded = line.slice(0, most)
  for (let at = most; at < line.length; at += most - 1) folded += `\r\n ${line.slice(at, at + most - 1)}`
  return `${folded}\r\n`
}

function foldedText(line: string): string {
  let folded = ''
  let [begin, octets] = [0, 0]
  for (let at = 0; at < line.length;) {
    const point = line.codePointAt(at) ?? 0
    const size = sizeOf(point)
    if (octets + size > most) {
      folded += `${line.slice(begin, at)}\r\n `
      begin = at
      octets = 1
    }
    octets += size
    at += point > 0xffff ? 2 : 1
  }
  return `${folded}${line.slice(begin)}\r\n`
}

function sizeOf(point: number): number {
  if (point < 0x80) return 1
  if (point < 0x800) return 2
  return point < 0x1_00_00 ? 3 : 4
}
