import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Seals what lies in the database, unreadable for whoever has only the database; `purpose` must be the same for opening. */
export interface Safe {
  seal(purpose: string, text: string): string
  /** Undefined when it was sealed by another installation, for another purpose, or changed. */
  open(purpose: string, sealed: string): string | undefined
}

const algorithm = 'aes-256-gcm'
const [ivLength, tagLength] = [12, 16]

/** AES-256-GCM with a key of its own for each purpose, derived from the installation's secret. */
export function safeWith(secret: string): Safe {
  const keyFor = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, '', `lotsenwerk safe ${purpose}`, 32))
  return {
    seal: (purpose, text) => {
      const iv = randomBytes(ivLength)
      const cipher = createCipheriv(algorithm, keyFor(purpose), iv)
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return `v1.${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')}`
    },
    open: (purpose, sealed) => {
      const bytes = Buffer.from(/^v1\.([\w-]+)$/.exec(sealed)?.[1] ?? '', 'base64url')
      if (bytes.length < ivLength + tagLength) return undefined
      const decipher = createDecipheriv(algorithm, keyFor(purpose), bytes.subarray(0, ivLength))
      decipher.setAuthTag(bytes.subarray(ivLength, ivLength + tagLength))
      try {
        return decipher.update(bytes.subarray(ivLength + tagLength), undefined, 'utf8') + decipher.final('utf8')
      } catch {
        return undefined // another key, or changed: the tag tells
      }
    },
  }
}
