// The digest: exactly once, whatever fails between; nothing urgent waits for it, nobody gets it who has left.
import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { afterEach, expect } from 'vitest'
import { kindsOfNotifications, mailTemplates } from '#app/modules.ts'
import { digestJobs, mailJobs, type NotificationKind, notify } from '#foundation/notifications/index.ts'
import type { Worker } from '#platform/jobs/worker.ts'
import { unitOfWork, worker as workerRole } from '#platform/db/unit-of-work.ts'
import { decoded, readPart } from '#platform/mail/mime-part.ts'
import { Smtp } from '#platform/mail/smtp.ts'
import { asOwner } from '../access/as-owner.ts'
import { hvb, isb, observer, test, type TestHouse } from '../harness/house.ts'
import { type MailPost, newestMailTo, startMailServer } from '../harness/mail-server.ts'
import { mailsTo } from '../harness/mails.ts'
import { otherDatabase, personId, within, workerOn } from '../harness/work.ts'

const it = 'it@musterstadt.example'
const portal = 'https://portal.example'

let post: MailPost | undefined
afterEach(async () => {
  await post?.stop()
  post = undefined
})

const kindNamed = (name: string): NotificationKind => {
  const kind = kindsOfNotifications.find((each) => each.kind === name)
  if (!kind) throw new Error(`no kind ${name}`)
  return kind
}
const calm = kindNamed('assessments.mentioned')
const pressing = kindNamed('assessments.delegationDue')

/** Local time in the house; the story is over by then. */
const at = (local: string): Temporal.Instant => Temporal.ZonedDateTime.from(`${local}[Europe/Berlin]`).toInstant()

async function tell(
  house: TestHouse,
  email: string,
  title: string,
  kind = calm,
  organizationId?: string,
): Promise<void> {
  const personIds = [await personId(house, email)]
  await within(house, { personId: null, actingFor: null }, (ctx) =>
    notify(ctx, { personIds, kind, title, url: '/kataloge', organizationId }),
  )
}

const digestWorker = (house: TestHouse, database = house.services.database): Worker =>
  workerOn(house, digestJobs({ kinds: kindsOfNotifications, portal }), database)

const mailer = (house: TestHouse): Worker =>
  workerOn(
    house,
    mailJobs({
      smtp: post && new Smtp(post.server, { rest: 0 }),
      mailbox: undefined,
      sender: 'portal@verbund.example',
      portal,
      templates: mailTemplates,
    }),
  )

/** A worker looks at the clock, and ten minutes later again: a new schedule begins with its next time. */
async function look(house: TestHouse, worker: Worker): Promise<void> {
  await worker.runDue()
  house.clock.set(house.clock.now().add({ minutes: 11 }))
  await worker.runDue()
}

const digestsTo = async (house: TestHouse, email: string) =>
  (await mailsTo(house, email)).filter(({ template }) => template === 'notifications.digest')

/** What the story left is delivered or never was: from here on only what the tests tell counts. */
const forgetStory = (house: TestHouse) =>
  asOwner(house, async (db) => {
    await sql`update notifications.notification set delivery = 'inbox'`.execute(db)
    await sql`delete from mail.message`.execute(db)
    await sql`delete from notifications.setting`.execute(db)
    await sql`delete from notifications.choice`.execute(db)
  })

const wanted = (more: Record<string, unknown>) => ({
  rhythm: 'daily',
  weekday: 1,
  hour: 7,
  quietFrom: null,
  quietUntil: null,
  kinds: [],
  ...more,
})

test('what is not urgent waits for the morning and comes as one mail; what is urgent comes at once', async ({
  house,
}) => {
  await forgetStory(house)
  house.clock.set(at('2027-03-02T10:00'))
  await tell(house, isb, 'Erste Frage')
  await tell(house, isb, 'Zweite <b>Frage</b>')
  await tell(house, isb, 'Frist morgen', pressing)
  expect((await mailsTo(house, isb)).map(({ template }) => template)).toEqual(['notifications.told'])
  const worker = digestWorker(house)
  await look(house, worker)
  expect(await digestsTo(house, isb)).toEqual([])
  house.clock.set(at('2027-03-03T07:01'))
  await look(house, worker)
  const [mail, ...more] = await digestsTo(house, isb)
  expect(more).toEqual([])
  expect(mail?.data['anzahl']).toBe('2 Mitteilungen')
  expect(mail?.data['eintraege']).toMatch(
    /^Sicherheitsprüfung\n\n– Zweite <b>Frage<\/b>\n {2}https:\/\/portal.example\/postfach\/[0-9a-f-]{36}\n\n– Erste Frage\n/,
  )
  house.clock.set(at('2027-03-04T07:01'))
  await look(house, worker)
  expect(await digestsTo(house, isb)).toHaveLength(1)
})

