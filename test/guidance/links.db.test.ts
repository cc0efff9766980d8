// Pages behind the links of mails: looking never decides, and a link says no more than its holder may know.
import { expect } from 'vitest'
import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { sha256 } from '#platform/crypto/hash.ts'
import { newSecret } from '#platform/crypto/random.ts'
import { asOwner } from '../access/as-owner.ts'
import { test, type TestHouse } from '../harness/house.ts'
import { Desk } from './desk.ts'

/** A course with one seat that is offered to the second guest. */
async function offered(house: TestHouse) {
  const desk = await Desk.open(house, { capacity: 1, title: 'Kurs mit Angebot' })
  const [first, second, third] = await desk.guests(0, 3)
  await desk.leave(first?.id ?? '')
  const registration = second?.id ?? ''
  return { desk, registration, third: third?.id ?? '', token: await desk.secretFor(registration) }
}

async function invitation(house: TestHouse, event: string, uses: number | null, expires: string | null = null) {
  const secret = newSecret()
  await asOwner(house, (db) =>
    sql`insert into guidance.link (secret_hash, kind, event_id, uses_left, expires_at, created_at)
        values (${sha256(secret)}, 'invitation', ${event}::uuid, ${uses}, ${expires}::timestamptz, ${house.clock.now().toString()}::timestamptz)`.execute(
      db,
    ),
  )
  return `/kurseinladungen/${secret}`
}

test('a mail scanner that opens every link five times decides nothing', async ({ house }) => {
  const { desk, registration, token } = await offered(house)
  const guest = await desk.secretFor(registration, 'guest')
  const before = await desk.places()
  const paths = [
    `/platzangebote/${token}`,
    `/platzangebote/${token}/annahme`,
    `/platzangebote/${token}/ablehnung`,
    `/gastplaetze/${guest}`,
    `/gastplaetze/${guest}/abmeldung`,
    await invitation(house, desk.event, 3),
  ]
  for (const path of paths)
    for (let n = 0; n < 5; n += 1) for (const method of ['GET', 'HEAD']) await house.app.request(path, { method })
  expect(await desk.places()).toEqual(before)
})

test('the page of an offer says until when, and its address does not travel on', async ({ house }) => {
  const { token } = await offered(house)
  const answer = await house.app.request(`/platzangebote/${token}`)
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
  const text = await answer.text()
  expect(text).toContain('Platz annehmen')
  expect(text).toContain('reserviert')
  expect(text).not.toContain('Gast 2')
})

test('accepting by the link gives the seat; again it says the same, and declining afterwards says why not', async ({
  house,
}) => {
  const { desk, registration, token } = await offered(house)
  const browser = house.browser()
  const tabs = [browser, house.browser(), house.browser()]
  for (const tab of tabs) await tab.get(`/platzangebote/${token}`)
  const [first, again, declining] = [
    await tabs[0]?.post(`/platzangebote/${token}/annahme`, {}),
    await tabs[1]?.post(`/platzangebote/${token}/annahme`, {}),
    await tabs[2]?.post(`/platzangebote/${token}/ablehnung`, {}),
  ]
  expect([first?.status, again?.status, declining?.status]).toEqual([200, 200, 422])
  expect(first?.text).toContain('Der Platz gehört Ihnen')
  expect(again?.text).toContain('Der Platz gehört Ihnen')
  expect(declining?.text).toContain('Dieser Platz ist schon angenommen')
  const shown = await browser.get(`/platzangebote/${token}`)
  expect(shown.text).toContain('Dieser Platz ist angenommen')
  expect(shown.text).not.toContain('Platz annehmen')
  expect((await desk.place(registration)).state).toBe('confirmed')
})

test('declining by the link hands the offer on', async ({ house }) => {
  const { desk, registration, third, token } = await offered(house)
  const browser = house.browser()
  await browser.get(`/platzangebote/${token}`)
  const said = await browser.post(`/platzangebote/${token}/ablehnung`, {})
  expect(said.text).toContain('Sie haben den Platz nicht angenommen')
  expect((await desk.place(registration)).state).toBe('declined')
  expect((await desk.place(third)).state).toBe('offered')
})

