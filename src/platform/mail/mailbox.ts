import { ImapFlow } from 'imapflow'
import type { MailServer } from './server-address.ts'

/** Where mail to our own address arrives. */
export interface Mailbox {
  /**
   * Gives every mail that nobody has read to `handle`, one byte per character; those it says yes to are marked as read.
   * The others stay unread for people, and are given once per process.
   */
  readNew(handle: (source: string) => Promise<boolean>, stopping: AbortSignal): Promise<void>
}

/** A report quotes the mail that came back at its end; more than this nobody needs. */
const longestSource = 256 * 1024
const mostAtOnce = 200

/** A mailbox by IMAP; a connection per look. */
export class ImapMailbox implements Mailbox {
  readonly #server: MailServer
  /** Mails that are no reports, up to here, in the mailbox of this name. */
  #seen = { validity: 0n, uid: 0 }

  constructor(server: MailServer) {
    this.#server = server
  }

  async readNew(handle: (source: string) => Promise<boolean>, stopping: AbortSignal): Promise<void> {
    const client = this.#client()
    client.on('error', () => {}) // whoever waits for an answer is told
    try {
      await client.connect()
      const lock = await client.getMailboxLock(this.#server.folder)
      try {
        await this.#readOpen(client, handle, stopping)
      } finally {
        lock.release()
      }
      await client.logout()
    } finally {
      client.close()
    }
  }

  async #readOpen(
    client: ImapFlow,
    handle: (source: string) => Promise<boolean>,
    stopping: AbortSignal,
  ): Promise<void> {
    const validity = client.mailbox ? client.mailbox.uidValidity : 0n
    if (validity !== this.#seen.validity) this.#seen = { validity, uid: 0 }
    const found = (await client.search({ seen: false }, { uid: true })) || []
    const fresh = found.filter((uid) => uid > this.#seen.uid).toSorted((a, b) => a - b)
    for (const uid of fresh.slice(0, mostAtOnce)) {
      stopping.throwIfAborted()
      const mail = await client.fetchOne(String(uid), { source: { maxLength: longestSource } }, { uid: true })
      const handled = mail && mail.source && (await handle(mail.source.toString('latin1')))
      if (handled) await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true })
      this.#seen.uid = uid
    }
  }

  #client(): ImapFlow {
    const { host, port, tls, user, password } = this.#server
    return new ImapFlow({
      host,
      port,
      secure: tls === 'direct',
      ...(tls === 'direct' ? {} : { doSTARTTLS: tls === 'upgrade' }),
      auth: { user: user ?? '', pass: password ?? '' },
      tls: { minVersion: 'TLSv1.2' },
      logger: false,
      disableAutoIdle: true,
      connectionTimeout: 15_000,
      greetingTimeout: 15_000,
      socketTimeout: 60_000,
    })
  }
}