test('what was read in the portal meanwhile is not told again, and an empty digest is not sent', async ({ house }) => {
  house.clock.set(at('2027-03-05T10:00'))
  await tell(house, it, 'Schon gesehen')
  const tobias = await house.as(it)
  const { body } = await tobias.get<{ items: { id: string }[] }>('/notifications?limit=1')
  await tobias.post(`/notifications/${body.items[0]?.id}/reading`)
  house.clock.set(at('2027-03-06T07:01'))
  await look(house, digestWorker(house))
  expect(await digestsTo(house, it)).toEqual([])
})

test('weekly comes on its weekday, weekend or holiday, and whoever only looks on gets it on Mondays by default', async ({
  house,
}) => {
  house.clock.set(at('2027-03-07T20:00')) // a Sunday
  const jana = await house.as(isb)
  expect((await jana.put('/notification-settings', wanted({ rhythm: 'weekly', weekday: 6, hour: 9 }))).status).toBe(200)
  expect((await (await house.as(observer)).get('/notification-settings')).body).toMatchObject({
    rhythm: 'weekly',
    hour: 7,
  })
  expect((await (await house.as(hvb)).get('/notification-settings')).body).toMatchObject({ rhythm: 'daily', hour: 7 })
  await tell(house, isb, 'Bis Samstag')
  await tell(house, observer, 'Bis Montag')
  const worker = digestWorker(house)
  const before = (await digestsTo(house, isb)).length
  house.clock.set(at('2027-03-08T07:30'))
  await look(house, worker)
  expect(await digestsTo(house, observer)).toHaveLength(1)
  house.clock.set(at('2027-03-12T23:00'))
  await look(house, worker)
  expect(await digestsTo(house, isb)).toHaveLength(before)
  house.clock.set(at('2027-03-13T09:01')) // Saturday
  await look(house, worker)
  expect(await digestsTo(house, isb)).toHaveLength(before + 1)
})

test('two workers at the same moment write one digest', async ({ house }) => {
  house.clock.set(at('2027-03-15T10:00'))
  for (const email of [it, hvb]) for (const title of ['A', 'B', 'C']) await tell(house, email, title)
  house.clock.set(at('2027-03-16T07:05'))
  const other = otherDatabase(house)
  const [one, two] = [digestWorker(house), digestWorker(house, other)]
  await Promise.all([look(house, one), look(house, two)])
  await other.close()
  for (const email of [it, hvb]) expect(await digestsTo(house, email)).toHaveLength(1)
})

test('past the queue, two transactions that collect at once cover everything once', async ({ house }) => {
  house.clock.set(at('2027-03-17T10:00'))
  for (const title of ['D', 'E']) await tell(house, it, title)
  house.clock.set(at('2027-03-18T07:05'))
  const other = otherDatabase(house)
  const now = house.clock.now()
  const ids = () => Array.from({ length: 3 }, () => crypto.randomUUID())
  const collect = (database: typeof other) =>
    unitOfWork(database, { as: workerRole, now, mode: 'read write' }, async (db) => {
      const { rows } = await sql<{ title: string }>`
        select * from notifications.take_digests(${ids()}::uuid[], ${now.toString()}::timestamptz)`.execute(db)
      return rows.map(({ title }) => title)
    })
  const both = await Promise.all([collect(house.services.database), collect(other)])
  await other.close()
  expect(both.flat().toSorted()).toEqual(['D', 'E'])
})

test('a worker that dies before its commit leaves nothing, and the next one writes it', async ({ house }) => {
  house.clock.set(at('2027-03-19T10:00'))
  await tell(house, it, 'Nach dem Absturz')
  house.clock.set(at('2027-03-20T07:05'))
  const now = house.clock.now()
  const dying = unitOfWork(house.services.database, { as: workerRole, now, mode: 'read write' }, async (db) => {
    await sql`select * from notifications.take_digests(${[crypto.randomUUID()]}::uuid[], ${now.toString()}::timestamptz)`.execute(
      db,
    )
    throw new Error('killed')
  })
  await expect(dying).rejects.toThrow('killed')
  const before = (await digestsTo(house, it)).length
  await look(house, digestWorker(house))
  expect(await digestsTo(house, it)).toHaveLength(before + 1)
})

