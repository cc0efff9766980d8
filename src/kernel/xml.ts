/** One element: names with the prefixes that the reader was given, whatever the document calls them. */
export interface XmlElement {
  name: string
  attributes: Readonly<Record<string, string>>
  /** Its own text, without that of its children; white space at the ends removed. */
  text: string
  children: readonly XmlElement[]
}

/** Why a document was not read, and where: `Invoice/cac:Party/cbc:Name`. */
export interface XmlFault {
  fault:
    | 'encoding'
    | 'declarations'
    | 'unknownEntity'
    | 'malformed'
    | 'forbiddenCharacter'
    | 'tooLarge'
    | 'tooDeep'
    | 'tooManyElements'
    | 'textTooLong'
  path: string
}

export interface XmlLimits {
  bytes: number
  depth: number
  elements: number
  /** Characters of one text. */
  text: number
  /** Characters of one tag with its attributes. */
  tag: number
}

/** Enough for documents of an office; whoever reads more says so. */
export const usualLimits: XmlLimits = {
  bytes: 10 * 1024 * 1024,
  depth: 40,
  elements: 100_000,
  text: 10 * 1024 * 1024,
  tag: 20_000,
}

export const isXmlFault = (read: XmlElement | XmlFault): read is XmlFault => 'fault' in read

// U+FFFE and U+FFFF are no characters; what is left below a blank are tab and line ends.
// oxlint-disable-next-line no-control-regex -- these are exactly what XML forbids
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/

export const hasForbidden = (text: string): boolean => forbidden.test(text) || !text.isWellFormed()

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text with the five entities of XML itself and numbered characters; undefined when it names any other. */
export function decodeText(text: string): string | undefined {
  if (!text.includes('&')) return text
  let isUnknown = false
  const decoded = text.replaceAll(/&([^;&]{0,12});?/g, (whole, name: string) => {
    const value = whole.endsWith(';') ? (named[name] ?? numbered(name)) : undefined
    if (value === undefined) isUnknown = true
    return value ?? ''
  })
  return isUnknown ? undefined : decoded
}

function numbered(name: string): string | undefined {
  const read = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name)
  if (!read) return undefined
  const code = read[1] ? Number.parseInt(read[1], 16) : Number(read[2])
  return code > 0 && code <= 0x10_ff_ff && (code < 0xd8_00 || code > 0xdf_ff) ? String.fromCodePoint(code) : undefined
}
