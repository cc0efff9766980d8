const [endMark, entryMark] = [0x06054b50, 0x02014b50]
const [endLength, entryLength, longestComment] = [22, 46, 65_535]

/** What a ZIP file says it unpacks to, in bytes, read from its directory alone; undefined for what is no ZIP file. */
export function unpackedSize(bytes: Buffer): number | undefined {
  const end = endOfDirectory(bytes)
  if (end === undefined) return undefined
  const entries = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  let total = 0
  for (let entry = 0; entry < entries; entry++) {
    if (at + entryLength > bytes.length || bytes.readUInt32LE(at) !== entryMark) return undefined
    total += bytes.readUInt32LE(at + 24)
    at += entryLength + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return total
}

function endOfDirectory(bytes: Buffer): number | undefined {
  const first = Math.max(0, bytes.length - endLength - longestComment)
  for (let at = bytes.length - endLength; at >= first; at--) if (bytes.readUInt32LE(at) === endMark) return at
  return undefined
}
