import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { type MailServer, readMailServer, readSender } from './server-address.ts'

/** Mail as the settings have it. Without `smtp` mail waits in the outbox, without `imap` nobody reads what came back. */
export interface MailSettings {
  smtp: MailServer | undefined
  imap: MailServer | undefined
  /** The address our mail comes from, and to which bounces go. */
  sender: string
}

/** From SMTP_URL, IMAP_URL and MAIL_FROM. */
export function readMailSettings(env: Record<string, string | undefined>, baseUrl: string): Outcome<MailSettings> {
  const smtp = env['SMTP_URL'] ? readMailServer(env['SMTP_URL'], 'smtp') : undefined
  if (isRefusal(smtp)) return smtp
  const imap = env['IMAP_URL'] ? readMailServer(env['IMAP_URL'], 'imap') : undefined
  if (isRefusal(imap)) return imap
  const sender = readSender(env['MAIL_FROM'] || undefined, { user: smtp?.user }, baseUrl)
  return isRefusal(sender) ? sender : { smtp, imap, sender }
}
