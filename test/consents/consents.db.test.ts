// A municipality agrees to be named: who may, on which text, once at a time, and what remains of it.
import { sql } from 'kysely'
import { expect } from 'vitest'
import { asOwner } from '../access/as-owner.ts'
import { elbaue, everything, hvb, isb, itStaff, manager, observer, test, type TestHouse } from '../harness/house.ts'

const auental = 'isb@auental.example'
const purpose = 'namedInStatePicture'
const page = `/einwilligungen/${purpose}`

interface Consent {
  id: string
  purpose: string
  textVersion: number
  textSha256: string
  isOnOlderText: boolean
  givenBy: { name: string | null }
  revokedAt: string | null
  revokedBy: { name: string | null } | null
}

interface Asked {
  textVersion: number
  textSha256: string
  text: string
  consentId: string | null
}

const consentsOf = async (house: TestHouse, email: string) =>
  (await (await house.as(email)).get<{ items: Consent[] }>('/consents')).body.items

const askedOf = async (house: TestHouse, email: string) =>
  (await (await house.as(email)).get<{ items: Asked[] }>('/consent-purposes')).body.items

/** As the picture reads it. */
const naming = (house: TestHouse) =>
  asOwner(house, async (db) => {
    const { rows } = await sql<{ name: string; stands: boolean }>`
      select o.name, n.revoked_at is null as stands from pictures.naming n join organizations.organization o on o.id = n.organization_id
       order by o.name, n.given_at`.execute(db)
    return rows.map(({ name, stands }) => [name, stands])
  })

test('in the story one town is named, one was, and one has not decided', async ({ house }) => {
  expect(await naming(house)).toEqual([
    ['Gemeinde Auental', true],
    ['Gemeinde Kleinweiler', false],
  ])
  expect(await consentsOf(house, everything)).toMatchObject([
    { purpose, givenBy: { name: 'Anke Rohrbeck' }, revokedBy: { name: 'Anke Rohrbeck' } },
  ])
  expect(await consentsOf(house, hvb)).toEqual([])
})

test('the head gives on the text that was read, all colleagues see who and when, and the trail says so', async ({
  house,
}) => {
  const [asked] = await askedOf(house, hvb)
  expect(asked).toMatchObject({ textVersion: 1, consentId: null })
  expect(asked?.text).toContain('bleibt veröffentlicht')
  const martin = await house.as(hvb)
  const given = await martin.post<Consent>('/consents', { purpose, textVersion: 1 })
  expect([given.status, given.body]).toMatchObject([
    201,
    { textVersion: 1, textSha256: asked?.textSha256, isOnOlderText: false, revokedAt: null },
  ])
  for (const email of [isb, itStaff]) {
    expect(await consentsOf(house, email)).toMatchObject([{ givenBy: { name: 'Martin Köhler' }, revokedBy: null }])
    expect((await (await house.signedIn(email)).get('/einwilligungen')).text).toContain('Martin Köhler')
  }
  const trail = await martin.get<{ items: { sentence: string }[] }>('/audit-events?event=consent.given')
  expect(trail.body.items[0]?.sentence).toBe('Martin Köhler hat eingewilligt: „Mit Namen im Landesbild“ (Fassung 1).')
  expect(await naming(house)).toContainEqual(['Stadt Musterstadt', true])
})

test('a second consent is refused while one stands, and says whose it is', async ({ house }) => {
  const again = await (await house.as(hvb)).post('/consents', { purpose, textVersion: 1 })
  expect([again.status, again.body['title']]).toEqual([
    422,
    expect.stringMatching(/gilt schon\. Martin Köhler hat sie am \d\d\.\d\d\.\d{4} gegeben\. Geändert ist nichts\./),
  ])
})

test('on a text that is another one by now nothing is given, and the text comes with the answer', async ({ house }) => {
  const client = await house.as(everything)
  const stale = await client.post('/consents', { purpose, textVersion: 2 })
  expect([stale.status, stale.body['textVersion'], stale.text.includes('Was gezeigt wird')]).toEqual([409, 1, true])
  const browser = await house.signedIn(everything)
  const shown = await browser.post(page, { textVersion: '2', agreed: 'ja' })
  expect([shown.status, shown.text]).toEqual([409, expect.stringContaining('Der Text hat jetzt eine andere Fassung')])
  expect(shown.text).toContain('Einwilligung geben')
  expect(await consentsOf(house, everything)).toHaveLength(1)
})

