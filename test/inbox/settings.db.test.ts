// What comes by mail and when: chosen by oneself, kept in quiet hours, ended by the link of a mail.
import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { expect } from 'vitest'
import { kindsOfNotifications } from '#app/modules.ts'
import { changeSettings, type NotificationKind, notify } from '#foundation/notifications/index.ts'
import type { Context } from '#platform/http/context.ts'
import { asOwner } from '../access/as-owner.ts'
import { hvb, isb, test, type TestHouse } from '../harness/house.ts'
import { personId, within } from '../harness/work.ts'

const it = 'it@musterstadt.example'
const origin = 'http://127.0.0.1:3000'
const calm = kindsOfNotifications.find(({ kind }) => kind === 'assessments.mentioned') as NotificationKind
const pressing = kindsOfNotifications.find(({ kind }) => kind === 'assessments.delegationDue') as NotificationKind

const at = (local: string): Temporal.Instant => Temporal.ZonedDateTime.from(`${local}[Europe/Berlin]`).toInstant()

const wanted = (more: Record<string, unknown> = {}) => ({
  rhythm: 'daily',
  weekday: 1,
  hour: 12,
  quietFrom: null,
  quietUntil: null,
  kinds: [{ kind: calm.kind, channel: 'mail' }],
  ...more,
})

interface Waiting {
  kind: string | null
  template: string
  unsubscribe: string | null
  not_before: Temporal.Instant | null
  /** When the queue hands it over. */
  due_at: Temporal.Instant
}

const newestTo = async (house: TestHouse, email: string): Promise<Waiting | undefined> => {
  const { rows } = await asOwner(house, (db) =>
    sql<Waiting>`select m.kind, m.template, m.unsubscribe, m.not_before, j.due_at from mail.message m join jobs.job j on j.key = m.id::text
      where m.recipient_email = ${email} order by m.id desc limit 1`.execute(db),
  )
  return rows[0]
}

const tell = async (house: TestHouse, email: string, kind = calm): Promise<void> => {
  const personIds = [await personId(house, email)]
  await within(house, { personId: null, actingFor: null }, (ctx) =>
    notify(ctx, { personIds, kind, title: 'Jemand nennt Sie.', url: '/kataloge' }),
  )
}

const local = (instant: Temporal.Instant | null | undefined): string | undefined =>
  instant?.toZonedDateTimeISO('Europe/Berlin').toPlainDateTime().toString({ smallestUnit: 'minute' })

test('settings are read and written as a whole, by page and by API', async ({ house }) => {
  const tobias = await house.as(it)
  const { body } = await tobias.get<{ kinds: { kind: string; channel: string; urgent: boolean }[] }>(
    '/notification-settings',
  )
  expect(body.kinds.filter(({ urgent, channel }) => urgent !== (channel === 'mail'))).toEqual([])
  expect(body.kinds.map(({ kind }) => kind)).not.toContain('demo.welcome')
  const changed = await tobias.put<typeof body>('/notification-settings', wanted({ rhythm: 'weekly', weekday: 5 }))
  expect(changed.body).toMatchObject({ rhythm: 'weekly', weekday: 5, hour: 12 })
  expect(changed.body.kinds.find(({ kind }) => kind === calm.kind)?.channel).toBe('mail')
  const browser = await house.signedIn(it)
  const page = await browser.get('/postfach/einstellungen')
  expect(page.html).toContain(`name="art.${calm.kind}" value="mail" checked`)
  const saved = await browser.post('/postfach/einstellungen', {
    rhythm: 'never',
    weekday: '2',
    hour: '6',
    quietFrom: '20:00',
    quietUntil: '06:30',
    [`art.${calm.kind}`]: 'inbox',
  })
  expect(saved.text).toContain('Gespeichert.')
  const now = await tobias.get<typeof body>('/notification-settings')
  expect(now.body).toMatchObject({ rhythm: 'never', weekday: 2, hour: 6, quietFrom: '20:00', quietUntil: '06:30' })
  expect(now.body.kinds.find(({ kind }) => kind === calm.kind)?.channel).toBe('inbox')
})

