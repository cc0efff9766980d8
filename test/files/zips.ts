// Small zips made by hand, so that every field can be wrong.
import { crc32, deflateRawSync } from 'node:zlib'

export interface Part {
  name: string
  content: string | Buffer
  /** What the directory says instead of the truth. */
  claims?: { unpacked?: number; packed?: number; flags?: number; method?: number }
}

export function zip(parts: readonly Part[], { comment = '', before = Buffer.alloc(0) } = {}): Buffer {
  const files: Buffer[] = [before]
  const directory: Buffer[] = []
  let offset = before.length
  for (const { name, content, claims = {} } of parts) {
    const plain = Buffer.from(content)
    const isStored = name === 'mimetype'
    const packed = isStored ? plain : deflateRawSync(plain)
    const numbers = (into: Buffer, at: number): void => {
      into.writeUInt16LE(claims.flags ?? 0, at)
      into.writeUInt16LE(claims.method ?? (isStored ? 0 : 8), at + 2)
      into.writeUInt32LE(crc32(plain), at + 8)
      into.writeUInt32LE(claims.packed ?? packed.length, at + 12)
      into.writeUInt32LE(claims.unpacked ?? plain.length, at + 16)
      into.writeUInt16LE(Buffer.byteLength(name), at + 20)
    }
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    numbers(local, 6)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    numbers(entry, 8)
    entry.writeUInt32LE(offset, 42)
    files.push(local, Buffer.from(name), packed)
    directory.push(entry, Buffer.from(name))
    offset += 30 + Buffer.byteLength(name) + packed.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  end.writeUInt16LE(comment.length, 20)
  return Buffer.concat([...files, listed, end, Buffer.from(comment)])
}

const types = (more = '') =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>${more}</Types>`

export const docxParts = (more: readonly Part[] = [], moreTypes = ''): Part[] => [
  { name: '[Content_Types].xml', content: types(moreTypes) },
  { name: '_rels/.rels', content: '<Relationships/>' },
  { name: 'word/document.xml', content: '<w:document>Notfallkarte</w:document>' },
  ...more,
]

export const docx = (more: readonly Part[] = [], moreTypes = ''): Buffer => zip(docxParts(more, moreTypes))
export const xlsx = (): Buffer =>
  zip([
    { name: '[Content_Types].xml', content: types() },
    { name: 'xl/workbook.xml', content: '<workbook/>' },
  ])
export const openDocument = (kind: string, more: readonly Part[] = []): Buffer =>
  zip([
    { name: 'mimetype', content: `application/vnd.oasis.opendocument.${kind}` },
    { name: 'content.xml', content: '<office:document-content/>' },
    ...more,
  ])
