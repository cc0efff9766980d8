/** The code points that a TrueType font can show, read from its table `cmap` (formats 4 and 12). */
export function coverageOf(font: Buffer): Set<number> {
  const covered = new Set<number>()
  const start = tableStart(font, 'cmap')
  for (let table = 0; table < font.readUInt16BE(start + 2); table++) {
    const at = start + font.readUInt32BE(start + 4 + table * 8 + 4)
    const format = font.readUInt16BE(at)
    if (format === 4) addSegments(font, at, covered)
    if (format === 12) addGroups(font, at, covered)
  }
  return covered
}

function tableStart(font: Buffer, name: string): number {
  for (let table = 0; table < font.readUInt16BE(4); table++) {
    const at = 12 + table * 16
    if (font.toString('latin1', at, at + 4) === name) return font.readUInt32BE(at + 8)
  }
  throw new Error(`the font has no table ${name}`)
}

function addSegments(font: Buffer, at: number, covered: Set<number>): void {
  const twice = font.readUInt16BE(at + 6)
  const [ends, starts] = [at + 14, at + 16 + twice]
  for (let segment = 0; segment < twice; segment += 2) {
    const [first, last] = [font.readUInt16BE(starts + segment), font.readUInt16BE(ends + segment)]
    const delta = font.readUInt16BE(starts + twice + segment)
    const offsetAt = starts + 2 * twice + segment
    const offset = font.readUInt16BE(offsetAt)
    for (let code = first; code <= last && code !== 0xffff; code++) {
      const glyph = offset === 0 ? (code + delta) & 0xffff : font.readUInt16BE(offsetAt + offset + 2 * (code - first))
      if (glyph !== 0) covered.add(code)
    }
  }
}

function addGroups(font: Buffer, at: number, covered: Set<number>): void {
  for (let group = 0; group < font.readUInt32BE(at + 12); group++) {
    const entry = at + 16 + group * 12
    for (let code = font.readUInt32BE(entry); code <= font.readUInt32BE(entry + 4); code++) covered.add(code)
  }
}

/**
 * The text as fonts that cover so much can show it: what is invisible anyway is left out, another form of the same sign is taken,
 * and what has none becomes a hollow diamond. PDF/UA allows no sign without a shape.
 */
export function showable(text: string, covered: (code: number) => boolean): string {
  const shows = (part: string): boolean => Array.from(part).every((sign) => covered(sign.codePointAt(0) ?? 0))
  let shown = ''
  for (const sign of text.normalize('NFC')) {
    const other = others.get(sign) ?? sign.normalize('NFKC')
    if (sign === '\n' || shows(sign)) shown += sign
    else if (shows(other)) shown += other
    else if (/\s/u.test(sign)) shown += ' '
    else if (!/\p{Default_Ignorable_Code_Point}/u.test(sign)) shown += hollow
  }
  return shown
}

const usual = /^(?![^]*\S{31})[\n\x20-\x7eÄÖÜäöüß§„“–…·\u00a0]*$/
/** Most texts: letters that every font has, and no word longer than a line. */
export const isUsual = (text: string): boolean => usual.test(text)

const others = new Map([
  ['\u2010', '-'],
  ['\u2011', '-'],
  ['\u202f', '\u00a0'],
])
/** In Fira Sans. */
export const hollow = '\u25ca'
