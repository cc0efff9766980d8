// Addresses for calendar programs: what they show, whose rights hold, and when they end.
import ICAL from 'ical.js'
import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { expect } from 'vitest'
import { localDay } from '#kernel/local-day.ts'
import { newId } from '#platform/crypto/random.ts'
import { asOwner } from '../access/as-owner.ts'
import { assessor, elbaue, everything, hvb, isb, itStaff, manager, test, type TestHouse } from '../harness/house.ts'
import { storyCheck } from '../http/checks.ts'
import { eventsOf, plain, propertyIn, readStrictly } from './strict-ical.ts'

const origin = 'http://127.0.0.1:3000'

interface Made {
  id: string
  url: string
  path: string
}

async function subscribe(house: TestHouse, email: string, scope: 'person' | 'organization'): Promise<Made> {
  const client = await house.as(email)
  const { status, body } = await client.post<{ id: string; url: string }>('/calendar-subscriptions', { scope })
  expect([email, status]).toEqual([email, 201])
  expect(body.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/kalender\/[\w-]{27}\.ics$/)
  return { ...body, path: new URL(body.url).pathname }
}

const fetchFeed = async (house: TestHouse, path: string, headers: Record<string, string> = {}) =>
  house.app.request(origin + path, { headers })

async function read(house: TestHouse, path: string) {
  const response = await fetchFeed(house, path)
  expect([path, response.status]).toEqual([path, 200])
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  const bytes = new Uint8Array(await response.arrayBuffer())
  const calendar = readStrictly(bytes)
  const others = new ICAL.Component(ICAL.parse(new TextDecoder().decode(bytes)))
  const events = eventsOf(calendar)
  expect(others.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event).summary)).toEqual(
    events.map((event) => plain(event, 'SUMMARY')),
  )
  return { calendar, events, titles: events.map((event) => plain(event, 'SUMMARY') ?? ''), response }
}

const today = (house: TestHouse): Temporal.PlainDate => localDay(house.clock.now())

/** Gives evidence of the story's check, with a last day. */
async function addEvidence(house: TestHouse, title: string, inDays: number): Promise<string> {
  const jana = await house.as(isb)
  const { id } = await storyCheck(jana)
  const validUntil = today(house).add({ days: inDays }).toString()
  const { status, body } = await jana.post<{ id: string }>(`/assessments/${id}/answers/lw-start-01/evidence`, {
    title,
    link: `https://intern.musterstadt.example/nachweis-${inDays}`,
    validUntil,
  })
  expect(status).toBe(201)
  return body.id
}

test('the feed of a person shows what concerns her, that of the organization what all of it is about', async ({
  house,
}) => {
  await addEvidence(house, 'Zertifikat der Sicherung', 20)
  const own = await read(house, (await subscribe(house, isb, 'person')).path)
  expect(own.titles).toContain('Nachweis läuft ab: Zertifikat der Sicherung')
  expect(own.titles.some((title) => title.startsWith('Prüfung begonnen'))).toBe(false)
  expect(plain(own.calendar, 'X-WR-CALNAME')).toBe('Lotsenwerk: Jana Wiesner')
  const all = await read(house, (await subscribe(house, isb, 'organization')).path)
  expect(all.titles).toContain('Nachweis läuft ab: Zertifikat der Sicherung')
  expect(all.titles.some((title) => title.startsWith('Prüfung begonnen'))).toBe(true)
  expect(all.titles.some((title) => title.startsWith('Letzter Tag für'))).toBe(true)
  expect(plain(all.calendar, 'X-WR-CALNAME')).toBe('Lotsenwerk: Stadt Musterstadt')
  const other = await read(house, (await subscribe(house, itStaff, 'person')).path)
  expect(other.titles.some((title) => title.startsWith('Nachweis läuft ab: Zertifikat'))).toBe(false)
})

test('a day falls on itself for both readers, and the link leads to its page', async ({ house }) => {
  const { path } = await subscribe(house, isb, 'person')
  const { events } = await read(house, path)
  const event = events.find((each) => plain(each, 'SUMMARY')?.includes('Zertifikat'))
  if (!event) throw new Error('the evidence is not there')
  const day = today(house).add({ days: 20 })
  expect(propertyIn(event, 'DTSTART')?.value).toBe(day.toString().replaceAll('-', ''))
  expect(propertyIn(event, 'DTEND')?.value).toBe(day.add({ days: 1 }).toString().replaceAll('-', ''))
  expect(propertyIn(event, 'URL')?.value).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/pruefungen\/.+\/fragen\/lw-start-01$/)
})

