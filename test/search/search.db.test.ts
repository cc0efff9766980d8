// Search: what is found, in which order, what any string does, and what a person keeps.
import fc from 'fast-check'
import { expect } from 'vitest'
import { elbaue, isb, manager, test, type TestHouse } from '../harness/house.ts'

interface Item {
  type: string
  id: string
  title: string
  url: string
  snippet: string
}

async function search(house: TestHouse, email: string, q: string, more = ''): Promise<Item[]> {
  const client = await house.as(email)
  const { status, body } = await client.get<{ items: Item[] }>(`/search?q=${encodeURIComponent(q)}${more}`)
  expect(status).toBe(200)
  return body.items
}

const titles = (items: readonly Item[], type: string): string[] =>
  items.filter((item) => item.type === type).map(({ title }) => title)

test('words are found by their stem, and the text around them is shown', async ({ house }) => {
  const [plural, singular] = [await search(house, isb, 'Datensicherungen'), await search(house, isb, 'Datensicherung')]
  expect(titles(plural, 'control').length).toBeGreaterThan(2)
  expect(titles(plural, 'control').toSorted()).toEqual(titles(singular, 'control').toSorted())
  expect(plural.find(({ type }) => type === 'control')?.snippet).toMatch(/Datensicherung|Sicherung/)
})

test('umlauts and ß are found in both spellings, words by their beginning, compounds by their parts', async ({
  house,
}) => {
  for (const q of ['Mühlau', 'Muehlau', 'MUEHLAU', 'Mühl'])
    expect(titles(await search(house, isb, q), 'organization')).toContain('Gemeinde Mühlau')
  for (const q of ['verschlüsselt', 'verschluesselt', 'verschlüs'])
    expect(titles(await search(house, isb, q), 'control')).toContain(
      'Sind die Festplatten aller tragbaren Rechner verschlüsselt?',
    )
  expect(titles(await search(house, isb, 'platzrechner'), 'control')).toContain(
    'Installieren sich Aktualisierungen auf allen Arbeitsplatzrechnern von selbst?',
  )
})

test('typing errors in names are forgiven', async ({ house }) => {
  expect(titles(await search(house, isb, 'Musterstat'), 'organization')[0]).toBe('Stadt Musterstadt')
  expect(titles(await search(house, isb, 'Wisner'), 'person')[0]).toBe('Jana Wiesner')
  expect(titles(await search(house, isb, 'Martn Köler'), 'person')[0]).toBe('Martin Köhler')
})

test('an exact key stands first, then titles that begin so, then words of titles, then texts', async ({ house }) => {
  const [first] = await search(house, isb, 'lw-start-05', '&type=control')
  expect(first?.url).toMatch(/\/lw-start-05$/)
  const [byFigures] = await search(house, isb, 'LW START 05', '&type=control')
  expect(byFigures?.url).toBe(first?.url)
  const organizations = titles(await search(house, isb, 'Gemeinde'), 'organization')
  expect(organizations.slice(0, 4).every((title) => title.startsWith('Gemeinde'))).toBe(true)
  expect(organizations.at(-1)).not.toMatch(/^Gemeinde/)
})

test('people are found by name, by what they are and where; never by their address', async ({ house }) => {
  expect(titles(await search(house, isb, 'Tobias Brandt'), 'person')).toEqual(['Tobias Brandt'])
  expect(titles(await search(house, isb, 'Verwaltungsleitung Musterstadt'), 'person')).toEqual(['Martin Köhler'])
  expect(titles(await search(house, isb, 'hvb@musterstadt.example'), 'person')).toEqual([])
})

test('of another town one finds the town, and neither its people nor its checks', async ({ house }) => {
  const mine = await search(house, isb, 'Musterstadt')
  const theirs = await search(house, elbaue, 'Musterstadt')
  expect(titles(mine, 'assessment')).toEqual(['Lotsenwerk-Startcheck, Stadt Musterstadt'])
  expect(titles(theirs, 'assessment')).toEqual([])
  expect(titles(theirs, 'person')).toEqual([])
  expect(titles(theirs, 'organization')).toEqual(['Stadt Musterstadt'])
  expect(theirs.length).toBeLessThan(mine.length)
  expect(titles(await search(house, manager, 'Musterstadt'), 'assessment')).toEqual([])
})

test('a stranger finds nothing', async ({ house }) => {
  expect((await house.stranger.get('/search?q=Musterstadt')).status).toBe(401)
  expect((await house.browser().get('/suche?q=Musterstadt')).url).toMatch(/anmeldung/)
})

test('only stop words look at titles alone; nothing typed finds nothing', async ({ house }) => {
  const handbook = titles(await search(house, isb, 'und'), 'handbook')
  expect(handbook.length).toBeGreaterThan(0)
  expect(handbook.every((title) => /und/i.test(title))).toBe(true)
  for (const q of ['', '   ', '🐘', '…', '\u0000']) expect(await search(house, isb, q)).toEqual([])
})

