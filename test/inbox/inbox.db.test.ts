// What one was told: read by oneself only, in the order in which it has to be, and marked by nothing but a deed.
import { expect } from 'vitest'
import { countUnread, listUnread, notify } from '#foundation/notifications/index.ts'
import { kindsOfNotifications, pages } from '#app/modules.ts'
import type { Context } from '#platform/http/context.ts'
import { asOwner } from '../access/as-owner.ts'
import { placeNamed } from '../access/standings.ts'
import { everything, hvb, isb, test, type TestHouse } from '../harness/house.ts'
import { personId, within } from '../harness/work.ts'

const springer = 'springer@verbund.example'

interface Item {
  id: string
  title: string
  readAt: string | null
}
interface List {
  items: Item[]
  next: string | null
}

const mentioned = kindsOfNotifications.find(({ kind }) => kind === 'assessments.mentioned')

async function tell(house: TestHouse, email: string, ...titles: string[]): Promise<void> {
  if (!mentioned) throw new Error('there is no such kind')
  for (const title of titles) {
    const personIds = [await personId(house, email)]
    house.clock.set(house.clock.now().add({ seconds: 1 }))
    await within(house, { personId: null, actingFor: null }, (ctx) =>
      notify(ctx, { personIds, kind: mentioned, title, url: '/kataloge' }),
    )
  }
}

test('what arrives is unread, and reading it is noted once', async ({ house }) => {
  await tell(house, isb, 'Erste', 'Zweite')
  const jana = await house.as(isb)
  const { body } = await jana.get<List>('/notifications?unread=true&limit=2')
  expect(body.items.map(({ title, readAt }) => [title, readAt])).toEqual([
    ['Zweite', null],
    ['Erste', null],
  ])
  const id = body.items[0]?.id ?? ''
  const first = await jana.post<Item>(`/notifications/${id}/reading`)
  expect([first.status, first.body.readAt]).toEqual([200, expect.stringMatching(/Z$/)])
  house.clock.set(house.clock.now().add({ minutes: 1 }))
  expect((await jana.post<Item>(`/notifications/${id}/reading`)).body.readAt).toBe(first.body.readAt)
  const rest = await jana.get<List>('/notifications?unread=true&limit=1')
  expect(rest.body.items[0]?.title).toBe('Erste')
})

test('all up to one are read, and what came after it is not', async ({ house }) => {
  await tell(house, isb, 'Alt', 'Gesehen', 'Danach')
  const jana = await house.as(isb)
  const { body } = await jana.get<List>('/notifications?unread=true')
  const seen = body.items.find(({ title }) => title === 'Gesehen')
  const read = await jana.post<{ read: number }>('/notifications/readings', { upTo: seen?.id })
  expect(read.body.read).toBe(body.items.length - 1)
  expect((await jana.get<List>('/notifications?unread=true')).body.items.map(({ title }) => title)).toEqual(['Danach'])
})

test('a notification of somebody else is not there: not by its id, not as a boundary, not on the pages', async ({
  house,
}) => {
  await tell(house, hvb, 'Nur für Martin')
  const martin = await house.as(hvb)
  const id = (await martin.get<List>('/notifications?limit=1')).body.items[0]?.id ?? ''
  const jana = await house.as(isb)
  expect((await jana.post(`/notifications/${id}/reading`)).status).toBe(404)
  expect((await jana.post('/notifications/readings', { upTo: id })).status).toBe(404)
  const browser = await house.signedIn(isb)
  expect((await browser.get(`/postfach/${id}`)).status).toBe(404)
  await browser.get('/postfach')
  for (const path of [`/postfach/${id}`, `/postfach/${id}/gelesen`])
    expect((await browser.post(path, {})).status).toBe(404)
  expect((await browser.post('/postfach/gelesen', { upTo: id })).status).toBe(404)
  expect((await martin.get<List>('/notifications?limit=1')).body.items[0]?.readAt).toBeNull()
})

test('looking changes nothing: neither the list nor the address from a digest marks anything as read', async ({
  house,
}) => {
  await tell(house, isb, 'Wird nur angesehen')
  const jana = await house.as(isb)
  const [item] = (await jana.get<List>('/notifications?limit=1')).body.items
  const browser = await house.signedIn(isb)
  await browser.get('/postfach')
  expect((await browser.get(`/postfach/${item?.id}`)).url).toMatch(/\/kataloge$/)
  expect((await jana.get<List>('/notifications?limit=1')).body.items[0]?.readAt).toBeNull()
})