test('hostile titles are text in the feed, and markup on the page', async ({ house }) => {
  const title = '<b>Zeile</b>\nEND:VEVENT; a, b\\c 👩‍👩‍👧 "ü"'
  await addEvidence(house, title, 21)
  const { titles } = await read(house, (await subscribe(house, isb, 'person')).path)
  expect(titles).toContain(`Nachweis läuft ab: ${title}`)
  const page = await (await house.signedIn(isb)).get(`/kalender?ansicht=liste&ab=${today(house).toString()}`)
  expect(page.html).toContain('&lt;b>Zeile&lt;/b>')
  expect(page.html).not.toContain('<b>Zeile')
})

test('what is removed stays as cancelled under the same UID, with a higher SEQUENCE', async ({ house }) => {
  const id = await addEvidence(house, 'Wird entfernt', 22)
  const { path } = await subscribe(house, isb, 'person')
  const find = async () => {
    const { events } = await read(house, path)
    const event = events.find((each) => plain(each, 'SUMMARY')?.includes('Wird entfernt'))
    if (!event) throw new Error('it is not there')
    return ['UID', 'STATUS', 'SEQUENCE'].map((name) => propertyIn(event, name)?.value ?? '')
  }
  const [uid, status, sequence] = await find()
  expect(status).toBe('CONFIRMED')
  house.clock.set(house.clock.now().add({ seconds: 5 }))
  const jana = await house.as(isb)
  const check = await storyCheck(jana)
  const removed = await jana.call('DELETE', `/assessments/${check.id}/answers/lw-start-01/evidence/${id}`)
  expect(removed.status).toBe(200)
  const [sameUid, newStatus, newSequence] = await find()
  expect([sameUid, newStatus]).toEqual([uid, 'CANCELLED'])
  expect(Number(newSequence)).toBeGreaterThan(Number(sequence))
})

test('who has the feed already gets 304 and no bytes, until something changes', async ({ house }) => {
  const { path } = await subscribe(house, isb, 'person')
  const first = await fetchFeed(house, path)
  const etag = first.headers.get('etag') ?? ''
  expect(etag).toMatch(/^"[0-9a-f]{64}"$/)
  expect(first.headers.get('cache-control')).toBe('private, no-cache')
  house.clock.set(house.clock.now().add({ minutes: 5 }))
  const again = await fetchFeed(house, path, { 'if-none-match': etag })
  expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
  await addEvidence(house, 'Neu dazu', 23)
  expect((await fetchFeed(house, path, { 'if-none-match': etag })).status).toBe(200)
})

test('a feed that was read before follows what changes elsewhere: names, rights, days', async ({ house }) => {
  const { path } = await subscribe(house, isb, 'organization')
  const before = await read(house, path)
  expect((await read(house, path)).titles).toEqual(before.titles)
  const rename = (from: string, to: string) =>
    asOwner(house, (db) => sql`update catalogs.catalog set title = replace(title, ${from}, ${to})`.execute(db))
  await rename('Startcheck', 'Anfangscheck')
  const renamed = await read(house, path)
  expect(renamed.titles.some((title) => title.includes('Anfangscheck'))).toBe(true)
  await rename('Anfangscheck', 'Startcheck')
  expect((await read(house, path)).titles).toEqual(before.titles)
  await asOwner(house, (db) =>
    sql`update identity.role_grant g set role = 'officeHead' from identity.person p where p.id = g.person_id and p.email = ${isb}`.execute(
      db,
    ),
  )
  expect((await read(house, path)).titles.some((title) => title.includes('Zertifikat der Sicherung'))).toBe(false)
  await asOwner(house, (db) =>
    sql`update identity.role_grant g set role = 'securityOfficer' from identity.person p where p.id = g.person_id and p.email = ${isb}`.execute(
      db,
    ),
  )
  expect((await read(house, path)).titles).toEqual(before.titles)
})

test('the address leaves nothing behind: no referrer, no session, and only its hash is stored', async ({ house }) => {
  const { path } = await subscribe(house, isb, 'person')
  const response = await fetchFeed(house, path)
  expect(response.headers.get('referrer-policy')).toBe('no-referrer')
  expect(response.headers.getSetCookie()).toEqual([])
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="kalender\.ics"/)
  const secret = path.split('/').at(-1)?.replace('.ics', '') ?? ''
  const stored = await asOwner(house, (db) =>
    sql<{ text: string }>`select f::text as text from insights.calendar_feed f`.execute(db),
  )
  expect(stored.rows.length).toBeGreaterThan(0)
  expect(stored.rows.filter(({ text }) => text.includes(secret))).toEqual([])
})

