// The programme manager's imports by the plain forms.
import { expect } from 'vitest'
import { isb, manager, test } from '../harness/house.ts'
import { levelCatalog, smallCatalog } from './checks.ts'
import { linksOf, readable } from './html.ts'
import { countRows } from './rows.ts'

const withoutMarks = (rows: Record<string, number>) => ({ ...rows, 'identity.session': 0, 'audit.entry': 0 })

test('a catalog is taken, shown with its origin, and the same file again changes nothing', async ({ house }) => {
  const browser = await house.signedIn(manager)
  await browser.get('/kataloge')
  const first = await browser.upload('/kataloge/einlesen', smallCatalog('Seitenkatalog'), 'katalog.json')
  expect(first.status).toBe(200)
  expect(first.url).toMatch(/^\/kataloge\/[0-9a-f-]{36}$/)
  const text = readable(first.html)
  expect(text).toContain('4 Anforderungen eingelesen.')
  expect(text).toMatch(/Herausgeber\s+Prüfverein Musterland e\. V\.\s+Fassung\s+1\.0\s+Lizenz\s+CC BY-SA 4\.0/)
  expect(text).toMatch(/Akten und Ablage\s+AKT\s+3\s+Telefon\s+TEL\s+1/)
  const before = await countRows(house)
  await browser.get('/kataloge')
  const second = await browser.upload('/kataloge/einlesen', smallCatalog('Seitenkatalog'), 'anderer-name.json')
  expect([
    second.url,
    readable(second.html).includes('Diese Datei war schon eingelesen, geändert wurde nichts.'),
  ]).toEqual([first.url, true])
  expect(await countRows(house)).toEqual(before)
})

test('what was read with reservations is said on the page of the catalog', async ({ house }) => {
  const browser = await house.signedIn(manager)
  await browser.get('/kataloge')
  const page = await browser.upload('/kataloge/einlesen', levelCatalog(), 'katalog.json')
  expect(readable(page.html)).toContain('Beim Einlesen ist etwas aufgefallen')
  expect(readable(page.html)).toContain('Der Aufwand ist an einer Stelle nicht lesbar und bleibt leer')
})

test('a form without a file keeps the page, names the field and leads to it', async ({ house }) => {
  const browser = await house.signedIn(manager)
  for (const [list, action] of [
    ['/kataloge', '/kataloge/einlesen'],
    ['/organisationen', '/organisationen/einlesen'],
  ] as const) {
    await browser.get(list)
    // Browsers send an empty part with an empty name when nothing was chosen.
    for (const page of [await browser.upload(action, '', ''), await browser.post(action, {})]) {
      expect(page.status).toBe(422)
      expect(readable(page.html)).toContain('Es ist keine Datei angekommen.')
      expect(linksOf(page.html)).toContain('#feld-file')
      expect(page.html).toMatch(/<input(?=[^>]*id="feld-file")(?=[^>]*type="file")(?=[^>]*aria-invalid="true")[^>]*>/)
    }
  }
})

const head = 'ars;ags;name;typ;kreis;einwohner\n'

test('a list of municipalities adds, then changes, then leaves alone', async ({ house }) => {
  const browser = await house.signedIn(manager)
  const take = async (rows: string) => {
    await browser.get('/organisationen')
    const page = await browser.upload('/organisationen/einlesen', head + rows, 'liste.csv')
    expect([page.status, page.url]).toEqual([200, '/organisationen'])
    return readable(page.html)
  }
  const [hier, dort] = [
    '159991001;;Hierdorf;Einheitsgemeinde;Nordaue;1000\n',
    '159991002;;Dortdorf;Verbandsgemeinde;Nordaue;2000\n',
  ]
  expect(await take(hier + dort)).toContain('2 Zeilen gelesen: 2 neu, 0 geändert, 0 unverändert.')
  expect(await take(hier + dort.replace('2000', '2.001'))).toContain(
    '2 Zeilen gelesen: 0 neu, 1 geändert, 1 unverändert.',
  )
  const before = await countRows(house)
  expect(await take(hier + dort.replace('2000', '2001'))).toContain(
    '2 Zeilen gelesen. Es war schon alles da, geändert wurde nichts.',
  )
  expect(withoutMarks(await countRows(house))).toEqual(withoutMarks(before))
  // What the list does not say stays as it is.
  expect(await take('159991001;;Hierdorf;Einheitsgemeinde;;\n')).toContain('1 Zeilen gelesen. Es war schon alles da')
  expect(readable((await browser.get('/organisationen?suche=hier')).html)).toMatch(
    /Hierdorf\s+Einheitsgemeinde\s+Nordaue\s+159991001\s+1\.000/,
  )
})

test('the list of organizations is searched by the beginning of words and by kind, and empty with a way out', async ({
  house,
}) => {
  const browser = await house.signedIn(isb)
  const shown = async (query: string) => readable((await browser.get(`/organisationen?${query}`)).html)
  expect(await shown('suche=muster')).toContain('Stadt Musterstadt')
  expect(await shown('suche=MUSTERST%C3%84')).toContain('Stadt Musterstadt')
  expect(await shown('suche=usterstadt')).toContain('Keine Organisation passt zu diesen Filtern')
  expect(await shown('suche=%25')).toContain('Stadt Musterstadt')
  expect(await shown('art=cooperative')).toContain('Kommunalverbund Elbe-Saale eG')
  expect(await shown('art=cooperative')).not.toContain('Gemeinde Kleinweiler')
  const empty = await browser.get('/organisationen?suche=xyz&art=county')
  expect(linksOf(empty.html)).toContain('/organisationen')
  expect(empty.html).toContain('value="xyz"')
})
