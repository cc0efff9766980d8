import { createHash } from 'node:crypto'

/** A UUID (version 5 in form) that is always the same for the same name: what is derived keeps its id when it is derived again. */
export function uuidFrom(name: string): string {
  const hex = createHash('sha256').update(`lotsenwerk ${name}`).digest('hex')
  const variant = ((parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`
}