test('it is the owner’s calendar, whoever is signed in in the browser that opens it', async ({ house }) => {
  const { path } = await subscribe(house, isb, 'organization')
  const timm = await house.signedIn(elbaue)
  const page = await timm.get(path)
  expect([page.status, page.html.includes('Lotsenwerk: Stadt Musterstadt')]).toEqual([200, true])
  expect((await timm.get('/kalender')).text).not.toContain('Zertifikat der Sicherung')
})

test('unknown, cut, lengthened and ended addresses are 404, and nobody ends another’s', async ({ house }) => {
  const { id, path } = await subscribe(house, isb, 'person')
  const wrong = [
    '/kalender/unbekannt.ics',
    path.replace('.ics', ''),
    path.slice(0, -5),
    `${path}.ics`,
    path.replace('.ics', 'A.ics'),
  ]
  for (const each of wrong) expect([each, (await fetchFeed(house, each)).status]).toEqual([each, 404])
  const timm = await house.as(elbaue)
  expect((await timm.call('DELETE', `/calendar-subscriptions/${id}`)).status).toBe(404)
  expect((await fetchFeed(house, path)).status).toBe(200)
  const jana = await house.as(isb)
  expect((await jana.call('DELETE', `/calendar-subscriptions/${id}`)).status).toBe(200)
  expect((await fetchFeed(house, path)).status).toBe(404)
  expect((await jana.call('DELETE', `/calendar-subscriptions/${id}`)).status).toBe(404)
})

test('the list shows when a program came last, to the hour, and never the address', async ({ house }) => {
  const { id, path } = await subscribe(house, hvb, 'person')
  const boss = await house.as(hvb)
  const seen = async () => {
    const { body, text } = await boss.get<{ items: { id: string; lastReadAt: string | null }[] }>(
      '/calendar-subscriptions',
    )
    expect(text).not.toContain(path.split('/').at(-1))
    return body.items.find((each) => each.id === id)?.lastReadAt
  }
  expect(await seen()).toBeNull()
  await fetchFeed(house, path)
  const first = await seen()
  expect(first).not.toBeNull()
  house.clock.set(house.clock.now().add({ minutes: 30 }))
  await fetchFeed(house, path)
  expect(await seen()).toBe(first)
  house.clock.set(house.clock.now().add({ minutes: 40 }))
  await fetchFeed(house, path)
  expect(await seen()).not.toBe(first)
})

test('twenty addresses are enough, and the refusal says what to do', async ({ house }) => {
  const timm = await house.as(elbaue)
  for (let count = 0; count < 20; count++)
    expect((await timm.post('/calendar-subscriptions', { scope: 'person' })).status).toBe(201)
  const refused = await timm.post<{ title: string }>('/calendar-subscriptions', { scope: 'person' })
  expect([refused.status, refused.body.title]).toEqual([
    422,
    'Sie haben schon 20 Adressen. Bitte beenden Sie zuerst eine, die nicht mehr gebraucht wird.',
  ])
})

test('making and ending an address stands in the audit trail', async ({ house }) => {
  const { body } = await (await house.as(hvb)).get<{ items: { event: string }[] }>('/audit-events?limit=200')
  const events = new Set(body.items.map(({ event }) => event))
  expect(events).toContain('calendarFeed.added')
})

test('an assessor sees assignments and nothing of the check, a town nothing of another one', async ({ house }) => {
  const own = await read(house, (await subscribe(house, assessor, 'person')).path)
  expect(own.titles.some((title) => title.startsWith('Zugewiesen: Stadt Musterstadt'))).toBe(true)
  for (const email of [assessor, manager, everything]) {
    for (const scope of ['person', 'organization'] as const) {
      const { titles } = await read(house, (await subscribe(house, email, scope)).path)
      expect([
        email,
        scope,
        titles.filter((title) => /Zertifikat der Sicherung|Letzter Tag für .*Mario/.test(title)),
      ]).toEqual([email, scope, []])
    }
  }
})

test('everybody reads the public calendar, and it has nothing of anybody', async ({ house }) => {
  const { titles, calendar } = await read(house, '/calendar.ics')
  const courses = (await house.stranger.get<{ items: { title: string }[] }>('/events?when=all&limit=200')).body.items
  expect(titles).toContain('Digitales Frühstück')
  // Dates of what is published, and nothing else.
  expect(titles.filter((one) => !courses.some(({ title }) => one.startsWith(title)))).toEqual([])
  expect(plain(calendar, 'X-WR-CALNAME')).toBe('Lotsenwerk: öffentliche Termine')
})

