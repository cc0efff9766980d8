// As much of an IMAP server (RFC 3501) as reading a mailbox needs: sign-in, select, search for unread, fetch, mark as read.
import { type AddressInfo, createServer, type Socket } from 'node:net'
import type { MailServer } from '#platform/mail/server-address.ts'

export interface MailboxOnServer {
  server: MailServer
  /** By uid, from 1. */
  mails: { source: string; seen: boolean }[]
  /** Every command as it came, without its tag. */
  commands: string[]
  stop(): Promise<void>
}

export async function startImapServer(sources: string[]): Promise<MailboxOnServer> {
  const mails = sources.map((source) => ({ source: source.replaceAll(/\r?\n/g, '\r\n'), seen: false }))
  const commands: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.write('* OK [CAPABILITY IMAP4rev1] ready\r\n')
    let rest = ''
    socket.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString('latin1')).split('\r\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        const [, tag = '', command = ''] = /^(\S+) (.*)$/.exec(line) ?? []
        commands.push(command)
        for (const reply of answer(mails, command)) socket.write(reply, 'latin1')
        socket.write(`${tag} ${/^LOGIN .*falsch/.test(command) ? 'NO [AUTHENTICATIONFAILED] no' : 'OK done'}\r\n`)
        if (command === 'LOGOUT') socket.end()
      }
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    mails,
    commands,
    server: { host: '127.0.0.1', port, tls: 'none', user: 'portal', password: 'geheim', folder: 'INBOX' },
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}

function answer(mails: MailboxOnServer['mails'], command: string): string[] {
  if (command.startsWith('CAPABILITY')) return ['* CAPABILITY IMAP4rev1\r\n']
  if (/^(LIST|LSUB) /.test(command)) return ['* LIST (\\HasNoChildren) "/" "INBOX"\r\n']
  if (command.startsWith('SELECT'))
    return [
      '* FLAGS (\\Seen \\Deleted)\r\n',
      `* ${mails.length} EXISTS\r\n`,
      '* 0 RECENT\r\n',
      '* OK [PERMANENTFLAGS (\\Seen)] limited\r\n',
      '* OK [UIDVALIDITY 7] valid\r\n',
      `* OK [UIDNEXT ${mails.length + 1}] next\r\n`,
    ]
  if (command.startsWith('UID SEARCH')) {
    const unread = mails.flatMap(({ seen }, at) => (seen ? [] : [at + 1]))
    return [`* SEARCH ${unread.join(' ')}\r\n`]
  }
  const [, what, uid] = /^UID (FETCH|STORE) (\d+)/.exec(command) ?? []
  const mail = mails[Number(uid) - 1]
  if (!mail) return []
  if (what === 'STORE') mail.seen = true
  if (what === 'STORE') return [`* ${uid} FETCH (UID ${uid} FLAGS (\\Seen))\r\n`]
  const [, most] = /BODY\.PEEK\[\]<0\.(\d+)>/.exec(command) ?? []
  const part = mail.source.slice(0, most ? Number(most) : undefined)
  return [
    `* ${uid} FETCH (UID ${uid} BODY[]${most ? '<0>' : ''} {${Buffer.byteLength(part, 'latin1')}}\r\n${part})\r\n`,
  ]
}
