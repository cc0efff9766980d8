/** One file inside a zip, as the central directory names it. */
export interface ZipEntry {
  name: string
  /** 0 stored, 8 deflated. */
  method: number
  encrypted: boolean
  packed: number
  unpacked: number
  /** Where its own header begins. */
  offset: number
}

/** A zip may end with a comment of so many bytes after the record of 22 that ends it. */
export const longestTail = 65_535 + 22
const endSize = 22

export interface ZipEnd {
  entries: number
  size: number
  offset: number
}

/** Where the directory lies; undefined when the bytes end no zip that we read (several parts, ZIP64, something before or behind it). */
export function readZipEnd(tail: Buffer, fileSize: number): ZipEnd | undefined {
  for (let at = tail.length - endSize; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== 0x06054b50 || at + endSize + tail.readUInt16LE(at + 20) !== tail.length) continue
    const [disk, start, here, entries] = [4, 6, 8, 10].map((field) => tail.readUInt16LE(at + field))
    const [size, offset] = [tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)]
    const isWhole = disk === 0 && start === 0 && here === entries && offset + size === fileSize - tail.length + at
    return isWhole && entries !== undefined && entries < 0xffff ? { entries, size, offset } : undefined
  }
  return undefined
}

const entrySize = 46

/** Undefined when it is not exactly so many whole entries. Only names and numbers are read, nothing is unpacked. */
export function readZipDirectory(bytes: Buffer, count: number): ZipEntry[] | undefined {
  const entries: ZipEntry[] = []
  let at = 0
  while (at + entrySize <= bytes.length && bytes.readUInt32LE(at) === 0x02014b50) {
    const [nameLength = 0, extra = 0, comment = 0] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field))
    const next = at + entrySize + nameLength + extra + comment
    if (next > bytes.length) return undefined
    entries.push({
      name: bytes.toString('utf8', at + entrySize, at + entrySize + nameLength),
      method: bytes.readUInt16LE(at + 10),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    })
    at = next
  }
  return at === bytes.length && entries.length === count ? entries : undefined
}

export const zipLimits = {
  directoryBytes: 2 * 1024 * 1024,
  entries: 5000,
  unpacked: 512 * 1024 * 1024,
  ratio: 300,
  partBytes: 1024 * 1024,
}

/** Why an office document with these parts is refused, as the end of a sentence; undefined when nothing speaks against it. */
export function zipObjection(entries: readonly ZipEntry[], fileSize: number): string | undefined {
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0)
  if (unpacked > zipLimits.unpacked || unpacked > fileSize * zipLimits.ratio)
    return 'wird beim Auspacken viel größer, als ein Dokument es ist'
  // Parts that lie over each other, and something that lies in front of them: two files in one, or a bomb.
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0)
  if (packed > fileSize || entries.every(({ offset }) => offset > 0))
    return 'ist nicht so aufgebaut, wie ein Dokument es ist'
  if (entries.some(({ encrypted }) => encrypted)) return 'ist mit einem Kennwort verschlüsselt'
  const names = entries.map(({ name }) => name)
  if (new Set(names.map((name) => name.toLowerCase())).size < names.length) return 'enthält denselben Teil zweimal'
  if (names.some((name) => name.startsWith('/') || name.includes('\\') || name.split('/').includes('..')))
    return 'enthält Teile mit unzulässigen Namen'
  if (names.some((name) => isActive(name))) return 'enthält Makros oder eingebettete Programme'
  return undefined
}

const isActive = (name: string): boolean =>
  /(^|\/)vba[^/]*$|^Basic\/|^Scripts\/|\/macrosheets\/|\/activeX\/|\/ctrlProps\/|\.(exe|dll|js|vbs|bat|cmd|ps1|jar|docm|xlsm|pptm|scr|msi|hta|lnk)$|\/embeddings\/.*\.bin$/i.test(
    name,
  )

/** What the list of types inside a DOCX or XLSX may not name, whatever its parts are called. */
export const activeTypes = /macroEnabled|vbaProject|activeX|ms-office\.vba/i
