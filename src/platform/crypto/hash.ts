import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

export const sha256 = (value: string | Uint8Array): string => createHash('sha256').update(value).digest('hex')

export const mac = (secret: string, ...parts: string[]): string =>
  createHmac('sha256', secret).update(parts.join('\0')).digest('base64url')

export function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(sha256(a)), Buffer.from(sha256(b))]
  return timingSafeEqual(left, right)
}