test('who acts for several organizations has one feed for all of them', async ({ house }) => {
  const springer = 'springer@verbund.example'
  const places = await asOwner(house, (db) =>
    sql<{
      organization_id: string
      person_id: string
    }>`select g.organization_id, g.person_id from identity.role_grant g join identity.person p on p.id = g.person_id
      where p.email = ${springer} order by g.organization_id`.execute(db),
  )
  expect(places.rows.length).toBeGreaterThan(1)
  const until = today(house).add({ days: 40 }).toString()
  await asOwner(house, (db) =>
    sql`update identity.role_grant set until_day = ${until}::date where person_id = ${places.rows[0]?.person_id ?? ''}::uuid`.execute(
      db,
    ),
  )
  const client = await house.as(springer)
  const headers = { 'lotsenwerk-acting-for': places.rows[0]?.organization_id ?? '' }
  const { body } = await client.post<{ url: string }>('/calendar-subscriptions', { scope: 'person' }, headers)
  const { titles, events } = await read(house, new URL(body.url).pathname)
  expect(titles.filter((title) => title.startsWith('Ihre Aufgabe endet'))).toHaveLength(places.rows.length)
  expect(new Set(events.map((event) => plain(event, 'DESCRIPTION'))).size).toBeGreaterThan(1)
})

test('the feed of the organization is gone when its maker’s role there has ended, that of a person when nothing is left', async ({
  house,
}) => {
  const [organization, person] = [
    await subscribe(house, itStaff, 'organization'),
    await subscribe(house, itStaff, 'person'),
  ]
  expect((await fetchFeed(house, organization.path)).status).toBe(200)
  const yesterday = today(house).subtract({ days: 1 }).toString()
  const end = (day: string | null) =>
    asOwner(house, (db) =>
      sql`update identity.role_grant g set until_day = ${day}::date, from_day = least(g.from_day, ${yesterday}::date)
            from identity.person p where p.id = g.person_id and p.email = ${itStaff}`.execute(db),
    )
  await end(yesterday)
  for (const { path } of [organization, person]) {
    const response = await fetchFeed(house, path)
    expect([response.status, await response.text()]).toEqual([410, expect.stringContaining('gibt es nicht mehr')])
  }
  await end(null)
  expect((await fetchFeed(house, organization.path)).status).toBe(200)
})

test('a role that ends today still shows today, and nothing from tomorrow on', async ({ house }) => {
  const { path } = await subscribe(house, itStaff, 'organization')
  const now = house.clock.now()
  await asOwner(house, (db) =>
    sql`update identity.role_grant g set until_day = ${today(house).toString()}::date
          from identity.person p where p.id = g.person_id and p.email = ${itStaff}`.execute(db),
  )
  expect((await fetchFeed(house, path)).status).toBe(200)
  house.clock.set(now.add({ hours: 24 }))
  expect((await fetchFeed(house, path)).status).toBe(410)
})

test('what is known about a person names the subscriptions, and erasing takes them away', async ({ house }) => {
  const jana = await house.as(isb)
  const known = await jana.get<{ calendarFeeds: { organization: string | null }[] }>('/me/data')
  expect(known.status).toBe(200)
  expect(known.text).toContain('calendarFeeds')
  const gone = newId()
  await asOwner(house, async (db) => {
    const at = house.clock.now().toString()
    await sql`insert into identity.person (id, name, email, created_at) values (${gone}::uuid, 'Weg', 'weg@musterstadt.example', ${at}::timestamptz)`.execute(
      db,
    )
    await sql`insert into insights.calendar_feed (id, secret_hash, person_id, created_at) values (${newId()}::uuid, 'x', ${gone}::uuid, ${at}::timestamptz)`.execute(
      db,
    )
  })
  const admin = await house.as('admin@verbund.example')
  const erased = await admin.post(`/people/${gone}/erasure`, { password: 'lotsenwerk-demo' })
  expect(erased.status).toBe(200)
  const left = await asOwner(house, (db) =>
    sql`select from insights.calendar_feed where person_id = ${gone}::uuid`.execute(db),
  )
  expect(left.rows).toEqual([])
})

test('whoever guesses is stopped after 300 tries in a minute', async ({ house }) => {
  const { path } = await subscribe(house, isb, 'person')
  const seen = new Set<number>()
  for (let count = 0; count < 310; count++) seen.add((await fetchFeed(house, `/kalender/geraten${count}.ics`)).status)
  expect([...seen]).toEqual([404, 429])
  expect((await fetchFeed(house, path)).status).toBe(429)
  house.clock.set(house.clock.now().add({ minutes: 1 }))
  expect((await fetchFeed(house, path)).status).toBe(200)
})
