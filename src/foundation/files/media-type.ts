import type { Kind } from './file.ts'

const startsWith = (bytes: Buffer, ...signature: number[]): boolean => signature.every((byte, at) => bytes[at] === byte)

/** What the first bytes say, whatever the name says; `zip` may be an office document; undefined: text, or nothing we know. */
export function kindOfBytes(head: Buffer): Kind | 'zip' | undefined {
  if (head.toString('latin1', 0, 5) === '%PDF-') return 'pdf'
  if (startsWith(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  if (startsWith(head, 0xff, 0xd8, 0xff)) return 'jpeg'
  if (head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP') return 'webp'
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04)) return 'zip'
  return undefined
}

// Tab, line feed, form feed and carriage return are the only control characters of a text.
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const control = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/

/** UTF-8 or the text of older Windows programs; what holds control characters is no text. */
export const isText = (bytes: Buffer): boolean => !control.test(bytes.toString('latin1'))

/** What a browser would take for a page or a drawing, whatever it is called. */
export const looksLikeMarkup = (head: Buffer): boolean =>
  /^(\ufeff|ï»¿)?\s*<(!doctype|!--|\?xml|html|head|body|script|svg|iframe|math|table|img|a|meta|style)\b/i.test(
    head.toString('latin1'),
  ) || /<(script|svg|html)[\s>]/i.test(head.toString('latin1'))

export const looksLikeJson = (head: Buffer): boolean => /^(ï»¿)?\s*[[{]/.test(head.toString('latin1'))
