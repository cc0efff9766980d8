import { normalizeEmail } from '#kernel/email.ts'
import { contentType, decoded, type Part, readHeaders, readPart, readParts } from './mime-part.ts'

/** A mail that will not arrive, as the report says. */
export interface Bounce {
  /** Of the mail that came back, when the report quotes it. */
  messageId: string | undefined
  recipient: string | undefined
  /** A German sentence with the words of the mail server. */
  reason: string
}

/**
 * Reads a delivery report (RFC 3464). Undefined for every other mail, and for reports that say anything but "failed": a delay
 * is no bounce. `source` holds one byte per character.
 */
export function readBounce(source: string): Bounce | undefined {
  const mail = readPart(source)
  const { type, parameter } = contentType(mail)
  if (
    type !== 'multipart/report' ||
    (parameter('report-type') ?? 'delivery-status').toLowerCase() !== 'delivery-status'
  )
    return undefined
  const parts = readParts(mail)
  const status = parts.find((part) => /^message\/(global-)?delivery-status$/.test(contentType(part).type))
  if (!status) return undefined
  const groups = decoded(status)
    .split(/\n[ \t]*\n/)
    .map(readHeaders)
  const failed = groups.find((group) => /^failed\b/i.test(group.get('action') ?? ''))
  if (!failed) return undefined
  return { messageId: quotedMessageId(parts), recipient: recipientIn(failed), reason: reasonIn(failed) }
}

function quotedMessageId(parts: Part[]): string | undefined {
  const quoted = parts.find((part) =>
    /^(message\/rfc822|message\/global|text\/rfc822-headers)/.test(contentType(part).type),
  )
  return quoted && readHeaders(decoded(quoted).split('\n\n')[0] ?? '').get('message-id')
}

/** `rfc822; <name@example.org>` */
const addressIn = (field: string | undefined): string | undefined =>
  normalizeEmail(field?.replace(/^[^;]*;/, '').replaceAll(/[<>]/g, '') ?? '')

/** The original one is ours; the final one may be where it was forwarded to. */
const recipientIn = (group: ReadonlyMap<string, string>): string | undefined =>
  addressIn(group.get('original-recipient')) ?? addressIn(group.get('final-recipient'))

function reasonIn(group: ReadonlyMap<string, string>): string {
  const said = group.get('diagnostic-code')?.replace(/^[\w-]+;\s*/, '') ?? group.get('status') ?? ''
  const words = said
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, 300)
  return words === '' ? 'Die Mail kam zurück' : `Die Mail kam zurück: ${words}`
}
