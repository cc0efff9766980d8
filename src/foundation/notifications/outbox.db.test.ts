import { afterEach, expect } from 'vitest'
import { sql } from 'kysely'
import { nobody, operator, worker as workerRole } from '#platform/db/unit-of-work.ts'
import { readPart, decoded } from '#platform/mail/mime-part.ts'
import type { Mailbox } from '#platform/mail/mailbox.ts'
import { Smtp, type Times } from '#platform/mail/smtp.ts'
import type { Worker } from '#platform/jobs/worker.ts'
import { isb, test, type TestHouse } from '../../../test/harness/house.ts'
import { type MailPost, startMailServer } from '../../../test/harness/mail-server.ts'
import { otherDatabase, personId, within, workerOn } from '../../../test/harness/work.ts'
import { mailJobs } from './jobs.ts'
import type { MailTemplate } from './mail-template.ts'
import { notify } from './notify.ts'
import { postMail } from './post-mail.ts'

const template: MailTemplate = {
  name: 'probe.hello',
  title: 'Probe',
  subject: 'Prüfung {{nummer}}',
  text: 'Guten Tag {{name}},\n\nNummer {{nummer}} von {{verbund}}.',
  placeholders: { nummer: 'laufende Nummer' },
}

let post: MailPost | undefined
afterEach(async () => {
  await post?.stop()
  post = undefined
})

/** As long as usual, so that a busy machine is no silent mail server; but a server that was away is tried again at once. */
const patient: Partial<Times> = { rest: 0 }
const impatient: Partial<Times> = { connect: 500, greeting: 500, idle: 400, whole: 1500, rest: 0 }

const mailer = (house: TestHouse, mailbox?: Mailbox, database = house.services.database, times = patient): Worker =>
  workerOn(
    house,
    mailJobs({
      smtp: post && new Smtp(post.server, times),
      mailbox,
      sender: 'portal@verbund.example',
      portal: 'https://portal.example',
      templates: [template],
    }),
    database,
  )

const send = (house: TestHouse, nummer: string, email = 'wer@musterstadt.example') =>
  within(house, nobody, (ctx) =>
    postMail(ctx, { to: { email, name: 'Wer Auch' }, template: 'probe.hello', data: { nummer } }),
  )

interface Row {
  state: string
  attempts: number
  reason: string | null
}

/** By the newest of an address, as the office would see it. */
const stateOf = async (house: TestHouse, email: string): Promise<Row | undefined> => {
  const { rows } = await within(house, operator, ({ db }) =>
    sql<Row>`select state, attempts, reason from mail.outbox('{waiting,sent,failed,bounced}', 500) where recipient_email = ${email}
      order by created_at desc limit 1`.execute(db),
  )
  return rows[0]
}

/** Nobody is to get the mails of the demo story from here. */
const onlyOurs = (house: TestHouse) =>
  within(house, workerRole, ({ db, now }) =>
    sql`select mail.settle(id, 'failed', 'Probe', ${now.toString()}::timestamptz) from mail.waiting('2100-01-01', 1000) as id`.execute(
      db,
    ),
  )

const later = (house: TestHouse, time: { minutes?: number; hours?: number }) =>
  house.clock.set(house.clock.now().add(time))

test('a mail of a deed that is undone never goes out, one of a kept deed goes out readable', async ({ house }) => {
  await onlyOurs(house)
  post = await startMailServer()
  await within(
    house,
    nobody,
    (ctx) =>
      postMail(ctx, { to: { email: 'nie@x.example', name: '' }, template: 'probe.hello', data: { nummer: 'nie' } }),
    () => true,
  )
  await send(house, 'Größe 1')
  await mailer(house).runDue()
  expect(post.received).toHaveLength(1)
  const arrived = readPart(post.received[0] ?? '')
  expect(decoded(arrived)).toContain('Guten Tag Wer Auch,')
  expect(decoded(arrived)).toContain('Nummer Größe 1 von Kommunalverbund')
  expect(decoded(arrived)).toContain('Telefon 0391 5550-120')
  expect(await stateOf(house, 'wer@musterstadt.example')).toMatchObject({ state: 'sent', attempts: 1 })
})

test('without a mail server mail waits, and goes out when there is one', async ({ house }) => {
  await send(house, 'wartet', 'wartet@x.example')
  await mailer(house).runDue()
  expect(await stateOf(house, 'wartet@x.example')).toMatchObject({
    state: 'waiting',
    attempts: 0,
    reason: 'Es ist noch kein Mailserver eingerichtet (SMTP_URL)',
  })
  post = await startMailServer()
  const worker = mailer(house)
  await worker.runDue()
  later(house, { minutes: 11 })
  await worker.runDue()
  expect(post.recipients).toEqual(['wartet@x.example'])
})