test('nobody but the head gives or takes back, neither colleagues nor the cooperative nor the ministry', async ({
  house,
}) => {
  const [mine] = await consentsOf(house, hvb)
  for (const email of [isb, itStaff, elbaue, manager, observer]) {
    const client = await house.as(email)
    expect([email, (await client.post('/consents', { purpose, textVersion: 1 })).status]).toEqual([email, 403])
    const status = [isb, itStaff].includes(email) ? 403 : 404
    expect([email, (await client.post(`/consents/${mine?.id}/revocation`)).status]).toEqual([email, status])
  }
  expect((await (await house.as(auental)).post(`/consents/${mine?.id}/revocation`)).status).toBe(404)
  const jana = await house.signedIn(isb)
  expect((await jana.post(page, { textVersion: '1', agreed: 'ja' })).status).toBe(403)
  expect((await jana.post(`${page}/widerruf`, {})).status).toBe(403)
  const seen = (await jana.get(page)).text
  expect(seen).toContain('Entscheiden kann die Verwaltungsleitung')
  expect(seen).toContain('Bei Stadt Musterstadt: Martin Köhler.')
  expect(seen).not.toContain('Jetzt widerrufen')
  expect((await (await house.signedIn(elbaue)).get(page)).text).toContain('hat zurzeit niemand diese Aufgabe')
  expect((await (await house.signedIn(manager)).get('/einwilligungen')).status).toBe(403)
})

test('taken back without a reason it holds no more, once, and what was given stays to be read', async ({ house }) => {
  const martin = await house.as(hvb)
  const [mine] = await consentsOf(house, hvb)
  const done = await martin.post<Consent>(`/consents/${mine?.id}/revocation`)
  expect([done.status, done.body.revokedBy?.name]).toEqual([200, 'Martin Köhler'])
  const again = await martin.post(`/consents/${mine?.id}/revocation`)
  expect([again.status, again.body['title']]).toEqual([422, expect.stringContaining('schon widerrufen')])
  expect(await consentsOf(house, isb)).toMatchObject([{ id: mine?.id, givenBy: { name: 'Martin Köhler' } }])
  expect(await naming(house)).toContainEqual(['Stadt Musterstadt', false])
  const trail = await martin.get<{ items: { sentence: string }[] }>('/audit-events?event=consent.revoked')
  expect(trail.body.items[0]?.sentence).toBe('Martin Köhler hat die Einwilligung „Mit Namen im Landesbild“ widerrufen.')
})

test('on the page one ticks the sentence, gives, and takes back with a second step', async ({ house }) => {
  const martin = await house.signedIn(hvb)
  expect((await martin.get('/')).text).toContain('Einwilligungen')
  const before = await martin.get(page)
  expect(before.text).toContain('nicht gegeben')
  expect(before.text).toContain('Ohne sie geht nichts verloren')
  const unticked = await martin.post(page, { textVersion: '1' })
  expect([unticked.status, unticked.text]).toEqual([422, expect.stringContaining('Bitte kreuzen Sie den Satz an')])
  const given = await martin.post(page, { textVersion: '1', agreed: 'ja' })
  expect(given.text).toContain('Eingewilligt: „Mit Namen im Landesbild“. Das gilt ab dem nächsten Bild.')
  expect(given.text).toContain('Worin eingewilligt ist')
  const twice = await martin.post(page, { textVersion: '1', agreed: 'ja' })
  expect([twice.status, twice.text]).toEqual([422, expect.stringContaining('gilt schon')])
  const revoked = await martin.post(`${page}/widerruf`, {})
  expect(revoked.text).toContain('Widerrufen: „Mit Namen im Landesbild“. Das gilt ab dem nächsten Bild.')
  const nothing = await martin.post(`${page}/widerruf`, {})
  expect([nothing.status, nothing.text]).toEqual([422, expect.stringContaining('keine Einwilligung, die gilt')])
  expect((await martin.get('/einwilligungen/openData')).status).toBe(404)
})

test('the history goes on over its pages', async ({ house }) => {
  const first = await (await house.as(hvb)).get<{ items: Consent[]; next: string }>('/consents?limit=1')
  const next = await (
    await house.as(hvb)
  ).get<{ items: Consent[]; next: null }>(`/consents?limit=1&cursor=${first.body.next}`)
  expect([first.body.items.length, next.body.items.length, next.body.next]).toEqual([1, 1, null])
  expect(first.body.items[0]?.id).not.toBe(next.body.items[0]?.id)
})

test('who gave and who took back reads so in what is known about them', async ({ house }) => {
  const data = await (await house.as(everything)).get<{ consents: Record<string, unknown>[] }>('/me/data')
  expect(data.body.consents).toMatchObject([
    { consentPurpose: purpose, organization: 'Gemeinde Kleinweiler', givenAt: expect.any(String) },
  ])
  const browser = await house.signedIn(everything)
  expect((await browser.get('/mein-zugang/daten')).text).toContain('Mit Namen im Landesbild')
  expect((await (await house.as(isb)).get<{ consents: unknown[] }>('/me/data')).body.consents).toEqual([])
})

test('of two who give at once one has given, and the other is told so', async ({ house }) => {
  const client = await house.as(everything)
  const give = () => client.post('/consents', { purpose, textVersion: 1 })
  const both = await Promise.all([give(), give(), give()])
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 422, 422])
  expect((await consentsOf(house, everything)).filter(({ revokedAt }) => revokedAt === null)).toHaveLength(1)
})
