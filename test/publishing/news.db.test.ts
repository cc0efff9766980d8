// News: who sees what when, at the pages, at the API and in the database itself.
import { Temporal } from 'temporal-polyfill'
import { expect } from 'vitest'
import { localFields } from '#kernel/local-moment.ts'
import { nobody, unitOfWork } from '#platform/db/unit-of-work.ts'
import { isb, test, type TestHouse } from '../harness/house.ts'
import { readable } from '../http/html.ts'

const editor = 'redaktion@verbund.example'

interface NewsJson {
  id: string
  slug: string
  version: number
  title: string
  state: string
  from: string | null
}
interface Listed {
  items: NewsJson[]
  next: string | null
}

const content = { teaser: 'Zwei Sätze. Mehr nicht.', text: 'Ein Absatz.', topic: 'Probe', author: 'Redaktion' }

const write = async (house: TestHouse, rest: Record<string, unknown>): Promise<NewsJson> => {
  const reply = await (await house.as(editor)).post<NewsJson>('/news', { ...content, ...rest })
  expect(reply.text).toContain('"id"')
  expect(reply.status).toBe(201)
  return reply.body
}

/** Titles of the rows that the database itself gives to somebody who is not signed in. */
const visibleTo = (house: TestHouse, now: Temporal.Instant): Promise<string[]> =>
  unitOfWork(house.services.database, { as: nobody, now, mode: 'read only' }, async (db) =>
    (await db.selectFrom('publishing.news').select('title').execute()).map(({ title }) => title),
  )

const slugPage = async (house: TestHouse, { slug }: NewsJson) => house.browser().get(`/meldungen/${slug}`)

test('the public start page and the list show what is out, the newest first, and nothing else', async ({ house }) => {
  const start = await house.browser().get('/')
  const list = await house.browser().get('/meldungen')
  for (const { text, status } of [start, list]) {
    expect(status).toBe(200)
    expect(text.indexOf('Telefonzeiten')).toBeGreaterThan(0)
    expect(text.indexOf('Telefonzeiten')).toBeLessThan(text.indexOf('Der Basis-Check ist da'))
    for (const hidden of ['Jahresrückblick', 'Neuer Kurs', 'Wartung am Wochenende']) expect(text).not.toContain(hidden)
  }
})

test('an editor writes a draft, looks at it, publishes it, changes it and takes it back', async ({ house }) => {
  const lea = await house.signedIn(editor)
  await lea.get('/redaktion/meldungen/neu')
  const typed = { ...content, title: 'Ein Tag der offenen Tür', version: '0' }
  const preview = await lea.post('/redaktion/meldungen/neu', { ...typed, tun: 'vorschau' })
  expect(preview.text).toContain('noch nicht gespeichert')
  expect((await house.stranger.get<Listed>('/news')).text).not.toContain('offenen Tür')
  const saved = await lea.post('/redaktion/meldungen/neu', { ...typed, tun: 'entwurf' })
  expect(saved.text).toContain('ist als Entwurf gespeichert')
  expect((await house.browser().get('/meldungen/ein-tag-der-offenen-tuer')).status).toBe(404)
  const id = /meldungen\/([0-9a-f-]{36})">\s*Ein Tag der offenen Tür/.exec(saved.html)?.[1] ?? ''
  const change = `/redaktion/meldungen/${id}`
  await lea.get(change)
  const out = await lea.post(change, { ...typed, version: '1', tun: 'veroeffentlichen' })
  expect(out.text).toContain('öffentlich seit')
  expect((await house.browser().get('/meldungen/ein-tag-der-offenen-tuer')).text).toContain('Ein Absatz.')
  await lea.get(change)
  await lea.post(change, { ...typed, title: 'Ein anderer Tag', version: '2', tun: 'veroeffentlichen' })
  const same = await house.browser().get('/meldungen/ein-tag-der-offenen-tuer')
  expect(same.text).toContain('Ein anderer Tag')
  await lea.get(change)
  const back = await lea.post(`${change}/zurueckziehen`, { version: '3' })
  expect(back.text).toContain('zurückgezogen')
  expect((await house.browser().get('/meldungen/ein-tag-der-offenen-tuer')).status).toBe(404)
  const versions = await unitOfWork(
    house.services.database,
    {
      as: { personId: await personOf(house), actingFor: await placeOf(house) },
      now: house.clock.now(),
      mode: 'read only',
    },
    (db) =>
      db
        .selectFrom('publishing.news')
        .select(['version', 'state', 'superseded_at'])
        .where('news_id', '=', id)
        .orderBy('version')
        .execute(),
  )
  expect(versions.map(({ state }) => state)).toEqual(['draft', 'published', 'published', 'withdrawn'])
  expect(versions.filter(({ superseded_at }) => superseded_at === null)).toHaveLength(1)
})

