import { afterEach, expect, test } from 'vitest'
import { type MailboxOnServer, startImapServer } from '../../../test/harness/imap-server.ts'
import { ImapMailbox } from './mailbox.ts'

const never = new AbortController().signal
let post: MailboxOnServer | undefined
afterEach(() => post?.stop())

const reports = (source: string): Promise<boolean> => Promise.resolve(source.includes('Bericht'))

test('every unread mail is given once; what was handled is marked as read, the rest stays unread for people', async () => {
  post = await startImapServer([
    'Subject: Bericht 1\n\nx',
    'Subject: Frage\n\nGr\u00fc\u00dfe',
    'Subject: Bericht 2\n\ny',
  ])
  const mailbox = new ImapMailbox(post.server)
  const given: string[] = []
  await mailbox.readNew((source) => {
    given.push(source)
    return reports(source)
  }, never)
  expect(given.map((source) => /Subject: (.*)\r/.exec(source)?.[1])).toEqual(['Bericht 1', 'Frage', 'Bericht 2'])
  expect(given[1]).toContain('Gr\u00fc\u00dfe')
  expect(post.mails.map(({ seen }) => seen)).toEqual([true, false, true])
  await mailbox.readNew((source) => {
    given.push(source)
    return reports(source)
  }, never)
  expect(given).toHaveLength(3)
  expect(post.commands.join('\n')).not.toMatch(/BODY\[/)
})

test('a mail that cannot be handled stays unread, and the next look begins with it', async () => {
  post = await startImapServer(['Subject: Bericht\n\nx'])
  const mailbox = new ImapMailbox(post.server)
  await expect(mailbox.readNew(() => Promise.reject(new Error('database is away')), never)).rejects.toThrow(
    'database is away',
  )
  expect(post.mails[0]?.seen).toBe(false)
  await mailbox.readNew(reports, never)
  expect(post.mails[0]?.seen).toBe(true)
})

test('a refused sign-in and a server that is not there are errors with a reason, in bounded time', async () => {
  post = await startImapServer([])
  await expect(new ImapMailbox({ ...post.server, password: 'falsch' }).readNew(reports, never)).rejects.toThrow(
    'Command failed',
  )
  const { port } = post.server
  await post.stop()
  await expect(new ImapMailbox({ ...post.server, port }).readNew(reports, never)).rejects.toThrow('ECONNREFUSED')
})