test('what cannot be is refused with the reason, and what was typed stays', async ({ house }) => {
  const tobias = await house.as(it)
  const errors = async (more: Record<string, unknown>) => {
    const { status, body } = await tobias.put<{ errors?: { path: string; message: string }[] }>(
      '/notification-settings',
      wanted(more),
    )
    return [status, ...(body.errors ?? []).map(({ path }) => path)]
  }
  expect(await errors({ quietFrom: '20:00' })).toEqual([422, 'quietUntil'])
  expect(await errors({ quietFrom: '20:00', quietUntil: '20:00' })).toEqual([422, 'quietUntil'])
  expect(await errors({ quietFrom: '25:00', quietUntil: '06:00' })).toEqual([422, 'quietFrom'])
  expect(await errors({ hour: 6, quietFrom: '20:00', quietUntil: '06:30' })).toEqual([422, 'hour'])
  expect(await errors({ hour: 24 })).toEqual([422, 'hour'])
  expect(await errors({ weekday: 0 })).toEqual([422, 'weekday'])
  expect(await errors({ rhythm: 'hourly' })).toEqual([422, 'rhythm'])
  expect(await errors({ kinds: [{ kind: 'gibt.esnicht', channel: 'mail' }] })).toEqual([422, 'kinds.0.kind'])
  const urgent = await tobias.put(
    '/notification-settings',
    wanted({ kinds: [{ kind: pressing.kind, channel: 'digest' }] }),
  )
  expect([urgent.status, urgent.text]).toEqual([422, expect.stringContaining('dringend und kommt immer sofort')])
  const browser = await house.signedIn(it)
  await browser.get('/postfach/einstellungen')
  const refused = await browser.post('/postfach/einstellungen', {
    rhythm: 'daily',
    weekday: '3',
    hour: '5',
    quietFrom: '21:15',
    quietUntil: '06:00',
  })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('Um 5 Uhr ist Ruhezeit.')
  expect(refused.html).toContain('value="21:15"')
  expect((await browser.get('/postfach/einstellungen')).text).toContain('Immer sofort per Mail')
})

/** By the verb: no token lives as long as these tests are in the future. */
const quiet = async (house: TestHouse, quietFrom: string, quietUntil: string): Promise<void> => {
  const tobias = await personId(house, it)
  const setting = { rhythm: 'daily' as const, weekday: 1, hour: 15, quietFrom, quietUntil }
  await within(house, { personId: tobias, actingFor: null }, (ctx) =>
    changeSettings({ ...ctx, actor: { personId: tobias } } as Context, kindsOfNotifications, {
      ...setting,
      kinds: [{ kind: calm.kind, channel: 'mail' }],
    }),
  )
}

test('in quiet hours mail waits for their end, over midnight and over the change of the clocks; urgent mail does not', async ({
  house,
}) => {
  await quiet(house, '22:00', '06:00')
  const told = async (moment: Temporal.Instant): Promise<(string | undefined)[]> => {
    house.clock.set(moment)
    await tell(house, it)
    const mail = await newestTo(house, it)
    return [local(mail?.not_before), mail?.not_before ? local(mail.due_at) : undefined]
  }
  const both = (time: string) => [time, time]
  expect(await told(at('2027-03-02T21:59'))).toEqual([undefined, undefined])
  expect(await told(at('2027-03-02T22:00'))).toEqual(both('2027-03-03T06:00'))
  expect(await told(at('2027-03-03T05:59'))).toEqual(both('2027-03-03T06:00'))
  expect(await told(at('2027-03-03T06:00'))).toEqual([undefined, undefined])
  // The night in which an hour is left out, and the one in which it comes twice.
  expect(await told(at('2027-03-27T23:00'))).toEqual(both('2027-03-28T06:00'))
  expect(house.clock.now().until(at('2027-03-28T06:00')).total('hours')).toBeCloseTo(6, 1)
  expect(await told(at('2027-10-30T23:00'))).toEqual(both('2027-10-31T06:00'))
  expect(house.clock.now().until(at('2027-10-31T06:00')).total('hours')).toBeCloseTo(8, 1)
  await tell(house, it, pressing)
  expect(await newestTo(house, it)).toMatchObject({ kind: pressing.kind, not_before: null, unsubscribe: null })
  await quiet(house, '12:30', '14:00')
  expect(await told(at('2027-11-02T13:00'))).toEqual(both('2027-11-02T14:00'))
  expect(await told(at('2027-11-02T22:30'))).toEqual([undefined, undefined])
})