test('while the mail server is away for a day the digest waits in the outbox, arrives once, and the next has only what is new', async ({
  house,
}) => {
  await forgetStory(house)
  post = await startMailServer()
  post.mood = 'later'
  house.clock.set(at('2027-04-06T10:00'))
  await tell(house, it, 'Vor dem Ausfall')
  house.clock.set(at('2027-04-07T07:05'))
  const [digests, mails] = [digestWorker(house), mailer(house)]
  await look(house, digests)
  for (let hour = 0; hour < 24; hour += 6) {
    await mails.runDue()
    house.clock.set(house.clock.now().add({ hours: 6 }))
    await digests.runDue()
  }
  expect(post.received).toEqual([])
  await tell(house, it, 'Nach dem Ausfall')
  post.mood = 'accept'
  house.clock.set(at('2027-04-08T10:00'))
  await mails.runDue()
  expect(post.recipients).toEqual([it])
  const first = newestMailTo(post, it)
  expect(first).toContain('Vor dem Ausfall')
  expect(first).not.toContain('Nach dem Ausfall')
  house.clock.set(at('2027-04-09T07:05'))
  await look(house, digests)
  await mails.runDue()
  expect(post.recipients).toEqual([it, it])
  expect(newestMailTo(post, it)).toContain('Nach dem Ausfall')
  expect(newestMailTo(post, it)).not.toContain('Vor dem Ausfall')
})

test('the mail has the link that unsubscribes, in words and for mail programs', async ({ house }) => {
  post = await startMailServer()
  house.clock.set(at('2027-04-12T10:00'))
  await tell(house, it, 'Mit Link')
  house.clock.set(at('2027-04-13T07:05'))
  await look(house, digestWorker(house))
  await mailer(house).runDue()
  const { headers } = readPart(post.received.at(-1) ?? '')
  const address = /^<(https:\/\/portal\.example\/abbestellen\/[\w-]{27})>$/.exec(
    headers.get('list-unsubscribe') ?? '',
  )?.[1]
  expect(address).toBeDefined()
  expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
  expect(decoded(readPart(post.received.at(-1) ?? ''))).toContain(address)
  await tell(house, it, 'Frist', pressing)
  await mailer(house).runDue()
  const urgent = readPart(post.received.at(-1) ?? '')
  expect(decoded(urgent)).toContain('https://portal.example/postfach/einstellungen')
  expect([urgent.headers.get('list-unsubscribe'), decoded(urgent).includes('/abbestellen/')]).toEqual([
    undefined,
    false,
  ])
})

test('whoever has left an organization gets no digest about it', async ({ house }) => {
  const place = await asOwner(house, async (db) => {
    const { rows } = await sql<{ id: string }>`
      select id from organizations.organization where name = 'Gemeinde Kleinweiler'`.execute(db)
    return rows[0]?.id
  })
  house.clock.set(at('2027-04-14T10:00'))
  const before = (await digestsTo(house, it)).length
  await tell(house, it, 'Aus einer fremden Gemeinde', calm, place)
  house.clock.set(at('2027-04-15T07:05'))
  await look(house, digestWorker(house))
  expect(await digestsTo(house, it)).toHaveLength(before)
})

test('a thousand unread ones become one mail with the newest hundred', async ({ house }) => {
  house.clock.set(at('2027-04-16T10:00'))
  const person = await personId(house, it)
  await asOwner(house, (db) =>
    sql`insert into notifications.notification (id, person_id, kind, title, url, created_at, delivery)
      select gen_random_uuid(), ${person}::uuid, ${calm.kind}, 'Nummer ' || n, '/', ${house.clock.now().toString()}::timestamptz, 'digest'
        from generate_series(1, 1000) n`.execute(db),
  )
  house.clock.set(at('2027-04-17T07:05'))
  await look(house, digestWorker(house))
  const [mail] = await digestsTo(house, it)
  expect(mail?.data['eintraege']).toContain('Mitteilungen, die nur im Postfach stehen.')
  expect(String(mail?.data['eintraege']).match(/^– /gm)).toHaveLength(100)
})
