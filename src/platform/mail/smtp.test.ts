import { Temporal } from 'temporal-polyfill'
import { afterEach, expect, test } from 'vitest'
import { deadPort, type MailPost, makeCertificate, startMailServer } from '../../../test/harness/mail-server.ts'
import { contentType, decoded, readPart } from './mime-part.ts'
import { messageIdOf, type OutgoingMail, rawMail } from './outgoing-mail.ts'
import { Smtp } from './smtp.ts'

const id = '01940d1c-5c00-7a60-8000-4b5c6d7e8f90'
const mail: OutgoingMail = {
  messageId: messageIdOf(id, 'portal@verbund.example'),
  from: { email: 'portal@verbund.example', name: 'Verbund Börde eG' },
  to: { email: 'isb@musterstadt.example', name: 'Jana Weißflog' },
  subject: 'Übergabe – 3 Prüfungen für Straußberg',
  text: 'Guten Tag Jana Weißflog,\n\nhier der Zugang: https://portal.example/einladung/abc=def\n\n.\nGrüße',
  at: Temporal.Instant.from('2026-11-21T08:15:00Z'),
}
/** As long as usual, so that a busy machine is no silent mail server. */
const patient = { rest: 0 }
const quick = { connect: 500, greeting: 500, idle: 500, whole: 1500, rest: 0 }

let post: MailPost | undefined
afterEach(() => post?.stop())

test('a mail arrives whole and readable: subject, names and text in UTF-8, one stable Message-ID', async () => {
  post = await startMailServer()
  expect(await new Smtp(post.server, patient).deliver(mail)).toEqual({ outcome: 'accepted' })
  const arrived = readPart(post.received[0] ?? '')
  expect(arrived.headers.get('message-id')).toBe(`<${id}@verbund.example>`)
  expect(arrived.headers.get('date')).toBe('Sat, 21 Nov 2026 08:15:00 +0000')
  expect(arrived.headers.get('auto-submitted')).toBe('auto-generated')
  expect(arrived.headers.get('subject')).toMatch(/^=\?UTF-8\?[QB]\?/)
  expect(contentType(arrived).type).toBe('text/plain')
  expect(contentType(arrived).parameter('charset')).toBe('utf-8')
  expect(decoded(arrived).trimEnd()).toBe(mail.text)
  expect(post.received[0]).toMatch(/^[\0-\x7f]*$/)
})

test('a repeated hand-over is the same mail, byte by byte', async () => {
  const [one, two] = [await rawMail(mail), await rawMail(mail)]
  expect(one.equals(two)).toBe(true)
})

test('nobody gets another header in by a name, a subject or an address', async () => {
  post = await startMailServer()
  const evil = 'Harmlos\r\nBcc: opfer@anderswo.example\r\n\r\nText\u2028X: y'
  await new Smtp(post.server, patient).deliver({ ...mail, subject: evil, to: { ...mail.to, name: evil } })
  const arrived = readPart(post.received[0] ?? '')
  expect([...arrived.headers.keys()].toSorted()).toEqual(
    [
      'auto-submitted',
      'content-language',
      'content-transfer-encoding',
      'content-type',
      'date',
      'from',
      'message-id',
      'mime-version',
      'subject',
      'to',
      'x-auto-response-suppress',
    ].toSorted(),
  )
  expect(post.recipients).toEqual([mail.to.email])
  const smtpWords = { ...mail, to: { email: 'a@b.example>\r\nRCPT TO:<c@d.example', name: '' } }
  expect((await new Smtp(post.server, patient).deliver(smtpWords)).outcome).not.toBe('accepted')
  expect(post.recipients).toEqual([mail.to.email])
})