test('opening from the inbox marks it and leads to its page', async ({ house }) => {
  const browser = await house.signedIn(isb)
  const jana = await house.as(isb)
  const [item] = (await jana.get<List>('/notifications?limit=1')).body.items
  await browser.get('/postfach')
  const opened = await browser.post(`/postfach/${item?.id}`, {})
  expect(opened.url).toMatch(/\/kataloge$/)
  expect((await jana.get<List>('/notifications?limit=1')).body.items[0]?.readAt).not.toBeNull()
})

test('words that look like markup stay words', async ({ house }) => {
  await tell(house, isb, '<script>alert(1)</script> & „<b>“')
  const { html: text } = await (await house.signedIn(isb)).get('/postfach')
  expect(text).toContain('&lt;script>alert(1)&lt;/script> &amp; „&lt;b>“')
  expect(text).not.toContain('<script>alert')
})

test('the page shows what is unread before what is newer but read, filters, and goes on in parts', async ({
  house,
}) => {
  const titles = Array.from({ length: 65 }, (_, at) => `Nummer ${at + 1}.`)
  await tell(house, everything, ...titles)
  const api = await house.as(everything)
  const newest = (await api.get<List>('/notifications?limit=1')).body.items[0]
  await api.post(`/notifications/${newest?.id}/reading`)
  const browser = await house.signedIn(everything)
  const first = await browser.get('/postfach')
  expect(first.text).toContain('Nummer 64.')
  expect(first.text).not.toContain('Nummer 65.')
  const seen: string[] = []
  let next: string | undefined = '/postfach'
  for (let count = 0; next !== undefined && count < 9; count++) {
    const { html: text } = await browser.get(next)
    seen.push(...[...text.matchAll(/Nummer (\d+)\.</g)].map((match) => match[1] ?? ''))
    next = /href="([^"]+)" rel="next"/.exec(text)?.[1]?.replaceAll('&amp;', '&')
  }
  expect(new Set(seen).size).toBe(65)
  expect(seen).toHaveLength(65)
  expect((await browser.get('/postfach?nur=ungelesen')).text).not.toContain('Nummer 65.')
  expect((await browser.get('/postfach?bereich=Betrieb')).text).toContain('Nichts, was dazu passt')
  expect((await browser.get('/postfach?ab=unsinn')).status).toBe(422)
})

test('for whoever has several organizations it names which, and opening acts for that one', async ({ house }) => {
  if (!mentioned) throw new Error('there is no such kind')
  const personIds = [await personId(house, springer)]
  const [musterstadt, kleinweiler] = await asOwner(house, async (db) => [
    await placeNamed(db, 'Stadt Musterstadt'),
    await placeNamed(db, 'Gemeinde Kleinweiler'),
  ])
  await within(house, { personId: null, actingFor: null }, (ctx) =>
    notify(ctx, {
      personIds,
      kind: mentioned,
      title: 'Bitte ansehen',
      url: '/pruefungen',
      organizationId: musterstadt,
    }),
  )
  const nele = house.browser()
  await nele.signIn(springer, 'lotsenwerk-demo')
  await nele.post('/handeln-fuer', { organization: kleinweiler ?? '', weiter: '/' })
  const inbox = await nele.get('/postfach')
  expect(inbox.text).toContain('Sicherheitsprüfung · Stadt Musterstadt · ')
  const id = /action="\/postfach\/([0-9a-f-]{36})"/.exec(inbox.html)?.[1]
  const elsewhere = await nele.get(`/postfach/${id}`)
  expect(elsewhere.text).toContain('Das betrifft Stadt Musterstadt')
  const opened = await nele.post(`/postfach/${id}`, {})
  expect(opened.url).toMatch(/\/pruefungen$/)
  expect(opened.text).toContain('Sie handeln jetzt für Stadt Musterstadt.')
})

test('the start page counts and lists what is unread, for its owner only', async ({ house }) => {
  await tell(house, hvb, 'Für den Anfang')
  const as = async (email: string) => {
    const personOf = await personId(house, email)
    return within(house, { personId: personOf, actingFor: null }, async (ctx) => ({
      count: await countUnread(ctx as Context),
      titles: (await listUnread(ctx as Context, 1)).map(({ title }) => title),
    }))
  }
  const [martin, jana] = [await as(hvb), await as(isb)]
  expect(martin.titles).toEqual(['Für den Anfang'])
  expect(martin.count).toBeGreaterThan(0)
  expect(jana.titles).not.toContain('Für den Anfang')
})

test('every address of the inbox is one that exists', () => {
  const paths = pages.map(({ path }) => path)
  expect(paths.indexOf('/postfach/einstellungen')).toBeLessThan(paths.indexOf('/postfach/:id'))
})