test('unknown, foreign and run out links say so and open nothing', async ({ house }) => {
  const { desk, registration, token } = await offered(house)
  const browser = house.browser()
  const guest = await desk.secretFor(registration, 'guest')
  for (const path of [
    '/platzangebote/nichts',
    `/platzangebote/${guest}`,
    `/gastplaetze/${token}`,
    `/kurseinladungen/${token}`,
  ])
    expect((await browser.get(path)).status, path).toBe(404)
  const { clock } = house
  const now = clock.now()
  clock.set(now.add({ hours: 49 }))
  const late = await browser.get(`/platzangebote/${token}`)
  clock.set(now)
  expect(late.text).toContain('Die Frist für dieses Angebot ist vorbei')
  expect(late.text).not.toContain('Platz annehmen')
})

test('the API says what is offered without a token of a person', async ({ house }) => {
  const { token } = await offered(house)
  const found = await house.stranger.get<{ state: string; open: boolean; title: string }>(`/seat-offers/${token}`)
  expect(found.body).toMatchObject({ state: 'offered', open: true, title: 'Kurs mit Angebot' })
  expect((await house.stranger.get('/seat-offers/nichts')).status).toBe(404)
})

test('a guest sees the own state and leaves; the seat goes on', async ({ house }) => {
  const desk = await Desk.open(house, { capacity: 1 })
  const [seated, waiting] = await desk.guests(0, 2)
  const secret = await desk.secretFor(seated?.id ?? '', 'guest')
  const other = await desk.secretFor(waiting?.id ?? '', 'guest')
  const browser = house.browser()
  expect((await browser.get(`/gastplaetze/${other}`)).text).toContain('Vor Ihnen wartet niemand')
  expect((await browser.get(`/gastplaetze/${secret}`)).text).toContain('Platz bestätigt')
  await browser.post(`/gastplaetze/${secret}/abmeldung`, { reason: 'krank' })
  expect((await browser.get(`/gastplaetze/${secret}`)).text).toContain('Abgemeldet')
  expect((await desk.place(waiting?.id ?? '')).state).toBe('offered')
})

test('an invitation registers without an account and never tells who is registered already', async ({ house }) => {
  const desk = await Desk.open(house)
  const path = await invitation(house, desk.event, 2)
  const browser = house.browser()
  const send = async (name: string, email: string) => {
    await browser.get(path)
    return browser.post(path, { name, email })
  }
  const words = ({ html }: { html: string }) =>
    /<main[\s\S]*<\/main>/.exec(html)?.[0].replaceAll(/"[A-Za-z0-9_-]{20,}"/g, '')
  const first = await send('Eva Gast', 'eva@beispiel.example')
  const again = await send('Eva Gast', 'eva@beispiel.example')
  expect(first.status).toBe(200)
  expect(again.status).toBe(200)
  expect(words(again)).toBe(words(first))
  expect((await desk.places()).length).toBe(1)
  expect((await send('', 'keine-adresse')).status).toBe(422)
  await send('Udo Gast', 'udo@beispiel.example')
  const used = await browser.get(path)
  expect(used.text).toContain('haben sich schon alle angemeldet')
  expect((await browser.post(path, { name: 'Eva Gast', email: 'eva@beispiel.example' })).status).toBeGreaterThanOrEqual(
    400,
  )
})

test('an invitation whose day is over takes nobody', async ({ house }) => {
  const desk = await Desk.open(house)
  const before = house.clock.now().subtract({ hours: 1 })
  const path = await invitation(house, desk.event, null, Temporal.Instant.from(before.toString()).toString())
  const browser = house.browser()
  expect((await browser.get(path)).text).toContain('Diese Einladung ist abgelaufen')
})