test('a server that is away for a day loses nothing and gets nothing twice', async ({ house }) => {
  post = await startMailServer()
  post.mood = 'later'
  const addresses = Array.from({ length: 8 }, (_, at) => `tag${at}@x.example`)
  for (const email of addresses) await send(house, 'Tag', email)
  const worker = mailer(house)
  for (let hour = 0; hour < 24; hour += 3) {
    await worker.runDue()
    later(house, { hours: 3 })
  }
  expect(post.received).toEqual([])
  expect(await stateOf(house, 'tag0@x.example')).toMatchObject({
    state: 'waiting',
    reason: expect.stringContaining('greylisted'),
  })
  post.mood = 'accept'
  later(house, { minutes: 16 })
  await Promise.all([worker.runDue(), mailer(house, undefined, otherDatabase(house)).runDue()])
  later(house, { hours: 24 })
  await worker.runDue()
  expect(post.recipients.toSorted()).toEqual(addresses.toSorted())
})

test('a permanent refusal fails at once with its reason, tells the office once a day, and can be sent again', async ({
  house,
}) => {
  post = await startMailServer()
  post.mood = 'never'
  await send(house, 'a', 'weg@x.example')
  await send(house, 'b', 'auchweg@x.example')
  const worker = mailer(house)
  await worker.runDue()
  expect(await stateOf(house, 'weg@x.example')).toMatchObject({
    state: 'failed',
    attempts: 1,
    reason: expect.stringContaining('no such user'),
  })
  const admin = await house.as('admin@verbund.example')
  const told = await admin.get<{ items: { kind: string; url: string }[] }>('/notifications')
  expect(told.body.items.filter(({ kind }) => kind === 'mail.undelivered')).toMatchObject([{ url: '/betrieb/mail' }])
  const { body } = await admin.get<{ items: { id: string; email: string }[] }>('/mails?state=failed')
  const id = body.items.find(({ email }) => email === 'weg@x.example')?.id
  post.mood = 'accept'
  expect((await admin.post(`/mails/${id}/resend`)).status).toBe(200)
  expect((await admin.post(`/mails/${id}/resend`)).status).toBe(422)
  await worker.runDue()
  expect(await stateOf(house, 'weg@x.example')).toMatchObject({ state: 'sent' })
  expect((await admin.post(`/mails/${id}/resend`)).status).toBe(422)
})

test('a server that takes the mail and hangs up gets it again, recognisable by the same Message-ID', async ({
  house,
}) => {
  post = await startMailServer()
  post.mood = 'drop'
  await send(house, 'doppelt', 'doppelt@x.example')
  const worker = mailer(house)
  await worker.runDue()
  post.mood = 'accept'
  later(house, { minutes: 1 })
  await worker.runDue()
  later(house, { hours: 24 })
  await worker.runDue()
  const [first, second, ...more] = post.received
  expect(more).toEqual([])
  expect(second).toBe(first)
  expect(first).toContain('Message-ID: <')
})

test('a server that says nothing costs bounded time and no mail', async ({ house }) => {
  post = await startMailServer()
  post.mood = 'silent'
  await send(house, 'stumm', 'stumm@x.example')
  const worker = mailer(house, undefined, house.services.database, impatient)
  await worker.runDue()
  expect(await stateOf(house, 'stumm@x.example')).toMatchObject({
    state: 'waiting',
    reason: 'Der Mailserver antwortet nicht',
  })
})

test('after five days of "later" a mail has failed, and nothing is tried any more', async ({ house }) => {
  post = await startMailServer()
  post.mood = 'later'
  await send(house, 'alt', 'alt@x.example')
  const worker = mailer(house)
  await worker.runDue()
  later(house, { hours: 121 })
  await worker.runDue()
  expect(await stateOf(house, 'alt@x.example')).toMatchObject({
    state: 'failed',
    reason: expect.stringContaining('fünf Tage lang'),
  })
})

test('a mail that cannot be worded fails with a sentence instead of being tried for ever', async ({ house }) => {
  post = await startMailServer()
  await within(house, nobody, (ctx) =>
    postMail(ctx, { to: { email: 'ohne@x.example', name: '' }, template: 'probe.hello', data: {} }),
  )
  await within(house, nobody, (ctx) =>
    postMail(ctx, { to: { email: 'was@x.example', name: '' }, template: 'gibt.es.nicht', data: {} }),
  )
  await mailer(house).runDue()
  expect((await stateOf(house, 'ohne@x.example'))?.reason).toContain('{{nummer}}')
  expect((await stateOf(house, 'was@x.example'))?.reason).toContain('gibt.es.nicht')
})

