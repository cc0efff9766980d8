import type { Temporal } from 'temporal-polyfill'

/** The noun that carries a file. */
export interface FileOwner {
  organizationId: string
  type: string
  id: string
}

export type Scan = 'notScanned' | 'waiting' | 'clean' | 'infected'

export interface StoredFile {
  id: string
  organizationId: string
  ownerType: string
  ownerId: string
  name: string
  mediaType: string
  size: number
  sha256: string
  scan: Scan
  uploadedBy: string
  uploadedAt: Temporal.Instant
}

/** A content that lies in the store and may become a file of a noun. */
export interface PreparedFile {
  name: string
  mediaType: string
  sha256: string
  size: number
  scan: Scan
}

/** What may be stored, by the endings of its name. */
export const kinds = {
  pdf: { mediaType: 'application/pdf', endings: ['pdf'], name: 'PDF' },
  png: { mediaType: 'image/png', endings: ['png'], name: 'PNG' },
  jpeg: { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'], name: 'JPEG' },
  webp: { mediaType: 'image/webp', endings: ['webp'], name: 'WebP' },
  text: { mediaType: 'text/plain', endings: ['txt'], name: 'Text' },
  csv: { mediaType: 'text/csv', endings: ['csv'], name: 'CSV' },
  json: { mediaType: 'application/json', endings: ['json'], name: 'JSON' },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['docx'],
    name: 'DOCX',
  },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    endings: ['xlsx'],
    name: 'XLSX',
  },
  odt: { mediaType: 'application/vnd.oasis.opendocument.text', endings: ['odt'], name: 'ODT' },
  ods: { mediaType: 'application/vnd.oasis.opendocument.spreadsheet', endings: ['ods'], name: 'ODS' },
} as const

export type Kind = keyof typeof kinds

export const allowedInWords = 'PDF, PNG, JPEG, WebP, TXT, CSV, JSON, DOCX, XLSX, ODT und ODS'

/** "PDF", "Text" */
export const kindInWords = (mediaType: string): string =>
  Object.values(kinds).find((kind) => kind.mediaType === mediaType)?.name ?? 'Datei'

export const kindOfEnding = (ending: string): Kind | undefined =>
  (Object.keys(kinds) as Kind[]).find((kind) => (kinds[kind].endings as readonly string[]).includes(ending))

// Marks that turn the reading direction make "gpj.exe" look like "exe.jpg".
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu

/** The name as it may be shown and offered: without folders, invisible characters and what systems do not bear. */
export function safeName(given: string): string {
  const last = given.normalize('NFC').toWellFormed().split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .replaceAll(invisible, '')
    .replaceAll(/[<>:"|?*]/g, '_')
    .replaceAll(/\s+/g, ' ')
  const trimmed = plain.replace(/^[\s.]+/, '').replace(/[\s.]+$/, '')
  const dot = trimmed.lastIndexOf('.')
  const ending = dot > 0 ? trimmed.slice(dot).slice(0, 20) : ''
  const stem = Array.from(dot > 0 ? trimmed.slice(0, dot) : trimmed)
    .slice(0, 160)
    .join('')
    .slice(0, 170)
  return stem === '' ? 'Datei' : stem + ending
}

export const endingOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''

const megabyte = 1024 * 1024

/** 12 KB, 3,4 MB, 2 GB */
export function sizeInWords(bytes: number): string {
  const [value, unit] =
    bytes >= 1024 * megabyte
      ? [bytes / megabyte / 1024, 'GB']
      : bytes >= megabyte
        ? [bytes / megabyte, 'MB']
        : [bytes / 1024, 'KB']
  return `${(unit === 'KB' ? Math.ceil(value) : value).toLocaleString('de-DE', { maximumFractionDigits: 1 })}\u00a0${unit}`
}