test('a quiet end that falls into the hour that is left out is the first moment after it', async ({ house }) => {
  await quiet(house, '22:00', '02:30')
  house.clock.set(at('2028-03-25T23:00'))
  await tell(house, it)
  expect((await newestTo(house, it))?.not_before?.toString()).toBe('2028-03-26T01:30:00Z')
})

test('mail in quiet hours is not taken up earlier, and the outbox says why it waits', async ({ house }) => {
  const { rows } = await asOwner(house, (db) =>
    sql<{ id: string }>`select mail.waiting(${house.clock.now().toString()}::timestamptz, 1000) as id
      intersect select id from mail.message where not_before > ${house.clock.now().toString()}::timestamptz`.execute(
      db,
    ),
  )
  expect(rows).toEqual([])
  const page = await (await house.signedIn('admin@verbund.example')).get('/betrieb/mail')
  expect(page.text).toContain('Ruhezeit')
})

test('what comes in the inbox only leaves no mail and no digest', async ({ house }) => {
  const martin = await house.as(hvb)
  await martin.put('/notification-settings', wanted({ kinds: [{ kind: calm.kind, channel: 'inbox' }] }))
  const before = await newestTo(house, hvb)
  await tell(house, hvb)
  expect(await newestTo(house, hvb)).toEqual(before)
  const { rows } = await asOwner(house, (db) =>
    sql<{
      delivery: string
    }>`select delivery from notifications.notification order by created_at desc, id desc limit 1`.execute(db),
  )
  expect(rows).toEqual([{ delivery: 'inbox' }])
})

test('the link of a mail unsubscribes its kind without a sign-in; looking at it does nothing', async ({ house }) => {
  const jana = await house.as(isb)
  await jana.put('/notification-settings', wanted())
  await tell(house, isb)
  const secret = (await newestTo(house, isb))?.unsubscribe ?? ''
  expect(secret).toMatch(/^[\w-]{27}$/)
  const channel = async () =>
    (await jana.get<{ kinds: { kind: string; channel: string }[] }>('/notification-settings')).body.kinds.find(
      ({ kind }) => kind === calm.kind,
    )?.channel
  const stranger = house.browser()
  const asked = await stranger.get(`/abbestellen/${secret}`)
  expect([asked.status, asked.text]).toEqual([200, expect.stringContaining(`„${calm.title}“ kommt dann nicht mehr`)])
  expect(asked.text).not.toContain('Jana')
  expect(await channel()).toBe('mail')
  const done = await stranger.post(`/abbestellen/${secret}`, {})
  expect([done.status, done.text]).toEqual([200, expect.stringContaining('Abbestellt')])
  expect(await channel()).toBe('inbox')
  expect((await stranger.get(`/abbestellen/${secret}`)).text).toContain('Abbestellt')
  expect((await stranger.post(`/abbestellen/${secret}`, {})).status).toBe(200)
})

