import MailComposer from 'nodemailer/lib/mail-composer'
import { isId } from '#kernel/id.ts'
import type { Temporal } from 'temporal-polyfill'
import { sha256 } from '#platform/crypto/hash.ts'

/** A mail as it goes out: plain text, one recipient. */
export interface OutgoingMail {
  /** Ours and stable: the same mail handed over again has the same, so that mail servers and readers can see it is one. */
  messageId: string
  from: { email: string; name: string }
  to: { email: string; name: string }
  subject: string
  text: string
  at: Temporal.Instant
  /** Address that ends mails of this kind, by one POST and without a sign-in. */
  unsubscribe?: string | undefined
  /** A date for the reader's calendar (iTIP), as a part that calendar programs act upon and as a file. */
  calendar?: { method: string; text: string } | undefined
}

/** `<id@domain of the sender>`; bounces bring it back. */
export const messageIdOf = (id: string, sender: string): string => `<${id}@${sender.split('@')[1] ?? 'localhost'}>`

/** The id in a Message-ID of ours; undefined for anybody else's. */
export function idOfMessage(messageId: string | undefined): string | undefined {
  const id = messageId?.replaceAll(/^<|@.*$/gs, '')
  return isId(id) ? id : undefined
}

/** What a header may hold: one line without control characters. A line break would begin another header. */
export const oneLine = (text: string): string =>
  text
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .toWellFormed()

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const two = (n: number): string => String(n).padStart(2, '0')

function dateHeader(at: Temporal.Instant): string {
  const { dayOfWeek, day, month, year, hour, minute, second } = at.toZonedDateTimeISO('UTC')
  return `${days[dayOfWeek - 1]}, ${two(day)} ${months[month - 1]} ${year} ${two(hour)}:${two(minute)}:${two(second)} +0000`
}

/** What mail programs make their own button of (RFC 2369); one click without asking only over https (RFC 8058). */
function unsubscribing(address: string | undefined): Record<string, string> {
  if (address === undefined) return {}
  const oneClick = { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
  return { 'List-Unsubscribe': `<${address}>`, ...(address.startsWith('https://') ? oneClick : {}) }
}

/** The mail as bytes (RFC 5322), the same each time for the same mail. */
export const rawMail = (mail: OutgoingMail): Promise<Buffer> =>
  new MailComposer({
    messageId: mail.messageId,
    date: dateHeader(mail.at),
    from: { name: oneLine(mail.from.name), address: mail.from.email },
    to: { name: oneLine(mail.to.name), address: mail.to.email },
    subject: oneLine(mail.subject),
    text: `${mail.text.replaceAll(/\r\n?/g, '\n').trimEnd()}\n`.toWellFormed(),
    encoding: 'quoted-printable',
    headers: {
      'Auto-Submitted': 'auto-generated', // no answer of a machine to a machine (RFC 3834)
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': 'de',
      ...unsubscribing(mail.unsubscribe),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'win',
    // Boundaries of parts are random otherwise, and the mail another one each time.
    baseBoundary: sha256(mail.messageId).slice(0, 24),
    ...(mail.calendar ? { icalEvent: { method: mail.calendar.method, content: mail.calendar.text } } : {}),
  })
    .compile()
    .build()
