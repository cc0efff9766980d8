import SmtpConnection from 'nodemailer/lib/smtp-connection'
import { type OutgoingMail, rawMail } from './outgoing-mail.ts'
import type { MailServer } from './server-address.ts'

/** What became of handing a mail over. Only `accepted` and `refused` are final. */
export type Delivery =
  /** The server answers for it now. */
  | { outcome: 'accepted' }
  /** The server will never take this mail to this address (5xx to recipient or content). */
  | { outcome: 'refused'; reason: string }
  /** Not now: away, busy, greylisting, wrong credentials; or lost at the end, then it may have been accepted. */
  | { outcome: 'delayed'; reason: string }

export interface MailTransport {
  deliver(mail: OutgoingMail): Promise<Delivery>
}

export interface Times {
  connect: number
  greeting: number
  idle: number
  /** Longest time for one mail altogether: less than the lease of the job that sends it. */
  whole: number
  /** After the server could not be reached nobody tries it for so long. */
  rest: number
}

const usual: Times = { connect: 10_000, greeting: 15_000, idle: 30_000, whole: 120_000, rest: 20_000 }

interface SmtpError extends Error {
  code?: string | undefined
  command?: string | undefined
  response?: string | undefined
  responseCode?: number | undefined
}

/** One mail server; a connection per mail. */
export class Smtp implements MailTransport {
  readonly #server: MailServer
  readonly #times: Times
  readonly #trusted: string | undefined
  #away: { until: number; reason: string } | undefined

  /** `trusted`: a certificate (PEM) instead of those the system trusts. */
  constructor(server: MailServer, times: Partial<Times> = {}, trusted?: string) {
    this.#server = server
    this.#times = { ...usual, ...times }
    this.#trusted = trusted
  }

  async deliver(mail: OutgoingMail): Promise<Delivery> {
    if (this.#away && performance.now() < this.#away.until) return { outcome: 'delayed', reason: this.#away.reason }
    this.#away = undefined
    const raw = await rawMail(mail)
    const connection = this.#connection()
    try {
      await within(this.#times.whole, this.#exchange(connection, mail, raw))
      return { outcome: 'accepted' }
    } catch (error) {
      return this.#judge(error as SmtpError)
    } finally {
      connection.close()
    }
  }

  #connection(): SmtpConnection {
    const { host, port, tls } = this.#server
    const connection = new SmtpConnection({
      host,
      port,
      secure: tls === 'direct',
      requireTLS: tls === 'upgrade',
      ignoreTLS: tls === 'none',
      tls: { minVersion: 'TLSv1.2', ...(this.#trusted ? { ca: this.#trusted } : {}) },
      connectionTimeout: this.#times.connect,
      dnsTimeout: this.#times.connect,
      greetingTimeout: this.#times.greeting,
      socketTimeout: this.#times.idle,
      socketCloseTimeout: 0,
    })
    connection.on('error', () => {}) // the exchange is told; what comes after its end concerns nobody
    return connection
  }

  #exchange(connection: SmtpConnection, mail: OutgoingMail, raw: Buffer): Promise<void> {
    const { user, password } = this.#server
    return new Promise((resolve, reject) => {
      connection.once('error', reject)
      connection.once('end', () => reject(new Error('the server closed the connection')))
      const send = (): void =>
        connection.send({ from: mail.from.email, to: [mail.to.email] }, raw, (error) => {
          if (error) return reject(error)
          connection.quit()
          resolve()
        })
      connection.connect((error) => {
        if (error) return reject(error)
        if (user === undefined) return send()
        connection.login({ credentials: { user, pass: password ?? '' } }, (denied) => {
          if (denied) reject(denied)
          else send()
        })
      })
    })
  }

  #judge(error: SmtpError): Delivery {
    const reason = inWords(error)
    const aboutTheMail = error.command === 'RCPT TO' || error.command === 'DATA' || error.code === 'EMESSAGE'
    if (aboutTheMail && (error.responseCode === undefined ? error.code === 'EMESSAGE' : error.responseCode >= 500))
      return { outcome: 'refused', reason }
    if (!aboutTheMail) this.#away = { until: performance.now() + this.#times.rest, reason }
    return { outcome: 'delayed', reason }
  }
}

async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('too slow'), { code: 'ETIMEDOUT' })), milliseconds)
  })
  try {
    await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/** A sentence for the office, with the server's own words where it said something. */
function inWords({ code, command, response, message }: SmtpError): string {
  const said = response ? `: ${response.replaceAll(/\s+/g, ' ').slice(0, 300)}` : ''
  if (command === 'RCPT TO') return `Der Mailserver nimmt für diese Adresse nichts an${said}`
  if (code === 'EAUTH') return `Der Mailserver lehnt unsere Anmeldung ab${said}`
  if (code === 'ETLS') return `Die Verbindung zum Mailserver ließ sich nicht verschlüsseln (${message})`
  if (code === 'ETIMEDOUT') return 'Der Mailserver antwortet nicht'
  if (response) return `Der Mailserver hat abgelehnt${said}`
  return `Der Mailserver ist nicht erreichbar (${message})`
}
