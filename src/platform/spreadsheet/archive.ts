import { inflateRawSync } from 'node:zlib'

/** What a workbook may measure once unpacked. WiBA's has 95 kB; an office's largest lists stay far below. */
export const archiveLimits = {
  entries: 2_000,
  unpacked: 64 * 1024 * 1024,
  /** Unpacked to packed, asked of what is larger than `ratioFrom`: texts of a table shrink to a tenth, a bomb to a thousandth. */
  ratio: 200,
  ratioFrom: 4 * 1024 * 1024,
  rows: 20_000,
  cells: 1_000_000,
} as const

/** Why an archive is not handed to a reader. */
export type ArchiveFault = 'noArchive' | 'tooLarge' | 'tooManyRows' | 'foreignXml'

/** Its parts in XML, unpacked for real: what an archive says about its sizes may be a lie. */
export type ArchiveParts = Map<string, Buffer>

interface Entry {
  name: string
  method: number
  packed: number
  unpacked: number
  localAt: number
}

const [endMark, entryMark, localMark] = [0x06054b50, 0x02014b50, 0x04034b50]
const [endLength, entryLength, localLength, longestComment] = [22, 46, 30, 65_535]

/** Unpacks the XML parts of a workbook within the limits; anything over them ends before it takes the memory. */
export function openArchive(bytes: Buffer): ArchiveParts | ArchiveFault {
  const entries = entriesOf(bytes)
  if (!entries) return 'noArchive'
  if (entries.length > archiveLimits.entries) return 'tooLarge'
  const declared = entries.reduce((sum, { unpacked }) => sum + unpacked, 0)
  if (isTooLarge(declared, bytes.length)) return 'tooLarge'
  const parts: ArchiveParts = new Map()
  let total = 0
  for (const entry of entries.filter(({ name }) => /\.(xml|rels)$/i.test(name))) {
    const part = unpack(bytes, entry, archiveLimits.unpacked - total)
    if (typeof part === 'string') return part
    total += part.length
    parts.set(entry.name, part)
  }
  return isTooLarge(total, bytes.length) ? 'tooLarge' : (faultIn(parts) ?? parts)
}

const isTooLarge = (unpacked: number, packed: number): boolean =>
  unpacked > archiveLimits.unpacked || (unpacked > archiveLimits.ratioFrom && unpacked > packed * archiveLimits.ratio)

function faultIn(parts: ArchiveParts): ArchiveFault | undefined {
  for (const [name, part] of parts) {
    // Entities and foreign files are declared there; Office writes none.
    if (part.includes('<!DOCTYPE') || part.includes('<!ENTITY')) return 'foreignXml'
    if (!/worksheets\/[^/]+\.xml$/i.test(name)) continue
    if (occursOver(part, '<row', archiveLimits.rows) || occursOver(part, '<c ', archiveLimits.cells))
      return 'tooManyRows'
  }
  return undefined
}

function occursOver(part: Buffer, mark: string, limit: number): boolean {
  let count = 0
  for (let at = part.indexOf(mark); at >= 0; at = part.indexOf(mark, at + mark.length)) if (++count > limit) return true
  return false
}

function unpack(bytes: Buffer, { method, packed, localAt }: Entry, room: number): Buffer | ArchiveFault {
  if (localAt + localLength > bytes.length || bytes.readUInt32LE(localAt) !== localMark) return 'noArchive'
  const start = localAt + localLength + bytes.readUInt16LE(localAt + 26) + bytes.readUInt16LE(localAt + 28)
  if (start + packed > bytes.length) return 'noArchive'
  const content = bytes.subarray(start, start + packed)
  if (method === 0) return content.length > room ? 'tooLarge' : content
  if (method !== 8) return 'noArchive'
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, room) })
  } catch (error) {
    return error instanceof RangeError ? 'tooLarge' : 'noArchive'
  }
}

function entriesOf(bytes: Buffer): Entry[] | undefined {
  const end = endOfDirectory(bytes)
  if (end === undefined) return undefined
  const count = bytes.readUInt16LE(end + 10)
  const found: Entry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    if (at + entryLength > bytes.length || bytes.readUInt32LE(at) !== entryMark) return undefined
    const nameLength = bytes.readUInt16LE(at + 28)
    found.push({
      name: bytes.toString('utf8', at + entryLength, at + entryLength + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      localAt: bytes.readUInt32LE(at + 42),
    })
    at += entryLength + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return found
}

function endOfDirectory(bytes: Buffer): number | undefined {
  const first = Math.max(0, bytes.length - endLength - longestComment)
  for (let at = bytes.length - endLength; at >= first; at--) if (bytes.readUInt32LE(at) === endMark) return at
  return undefined
}