test('a mail program unsubscribes by one POST, without having seen a page and from anywhere', async ({ house }) => {
  const jana = await house.as(isb)
  await jana.put('/notification-settings', wanted())
  await tell(house, isb)
  const secret = (await newestTo(house, isb))?.unsubscribe ?? ''
  const reply = await house.app.request(`${origin}/abbestellen/${secret}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://mail.example' },
    body: 'List-Unsubscribe=One-Click',
  })
  expect(reply.status).toBe(200)
  const before = await newestTo(house, isb)
  await tell(house, isb)
  expect(await newestTo(house, isb)).toEqual(before)
})

test('a link that is guessed, cut, changed or made invalid opens nothing', async ({ house }) => {
  const jana = await house.as(isb)
  await jana.put('/notification-settings', wanted())
  await tell(house, isb)
  const secret = (await newestTo(house, isb))?.unsubscribe ?? ''
  const stranger = house.browser()
  for (const wrong of [
    secret.slice(1),
    `${secret}A`,
    secret.toLowerCase(),
    'AAAAAAAAAAAAAAAAAAAAAAAAAAA',
    '%00',
    "' or 1=1 --",
  ]) {
    expect((await stranger.get(`/abbestellen/${encodeURIComponent(wrong)}`)).status, wrong).toBe(404)
    expect((await stranger.post(`/abbestellen/${encodeURIComponent(wrong)}`, {})).status, wrong).toBe(404)
  }
  const browser = await house.signedIn(isb)
  await browser.get('/postfach/einstellungen')
  expect((await browser.post('/postfach/einstellungen/links', {})).text).toContain('gelten nicht mehr')
  expect((await stranger.get(`/abbestellen/${secret}`)).status).toBe(404)
  expect((await stranger.post(`/abbestellen/${secret}`, {})).status).toBe(404)
  const { rows } = await asOwner(house, (db) =>
    sql<{ secret_hash: string }>`select secret_hash from notifications.unsubscribe_link`.execute(db),
  )
  expect(rows.every(({ secret_hash }) => /^[0-9a-f]{64}$/.test(secret_hash))).toBe(true)
})

test('only forms of ours are taken where the address is no secret', async ({ house }) => {
  const reply = await house.app.request(`${origin}/passwort-vergessen`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'email=isb%40musterstadt.example',
  })
  expect(reply.status).toBe(403)
})

test('codes, resets and invitations are no notifications: no setting holds them back', async ({ house }) => {
  const tobias = await house.as(it)
  const kinds = kindsOfNotifications.filter(({ urgent }) => !urgent).map(({ kind }) => ({ kind, channel: 'inbox' }))
  await tobias.put(
    '/notification-settings',
    wanted({ rhythm: 'never', quietFrom: '00:00', quietUntil: '23:59', kinds }),
  )
  await house.stranger.post('/password-resets', { email: it })
  expect(await newestTo(house, it)).toMatchObject({
    template: 'identity.passwordReset',
    kind: null,
    not_before: null,
    unsubscribe: null,
  })
})

test('one deed that tells many asks for their settings once', async ({ house }) => {
  const personIds = await asOwner(house, async (db) => {
    const { rows } = await sql<{ id: string }>`select id from identity.person`.execute(db)
    return rows.map(({ id }) => id)
  })
  expect(personIds.length).toBeGreaterThan(10)
  const counts: number[] = []
  house.services.database.observe = (queries) => void counts.push(queries - 2)
  await within(house, { personId: null, actingFor: null }, (ctx) =>
    notify(ctx, { personIds, kind: pressing, title: 'Alle', url: '/' }),
  )
  house.services.database.observe = undefined
  expect(counts).toEqual([2])
})

test('one’s own data says how mail comes, and an erased person leaves no settings and no links', async ({ house }) => {
  house.clock.set(Temporal.Instant.from('2026-12-01T09:00:00Z'))
  const jana = await house.as(isb)
  await jana.put('/notification-settings', wanted({ rhythm: 'weekly', weekday: 5 }))
  await tell(house, isb)
  const { body } = await jana.get<{ notificationSettings: Record<string, unknown>[] }>('/me/data')
  expect(body.notificationSettings).toMatchObject([
    { kind: calm.kind, channel: 'mail' },
    { kind: 'notifications.digest', channel: 'weekly', weekday: 5, hour: 12 },
  ])
  const page = await (await house.signedIn(isb)).get('/mein-zugang/daten')
  expect(page.text).toContain('Jemand nennt Sie in einem Kommentar sofort per Mail')
  const person = await personId(house, isb)
  const left = () =>
    asOwner(house, async (db) => {
      const { rows } = await sql<{ left: number }>`
        select (select count(*) from notifications.setting where person_id = ${person}::uuid)
             + (select count(*) from notifications.choice where person_id = ${person}::uuid)
             + (select count(*) from notifications.unsubscribe_link where person_id = ${person}::uuid) as left`.execute(
        db,
      )
      return rows[0]?.left
    })
  expect(await left()).toBeGreaterThan(2)
  await asOwner(house, (db) =>
    sql`update identity.person set name = 'Ehemalige Person', email = ${`geloescht-${person}@geloescht.invalid`} where id = ${person}::uuid`.execute(
      db,
    ),
  )
  expect(await left()).toBe(0)
})
