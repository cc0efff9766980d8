import { normalizeEmail } from '#kernel/email.ts'
import { type Outcome, refuse } from '#kernel/outcome.ts'

/** Where mail is handed over or read, from a URL of the settings. */
export interface MailServer {
  host: string
  port: number
  /** `direct`: from the first byte; `upgrade`: STARTTLS or nothing; `none`: never, on this machine or where the URL says so. */
  tls: 'direct' | 'upgrade' | 'none'
  user: string | undefined
  password: string | undefined
  /** Folder of the mailbox; INBOX when the URL names none. */
  folder: string
}

const schemes = {
  smtp: { plain: 587, secure: 465, variable: 'SMTP_URL', example: 'smtp://name:passwort@mail.verbund.example:587' },
  imap: { plain: 143, secure: 993, variable: 'IMAP_URL', example: 'imaps://name:passwort@mail.verbund.example' },
} as const

const isHere = (host: string): boolean => /^(127\.\d+\.\d+\.\d+|::1|localhost)$/.test(host)

/** `smtps:` and `imaps:` begin with TLS, `smtp:` and `imap:` upgrade to it; `?tls=none` is needed to go without on a network. */
export function readMailServer(text: string, kind: keyof typeof schemes): Outcome<MailServer> {
  const { plain, secure, variable, example } = schemes[kind]
  const url = URL.parse(text)
  const wanted = url?.searchParams.get('tls') ?? undefined
  const wrong = refuse(`${variable} ist keine Adresse eines Mailservers. Beispiel: ${example}`)
  if (!url?.hostname || (url.protocol !== `${kind}:` && url.protocol !== `${kind}s:`)) return wrong
  if (wanted !== undefined && wanted !== 'none' && wanted !== 'required')
    return refuse(`In ${variable} steht tls=${wanted}. Möglich sind tls=required und tls=none.`)
  const host = url.hostname.replaceAll(/^\[|\]$/g, '')
  const tls = url.protocol === `${kind}s:` ? 'direct' : startOf(host, wanted)
  const port = Number(url.port) || (tls === 'direct' ? secure : plain)
  return { host, port, tls, ...accountIn(url), folder: decoded(url.pathname.slice(1)) || 'INBOX' }
}

/** A per cent sign that begins no code stands for itself: passwords have them. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const accountIn = ({ username, password }: URL): Pick<MailServer, 'user' | 'password'> => ({
  user: decoded(username) || undefined,
  password: decoded(password) || undefined,
})

function startOf(host: string, wanted: 'none' | 'required' | undefined): MailServer['tls'] {
  if (wanted === undefined) return isHere(host) ? 'none' : 'upgrade'
  return wanted === 'none' ? 'none' : 'upgrade'
}

/** The address our mail comes from: MAIL_FROM, else the account at the mail server, else one at the host of the product. */
export function readSender(
  from: string | undefined,
  { user }: Pick<MailServer, 'user'>,
  baseUrl: string,
): Outcome<string> {
  if (from !== undefined)
    return (
      normalizeEmail(from) ?? refuse(`MAIL_FROM=${from} ist keine E-Mail-Adresse. Beispiel: portal@verbund.example`)
    )
  const host = new URL(baseUrl).hostname
  return normalizeEmail(user ?? '') ?? `lotsenwerk@${host.includes('.') ? host : 'localhost.localdomain'}`
}