interface Me {
  person: { id: string }
  actingFor: { id: string }
}
const me = async (house: TestHouse): Promise<Me> => (await (await house.as(editor)).get<Me>('/me')).body
const personOf = async (house: TestHouse): Promise<string> => (await me(house)).person.id
const placeOf = async (house: TestHouse): Promise<string> => (await me(house)).actingFor.id

test('an embargo holds to the second, in the pages, in the API and in the database', async ({ house }) => {
  const from = house.clock.now().add({ hours: 2 }).round('second')
  const news = await write(house, { title: 'Unter Sperrfrist', state: 'published', from: from.toString() })
  const before = from.subtract({ seconds: 1 })
  expect((await slugPage(house, news)).status).toBe(404)
  expect((await house.stranger.get('/news')).text).not.toContain('Sperrfrist')
  expect((await house.stranger.get(`/news/${news.id}`)).status).toBe(404)
  expect((await (await house.as(isb)).get(`/news/${news.id}`)).status).toBe(404)
  expect((await (await house.as(editor)).get(`/news/${news.id}`)).status).toBe(200)
  expect((await house.stranger.get('/news?state=published')).text).not.toContain('Sperrfrist')
  // To an editor too the public pages show what everybody sees.
  expect((await (await house.signedIn(editor)).get('/meldungen')).text).not.toContain('Sperrfrist')
  expect(await visibleTo(house, before)).not.toContain('Unter Sperrfrist')
  expect(await visibleTo(house, from)).toContain('Unter Sperrfrist')
  const today = house.clock.now()
  house.clock.set(from)
  expect((await slugPage(house, news)).text).toContain('Unter Sperrfrist')
  house.clock.set(today)
})

test('what ends is gone with its end, and what was changed is found by its new words only', async ({ house }) => {
  const until = house.clock.now().add({ hours: 1 }).round('second')
  await write(house, { title: 'Nur heute', state: 'published', until: until.toString() })
  expect(await visibleTo(house, until.subtract({ seconds: 1 }))).toContain('Nur heute')
  expect(await visibleTo(house, until)).not.toContain('Nur heute')
  const news = await write(house, { title: 'Mit Fehler', state: 'published' })
  const lea = await house.as(editor)
  expect((await lea.patch(`/news/${news.id}`, { title: 'Ohne Fehler', version: 1 })).status).toBe(200)
  const seen = await visibleTo(house, house.clock.now())
  expect(seen).toContain('Ohne Fehler')
  expect(seen).not.toContain('Mit Fehler')
})

test('drafts are nobody else’s, whatever is asked for', async ({ house }) => {
  const draft = await write(house, { title: 'Streng vertraulicher Entwurf' })
  for (const path of ['/news?state=draft', '/news?limit=200', `/news/${draft.id}`, '/news?state=withdrawn']) {
    expect((await house.stranger.get(path)).text).not.toContain('vertraulich')
    expect((await (await house.as(isb)).get(path)).text).not.toContain('vertraulich')
  }
  expect((await slugPage(house, draft)).status).toBe(404)
  expect((await (await house.as(editor)).get('/news?state=draft')).text).toContain('vertraulich')
  expect((await (await house.as(isb)).post('/news', { ...content, title: 'Von der ISB' })).status).toBe(403)
  expect((await house.stranger.post('/news', { ...content, title: 'Von niemandem' })).status).toBe(401)
})

test('the same title twice gets two addresses, and a title without letters gets one as well', async ({ house }) => {
  const first = await write(house, { title: 'Grüße aus Köln & Straßfurt' })
  const second = await write(house, { title: 'Grüße aus Köln & Straßfurt' })
  expect([first.slug, second.slug]).toEqual(['gruesse-aus-koeln-strassfurt', 'gruesse-aus-koeln-strassfurt-2'])
  const odd = await Promise.all([write(house, { title: '🎉🎉' }), write(house, { title: '!!!' })])
  expect(odd.map(({ slug }) => slug).toSorted()).toEqual(['meldung', 'meldung-2'])
  const long = await write(house, { title: 'Wort '.repeat(29) })
  expect(long.slug.length).toBeLessThanOrEqual(80)
})