test('what came back marks its mail and no other, once', async ({ house }) => {
  post = await startMailServer()
  await send(house, 'zurück', 'zurueck@x.example')
  await send(house, 'gut', 'gut@x.example')
  const worker = mailer(house)
  await worker.runDue()
  const source = post.received.find((mail) => mail.includes('To: Wer Auch <zurueck@x.example>')) ?? ''
  const messageId = readPart(source).headers.get('message-id')
  const report = (quoted: string) =>
    [
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; x',
      '',
      'Final-Recipient: rfc822; gut@x.example',
      'Action: failed',
      'Diagnostic-Code: smtp; 552 mailbox full',
      '',
      '--b',
      'Content-Type: text/rfc822-headers',
      '',
      quoted,
      '--b--',
    ].join('\n')
  const handled: boolean[] = []
  const mailbox: Mailbox = {
    readNew: async (handle) => {
      for (const mail of [
        report(`Message-ID: ${messageId}`),
        report(`Message-ID: ${messageId}`),
        'Subject: Hallo\n\nein Mensch',
      ])
        handled.push(await handle(mail))
    },
  }
  const reader = mailer(house, mailbox)
  await reader.runDue()
  later(house, { minutes: 6 })
  await reader.runDue()
  expect(handled.slice(0, 3)).toEqual([true, true, false])
  expect(await stateOf(house, 'zurueck@x.example')).toMatchObject({
    state: 'bounced',
    reason: 'Die Mail kam zurück: 552 mailbox full',
  })
  expect(await stateOf(house, 'gut@x.example')).toMatchObject({ state: 'sent' })
})

test('a report without our Message-ID is matched by its recipient, within a week', async ({ house }) => {
  post = await startMailServer()
  await send(house, 'x', 'adresse@x.example')
  await mailer(house).runDue()
  const bounced = await within(house, workerRole, ({ db, now }) =>
    sql<{
      hit: boolean
    }>`select mail.bounce(null, 'adresse@x.example', 'weg', ${now.toString()}::timestamptz) as hit`.execute(db),
  )
  expect(bounced.rows[0]?.hit).toBe(true)
  expect(await stateOf(house, 'adresse@x.example')).toMatchObject({ state: 'bounced' })
})

test('telling people gives each a notification of their own, and the mail where the kind has one', async ({
  house,
}) => {
  post = await startMailServer()
  const jana = await personId(house, isb)
  await within(house, nobody, (ctx) =>
    notify(ctx, {
      personIds: [jana, jana, '01940d1c-5c00-7a60-8000-000000000000'],
      kind: { kind: 'probe.told', title: 'Probe', area: 'Probe', urgent: true },
      title: 'Frage 7 ist an Sie übergeben.',
      url: '/pruefungen',
      mail: { template: 'probe.hello', data: { nummer: 7 } },
    }),
  )
  await mailer(house).runDue()
  expect(post.recipients).toEqual([isb])
  const mine = await (await house.as(isb)).get<{ items: { kind: string }[] }>('/notifications')
  expect(mine.body.items.filter(({ kind }) => kind === 'probe.told')).toHaveLength(1)
  const others = await (await house.as('hvb@musterstadt.example')).get<{ items: { kind: string }[] }>('/notifications')
  expect(others.body.items.filter(({ kind }) => kind === 'probe.told')).toEqual([])
})

test('the app role can post, but reads no outbox, and a worker no table', async ({ house }) => {
  const jana = await personId(house, isb)
  const as = { personId: jana, actingFor: null }
  for (const statement of [
    sql`select * from mail.message`,
    sql`select mail.take(gen_random_uuid(), 1)`,
    sql`select mail.waiting(now(), 9)`,
  ])
    await expect(within(house, as, ({ db }) => statement.execute(db))).rejects.toThrow('permission denied')
  for (const statement of [
    sql`select * from mail.message`,
    sql`select * from identity.person`,
    sql`select * from security.answer`,
  ])
    await expect(within(house, workerRole, ({ db }) => statement.execute(db))).rejects.toThrow('permission denied')
  const seen = await within(house, as, ({ db }) => sql`select * from mail.outbox('{sent,failed}', 10)`.execute(db))
  expect(seen.rows).toEqual([])
})