test('of each area the best come first, all of it on pages of its own', async ({ house }) => {
  const jana = await house.signedIn(isb)
  const { html, text } = await jana.get('/suche?q=Sicherheit')
  const headings = [...html.matchAll(/<h2[^>]*>(.*?)<\/h2>/g)].map(([, title]) => title)
  expect(headings).toEqual(expect.arrayContaining(['Handbuch']))
  expect(text).toMatch(/Alle \d+ in „Handbuch“/)
  expect(html).toMatch(/<mark>[^<]*icherheit[^<]*<\/mark>/)
  const whole = await jana.get('/suche?q=Sicherheit&bereich=handbook')
  expect(whole.text).toMatch(/1 bis \d+ von \d+/)
  expect((await jana.get('/suche?q=Sicherheit&bereich=gibt-es-nicht&ab=99999')).status).toBe(200)
})

test('what was typed stands in the page as text', async ({ house }) => {
  const jana = await house.signedIn(isb)
  const { html, status } = await jana.get(`/suche?q=${encodeURIComponent('"><script>alert(1)</script> Musterstadt')}`)
  expect(status).toBe(200)
  expect(html).not.toContain('<script>alert')
})

test('10 KB are cut with a sentence', async ({ house }) => {
  const jana = await house.signedIn(isb)
  const { status, text } = await jana.get(`/suche?q=${encodeURIComponent('Musterstadt '.repeat(850))}`)
  expect(status).toBe(200)
  expect(text).toContain('Gesucht wurde nur mit dem Anfang Ihrer Eingabe.')
})

test('any string is answered', async ({ house }) => {
  const client = await house.as(isb)
  const hostile = [
    "' or 1=1; --",
    '%_%',
    '\\',
    'a & b | !c <-> d:*',
    "'",
    '((((',
    '[a-z]+$',
    '{}',
    '$1',
    '‮abc',
    'ﷺﷺ',
    '1e999',
    '::uuid',
  ]
  for (const q of hostile) expect((await client.get(`/search?q=${encodeURIComponent(q)}`)).status).toBe(200)
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (q) => {
      const { status } = await client.get(`/search?q=${encodeURIComponent(q.toWellFormed())}`)
      return status === 200
    }),
    { numRuns: 60 },
  )
})

test('an unknown area is refused with those there are', async ({ house }) => {
  const { status, text } = await (await house.as(isb)).get('/search?q=a&type=answer')
  expect(status).toBe(422)
  expect(text).toContain('organization, person, assessment, measure, programme, control, handbook')
})

test('the last ten searches are kept, the last one first, and can be deleted', async ({ house }) => {
  const jana = await house.signedIn(isb)
  const client = await house.as(isb)
  for (let n = 0; n < 12; n++) {
    await jana.get(`/suche?q=Gemeinde+${n}`)
    house.clock.set(house.clock.now().add({ seconds: 1 }))
  }
  await jana.get('/suche?q=gemeinde+5')
  const { body } = await client.get<{ items: { q: string }[] }>('/recent-searches')
  expect(body.items).toHaveLength(10)
  expect(body.items.slice(0, 2).map(({ q }) => q)).toEqual(['gemeinde 5', 'Gemeinde 11'])
  expect((await (await house.as(elbaue)).get<{ items: unknown[] }>('/recent-searches')).body.items).toEqual([])
  expect((await jana.get('/suche')).text).toContain('gemeinde 5')
  const after = await jana.post('/suche/verlauf/entfernen', {})
  expect(after.text).toContain('Ihre letzten Suchen sind gelöscht.')
  expect((await client.get<{ items: unknown[] }>('/recent-searches')).body.items).toEqual([])
})

test('hits are pinned, twenty at most, and let go again', async ({ house }) => {
  const jana = await house.signedIn(isb)
  const client = await house.as(isb)
  const found = await search(house, isb, 'Gemeinde', '&limit=100')
  const [first] = found
  await jana.get('/suche?q=Gemeinde')
  const page = await jana.post('/suche/merken', { type: first?.type ?? '', id: first?.id ?? '', q: 'Gemeinde' })
  expect(page.text).toContain(`„${first?.title}“ ist gemerkt`)
  const others = (await search(house, isb, 'Sicherheit', '&limit=100')).slice(0, 19)
  for (const { type, id } of others) expect((await client.post('/search-pins', { type, id })).status).toBe(201)
  const [again] = others
  expect((await client.post('/search-pins', { type: again?.type, id: again?.id })).status).toBe(201)
  const more = (await search(house, isb, 'Passwort', '&limit=100')).find(({ id }) =>
    others.every((one) => one.id !== id),
  )
  const full = await client.post('/search-pins', { type: more?.type, id: more?.id })
  expect([full.status, full.text]).toEqual([422, expect.stringContaining('schon 20 Treffer')])
  const { body } = await client.get<{ items: Item[] }>('/search-pins')
  expect(body.items).toHaveLength(20)
  expect((await jana.get('/suche')).text).toContain(first?.title)
  expect((await (await house.as(elbaue)).get<{ items: unknown[] }>('/search-pins')).body.items).toEqual([])
  const path = `/search-pins/${encodeURIComponent(first?.id ?? '')}`
  expect((await client.call('DELETE', path)).status).toBe(200)
  expect((await client.call('DELETE', path)).status).toBe(404)
})

test('nobody pins what they could not find', async ({ house }) => {
  const check = (await search(house, isb, 'Startcheck Musterstadt')).find(({ type }) => type === 'assessment')
  const { status } = await (await house.as(elbaue)).post('/search-pins', { type: check?.type, id: check?.id })
  expect(status).toBe(404)
})
