import { createHash } from 'node:crypto'

/** UUID of version 5 (RFC 9562): the same names give the same id, so that an export made twice is the same. */
export function nameId(...names: string[]): string {
  const bytes = createHash('sha1').update(names.join('\0')).digest().subarray(0, 16)
  bytes[6] = 0x50 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
