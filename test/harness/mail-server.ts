// A real SMTP server on this machine whose mood a test decides.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { decoded, readPart } from '#platform/mail/mime-part.ts'
import type { MailServer } from '#platform/mail/server-address.ts'

/** accept · later: 451 to the recipient · never: 550 to the recipient · silent: no word after DATA · drop: takes DATA and hangs up. */
export type Mood = 'accept' | 'later' | 'never' | 'silent' | 'drop' | 'refuseContent'

export interface MailPost {
  /** What arrived whole, in order; also what was dropped right after. */
  received: string[]
  recipients: string[]
  mood: Mood
  /** For single addresses. */
  moods: Map<string, Mood>
  server: MailServer
  url: string
  stop(): Promise<void>
}

const refusal = (code: number, words: string): Error => Object.assign(new Error(words), { responseCode: code })

export async function startMailServer(options: SMTPServerOptions = {}, port = 0): Promise<MailPost> {
  const post = {
    received: [] as string[],
    recipients: [] as string[],
    mood: 'accept' as Mood,
    moods: new Map<string, Mood>(),
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: options.key ? [] : ['STARTTLS'],
    closeTimeout: 100,
    disableReverseLookup: true,
    onRcptTo: ({ address }, _session, done) => {
      const mood = post.moods.get(address) ?? post.mood
      if (mood === 'later') return done(refusal(451, 'greylisted, come back later'))
      if (mood === 'never') return done(refusal(550, '5.1.1 no such user here'))
      return done()
    },
    onData: (stream, session, done) => {
      const take = async (): Promise<void> => {
        const source = await text(stream).catch(() => undefined)
        if (source === undefined) return // whoever was sending is gone
        const [address = ''] = session.envelope.rcptTo.map((to) => to.address)
        const mood = post.moods.get(address) ?? post.mood
        if (mood === 'refuseContent') return done(refusal(554, 'message looks like spam'))
        post.received.push(source)
        post.recipients.push(address)
        if (mood === 'drop') hangUp(server)
        else if (mood !== 'silent') done()
      }
      void take()
    },
    ...options,
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', resolve))
  const { port: chosen } = server.server.address() as AddressInfo
  const at = { host: '127.0.0.1', port: chosen, user: undefined, password: undefined, folder: 'INBOX' }
  return Object.assign(post, {
    server: { ...at, tls: 'none' as const },
    url: `smtp://127.0.0.1:${chosen}`,
    stop: async () => {
      hangUp(server)
      await new Promise<void>((resolve) => {
        server.close(resolve)
      })
    },
  })
}

const hangUp = (server: SMTPServer): void => {
  for (const connection of server.connections)
    (connection as unknown as Record<string, { destroy(): void }>)['_socket']?.destroy()
}

/** The words of the newest mail to somebody that has arrived. */
export function newestMailTo({ received, recipients }: MailPost, email: string): string {
  const at = recipients.lastIndexOf(email)
  if (at < 0) throw new Error(`no mail to ${email}; there is some to ${recipients.join(', ') || 'nobody'}`)
  return decoded(readPart(received[at] ?? ''))
}

/** A port that nobody listens on. */
export async function deadPort(): Promise<number> {
  const post = await startMailServer()
  await post.stop()
  return post.server.port
}

/** A certificate for this machine, made by openssl; undefined where there is none. */
export function makeCertificate(): { key: string; cert: string } | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'lotsenwerk-cert-'))
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  try {
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-keyout',
        key,
        '-out',
        cert,
        '-days',
        '30',
        '-subj',
        '/CN=localhost',
        '-addext',
        'subjectAltName=DNS:localhost,IP:127.0.0.1',
      ],
      { stdio: 'ignore' },
    )
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') }
  } catch {
    return undefined
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