test('HTML, scripts and bad links in a piece of news are words', async ({ house }) => {
  const hostile = '<script>alert(1)</script><img src=x onerror=alert(2)>'
  const news = await write(house, {
    ...content,
    title: `Titel ${hostile}`,
    teaser: `Anreißer ${hostile}`,
    topic: '<b>Thema</b>',
    author: '"><svg onload=alert(3)>',
    text: [
      hostile,
      '[böse](javascript:alert(4)) [auch](data:text/html,x) [fort](//fremd.example/x) [gut](https://beispiel.example/a)',
      '[hier](/meldungen)',
      `## ${hostile}`,
      `| ${hostile} | b |\n| --- | --- |\n| ${hostile} | d |`,
    ].join('\n\n'),
    state: 'published',
  })
  for (const path of [`/meldungen/${news.slug}`, '/meldungen', '/']) {
    const { html } = await house.browser().get(path)
    expect(html).not.toMatch(/<script>alert|<img|<svg onload|<b>Thema/)
    expect(readable(html)).toContain('<script>alert(1)</script>')
  }
  const { html } = await house.browser().get(`/meldungen/${news.slug}`)
  const links = [...html.matchAll(/<article[\s\S]*<\/article>/g)].join('')
  const hrefs = [...links.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)
  expect(hrefs).toEqual(['https://beispiel.example/a', '/meldungen', '/meldungen'])
})

test('two editors at once: the second keeps what was typed and sees that the first was faster', async ({ house }) => {
  const news = await write(house, { title: 'Zu zweit' })
  const lea = await house.signedIn(editor)
  const path = `/redaktion/meldungen/${news.id}`
  await lea.get(path)
  expect(
    (
      await (
        await house.as(editor)
      ).patch(path.replace('/redaktion/meldungen', '/news'), { title: 'Erste', version: 1 })
    ).status,
  ).toBe(200)
  const refused = await lea.post(path, { ...content, title: 'Zweite', version: '1', tun: 'veroeffentlichen' })
  expect(refused.status).toBe(409)
  expect(refused.html).toContain('value="Zweite"')
  expect(refused.text).toContain('Inzwischen hat jemand anderes')
  const again = await lea.post(path, { ...content, title: 'Zweite', version: '2', tun: 'veroeffentlichen' })
  expect(again.text).toContain('öffentlich seit')
  expect((await (await house.as(editor)).patch(`/news/${news.id}`, { title: 'Dritte', version: 1 })).status).toBe(409)
})

test('local days and times become instants; what is wrong is said at its field and nothing typed is lost', async ({
  house,
}) => {
  const lea = await house.signedIn(editor)
  await lea.get('/redaktion/meldungen/neu')
  const typed = { ...content, title: 'Mit Zeiten', version: '0', tun: 'veroeffentlichen' }
  const wrong = await lea.post('/redaktion/meldungen/neu', { ...typed, fromTime: '08:00', untilDay: '31.12.2026' })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('value="Mit Zeiten"')
  expect(wrong.text).toContain('Bitte ein Datum angeben.')
  const lonely = await lea.post('/redaktion/meldungen/neu', { ...typed, fromTime: '08:00' })
  expect(lonely.text).toContain('Bitte auch den Tag angeben.')
  const backwards = await lea.post('/redaktion/meldungen/neu', {
    ...typed,
    fromDay: '2026-12-02',
    untilDay: '2026-12-01',
  })
  expect(backwards.text).toContain('Sie wäre verschwunden, bevor sie erscheint')
  const day = localFields(house.clock.now().add({ hours: 24 * 40 })).day
  await lea.post('/redaktion/meldungen/neu', { ...typed, fromDay: day, fromTime: '08:30', untilDay: day })
  const listed = (await (await house.as(editor)).get<Listed>('/news?state=published')).body.items
  const found = listed.find(({ title }) => title === 'Mit Zeiten')
  expect(localFields(Temporal.Instant.from(found?.from ?? ''))).toEqual({ day, time: '08:30' })
})

test('lists go on where they ended, and a cursor of nowhere is refused', async ({ house }) => {
  const first = (await house.stranger.get<Listed>('/news?limit=2')).body
  expect(first.items).toHaveLength(2)
  const second = (await house.stranger.get<Listed>(`/news?limit=2&cursor=${first.next}`)).body
  const ids = [...first.items, ...second.items].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect((await house.stranger.get('/news?cursor=quatsch')).status).toBe(422)
  expect((await house.browser().get('/meldungen?cursor=quatsch')).status).toBe(422)
})

test('whoever took the right to write from the editor finds it gone with the next deed', async ({ house }) => {
  const guide = await house.as('lotse@verbund.example')
  const { body } = await (await house.as(editor)).get<Listed>('/news?state=published')
  const [news] = body.items
  expect((await guide.patch(`/news/${news?.id}`, { title: 'Übernommen', version: news?.version })).status).toBe(403)
})