test('"later" is a delay, "never" and a refused content are final, each with the words of the server', async () => {
  post = await startMailServer()
  const smtp = new Smtp(post.server, patient)
  post.mood = 'later'
  expect(await smtp.deliver(mail)).toMatchObject({ outcome: 'delayed', reason: expect.stringContaining('greylisted') })
  post.mood = 'never'
  expect(await smtp.deliver(mail)).toMatchObject({
    outcome: 'refused',
    reason: expect.stringContaining('no such user'),
  })
  post.mood = 'refuseContent'
  expect(await smtp.deliver(mail)).toMatchObject({ outcome: 'refused', reason: expect.stringContaining('spam') })
  post.mood = 'accept'
  expect(await smtp.deliver(mail)).toEqual({ outcome: 'accepted' })
})

test('a server that says nothing, hangs up after the text or is not there at all delays the mail in bounded time', async () => {
  post = await startMailServer()
  const smtp = new Smtp(post.server, quick)
  const began = performance.now()
  post.mood = 'silent'
  expect(await smtp.deliver(mail)).toEqual({ outcome: 'delayed', reason: 'Der Mailserver antwortet nicht' })
  post.mood = 'drop'
  expect((await smtp.deliver(mail)).outcome).toBe('delayed')
  const nobody = new Smtp({ ...post.server, port: await deadPort() }, quick)
  expect(await nobody.deliver(mail)).toMatchObject({
    outcome: 'delayed',
    reason: expect.stringContaining('nicht erreichbar'),
  })
  expect(performance.now() - began).toBeLessThan(15_000)
})

test('while a server is away, the others do not wait for it one by one', async () => {
  const port = await deadPort()
  const smtp = new Smtp(
    { host: '127.0.0.1', port, tls: 'none', user: undefined, password: undefined, folder: '' },
    { ...patient, rest: 2000 },
  )
  await smtp.deliver(mail)
  post = await startMailServer({}, port)
  expect((await smtp.deliver(mail)).outcome).toBe('delayed')
  await new Promise((resolve) => setTimeout(resolve, 2050))
  expect((await smtp.deliver(mail)).outcome).toBe('accepted')
})

const certificate = makeCertificate()
if (!certificate)
  process.stdout.write('skipped: TLS to a mail server, because openssl is missing (apt install openssl)\n')

test.skipIf(!certificate)(
  'where TLS is required, nothing goes out without it, nor to a certificate that nobody trusts',
  async () => {
    const { key = '', cert = '' } = certificate ?? {}
    post = await startMailServer()
    const required = { ...post.server, host: 'localhost', tls: 'upgrade' as const }
    const open = await new Smtp(required, patient).deliver(mail)
    expect(open.outcome).toBe('delayed')
    await post.stop()
    let secured: boolean | undefined
    post = await startMailServer({
      key,
      cert,
      onMailFrom: (_address, session, done) => {
        secured = session.secure
        done()
      },
    })
    const upgrading = { ...required, port: post.server.port }
    expect(await new Smtp(upgrading, patient).deliver(mail)).toMatchObject({ outcome: 'delayed' })
    expect(post.received).toEqual([])
    expect(await new Smtp(upgrading, patient, cert).deliver(mail)).toEqual({ outcome: 'accepted' })
    expect(secured).toBe(true)
  },
)

test.skipIf(!certificate)('it signs in, and a refused sign-in is a delay and no verdict on the mail', async () => {
  const { key = '', cert = '' } = certificate ?? {}
  post = await startMailServer({
    key,
    cert,
    secure: true,
    authOptional: false,
    onAuth: ({ username, password }, _session, done) =>
      username === 'portal' && password === 'geheim @:/'
        ? done(null, { user: 'portal' })
        : done(Object.assign(new Error('bad credentials'), { responseCode: 535 })),
  })
  const direct = { ...post.server, host: 'localhost', tls: 'direct' as const, user: 'portal' }
  const denied = await new Smtp({ ...direct, password: 'falsch' }, patient, cert).deliver(mail)
  expect(denied).toMatchObject({ outcome: 'delayed', reason: expect.stringContaining('lehnt unsere Anmeldung ab') })
  expect(denied.outcome === 'delayed' && denied.reason).not.toContain('falsch')
  expect(await new Smtp({ ...direct, password: 'geheim @:/' }, patient, cert).deliver(mail)).toEqual({
    outcome: 'accepted',
  })
})
