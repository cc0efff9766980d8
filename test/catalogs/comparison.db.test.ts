// Two versions of a catalog beside each other: by page, as a table, by API.
import { readFileSync } from 'node:fs'
import { describe, expect } from 'vitest'
import { needsSharedData, sharedData } from '../fixtures/shared-data.ts'
import type { Browser } from '../harness/clients.ts'
import { demoPassword, isb, manager, test, type TestHouse } from '../harness/house.ts'
import { importCatalog, smallCatalog } from '../http/checks.ts'
import { linksOf, readable } from '../http/html.ts'
import { openSession } from '../http/raw-calls.ts'
import { readBytes } from '../http/sheets.ts'
import { type SmallControl, twoVersions, type Versions } from './versions.ts'

interface Item {
  before: { id: string; key: string; title: string } | null
  after: { id: string; key: string; title: string } | null
  changes: string[]
}
interface Some {
  count: number
  items: Item[]
}
interface ComparisonJson {
  before: { id: string; title: string; version: string }
  after: { id: string; title: string; version: string }
  byKeys: boolean
  same: Some
  renumbered: Some
  changed: Some
  lost: Some
  new: Some
}

const compared = async (house: TestHouse, { before, after }: Versions): Promise<ComparisonJson> => {
  const client = await house.as(isb)
  const { status, body, text } = await client.get<ComparisonJson>(`/catalogs/${after}/comparison?before=${before}`)
  if (status !== 200) throw new Error(text)
  return body
}

const pathOf = ({ before, after }: Versions): string => `/kataloge/${after}/vergleich/${before}`

let reader: Promise<Browser> | undefined

const pageOf = async (house: TestHouse, versions: Versions, query = '') => {
  const page = await (await (reader ??= house.signedIn(isb))).get(`${pathOf(versions)}${query}`)
  return { ...page, text: readable(page.html) }
}

const countsIn = ({ same, renumbered, changed, lost, new: added }: ComparisonJson) =>
  [same, renumbered, changed, lost, added].map(({ count }) => count)

const moves = ({ items }: Some): string[] =>
  items.map(({ before, after }) => `${before?.id ?? '–'} → ${after?.id ?? '–'}`)

const old: SmallControl[] = [
  { id: 'A.1', key: 1, title: 'Aktenplan', text: 'Die Stelle SOLLTE einen Aktenplan führen.', verb: 'SOLLTE' },
  { id: 'A.2', key: 2, title: 'Fristen', text: 'Die Stelle SOLLTE Fristen überwachen.' },
  { id: 'A.3', key: 3, title: 'Ablage', hint: 'Ein Schrank genügt.' },
  { id: 'B.1', key: 4, title: 'Telefon' },
  { id: 'B.2', key: 5, title: 'Fax' },
]
const fresh: SmallControl[] = [
  // Number 1 and 2 are swapped, and the second one has other words.
  { id: 'A.1', key: 2, title: 'Fristen', text: 'Die Stelle MUSS alle Fristen überwachen.' },
  { id: 'A.2', key: 1, title: 'Aktenplan', text: 'Die Stelle SOLLTE einen Aktenplan führen.', verb: 'MUSS' },
  { id: 'A.3', key: 3, title: 'Ablage', hint: 'Ein Schrank mit Schloss genügt.' },
  { id: 'B.1', key: 4, title: 'Telefon' },
  // The number of the fax was given to something else.
  { id: 'B.2', key: 6, title: 'Videoanlage', text: '=1+1 <b>fett</b>' },
]

describe('two versions of a catalog', () => {
  test('are compared by identity: swapped numbers follow it, a re-used number takes nothing along', async ({
    house,
  }) => {
    const versions = await twoVersions(house, 'Getauschte Nummern', old, fresh)
    const found = await compared(house, versions)
    expect(found).toMatchObject({
      before: { id: versions.before, title: 'Getauschte Nummern', version: '2026-05' },
      after: { id: versions.after, version: '2026-07' },
      byKeys: true,
    })
    expect(moves(found.same)).toEqual(['A.3 → A.3', 'B.1 → B.1'])
    expect(moves(found.renumbered)).toEqual(['A.2 → A.1', 'A.1 → A.2'])
    expect(found.changed.items.map(({ after, changes }) => [after?.id, changes])).toEqual([
      ['A.1', ['statement']],
      ['A.2', ['obligation']],
    ])
    expect([moves(found.lost), moves(found.new)]).toEqual([['B.2 → –'], ['– → B.2']])
  })

  test('stand side by side on the page, words marked, and it says whom a number means now', async ({ house }) => {
    const versions = await twoVersions(house, 'Nebeneinander', old, fresh)
    const { status, text, html } = await pageOf(house, versions)
    expect(status).toBe(200)
    expect(text).toContain(
      '4 Anforderungen stehen in beiden Fassungen, 2 davon unter einer anderen Nummer. Bei 2 hat sich der Inhalt geändert.',
    )
    expect(text).toMatch(
      /5 Unterschiede 2 geändert, zu bestätigen 2 umnummeriert 1 nur Hinweise geändert 1 entfallen 1 neu 1 unverändert/,
    )
    expect(text).toContain('A.2 → A.1')
    expect(text).toMatch(/Text bisher \(A\.2\) Die Stelle \[entfallen: SOLLTE ?\] Fristen überwachen\./)
    expect(text).toMatch(/Text jetzt \(A\.1\) Die Stelle \[neu: MUSS alle ?\] Fristen überwachen\./)
    expect(text).toMatch(/Verbindlichkeit: \[entfallen: sollte ?\] \[neu: muss ?\]/)
    expect(text).toMatch(/Hinweis geändert: beide Fassungen ansehen .*Ein Schrank \[neu: mit Schloss ?\] genügt\./)
    expect(text).toMatch(/Die Nummer A\.2 trägt jetzt: Aktenplan/)
    expect(text).toMatch(/Die Nummer B\.2 trägt jetzt: Videoanlage/)
    expect(text).toMatch(/Die Nummer B\.2 trug bisher: Fax \(entfallen\)/)
    expect(html).toContain('&lt;b>fett')
    expect(html).not.toContain('<b>fett')
    expect(text).not.toContain('Telefon')
    expect(linksOf(html)).toEqual(
      expect.arrayContaining([
        `/kataloge/${versions.after}/anforderungen/A.1`,
        `/kataloge/${versions.before}/anforderungen/B.2`,
        `/kataloge/${versions.before}/vergleich/${versions.after}`,
      ]),
    )
    expect(text).toMatch(/Liste A 2 2 1 – – – Liste B – – – 1 1 1/)
  })

  test('are filtered by what became of a control and by list, and odd filters filter nothing', async ({ house }) => {
    const versions = await twoVersions(house, 'Gefiltert', old, fresh)
    const headings = async (query: string): Promise<string[]> =>
      [...(await pageOf(house, versions, query)).html.matchAll(/<h3[^>]*>([^<]*)<\/h3>/g)].map(
        ([, title]) => title ?? '',
      )
    expect(await headings('')).toEqual(['Fristen', 'Aktenplan', 'Ablage', 'Videoanlage', 'Fax'])
    expect(await headings('?stand=geaendert')).toEqual(['Fristen', 'Aktenplan'])
    expect(await headings('?stand=unveraendert')).toEqual(['Telefon'])
    expect(await headings('?liste=B')).toEqual(['Videoanlage', 'Fax'])
    expect(await headings('?stand=entfallen&liste=A')).toEqual(['Hier gibt es nichts'])
    for (const odd of ['?stand=nie', '?liste=ZZZ', '?ab=-1', '?ab=99999', '?ab=x', '?stand=%00&liste=%00&ab=%00'])
      expect(await headings(odd)).toHaveLength(5)
  })

  test('come as a table whose texts are never formulas', async ({ house }) => {
    const versions = await twoVersions(house, 'Als Tabelle', old, fresh)
    const { cookie } = await openSession(house.app, isb, demoPassword)
    const response = await house.app.request(`http://127.0.0.1:3000${pathOf(versions)}/tabelle.xlsx`, {
      headers: { cookie },
    })
    expect([response.status, response.headers.get('content-disposition')]).toEqual([
      200,
      expect.stringContaining('vergleich-2026-05-2026-07.xlsx'),
    ])
    const [head = [], ...rows] = await readBytes(new Uint8Array(await response.arrayBuffer()))
    expect(head.slice(0, 4)).toEqual(['Stand', 'Nummer bisher', 'Nummer jetzt', 'Liste'])
    expect(rows.map((row) => row.slice(0, 4))).toEqual([
      ['geändert, zu bestätigen; umnummeriert', 'A.2', 'A.1', 'Liste A'],
      ['geändert, zu bestätigen; umnummeriert', 'A.1', 'A.2', 'Liste A'],
      ['nur Hinweise geändert', 'A.3', 'A.3', 'Liste A'],
      ['unverändert', 'B.1', 'B.1', 'Liste B'],
      ['neu', '', 'B.2', 'Liste B'],
      ['entfallen', 'B.2', '', 'Liste B'],
    ])
    expect(rows[4]?.[head.indexOf('Text jetzt')]).toBe('=1+1 <b>fett</b>')
  })

  test('are shown fifty at a time', async ({ house }) => {
    const many = (letter: string): SmallControl[] =>
      Array.from({ length: 120 }, (_, at) => ({ id: `${letter}.${at}`, key: at, title: `Regel ${at}` }))
    const versions = await twoVersions(house, 'Viele', many('A'), many('B'))
    const first = await pageOf(house, versions)
    expect(first.text).toMatch(/1 bis 50 von 120 Nächste Seite/)
    const last = await pageOf(house, versions, '?ab=100')
    expect(last.text).toMatch(/Vorherige Seite 101 bis 120 von 120/)
    expect(last.text).toMatch(/Regel 119 .*B\.119/)
    expect(linksOf(last.html)).toContain(`${pathOf(versions)}?ab=50#anforderungen`)
  })
})

describe('versions that cannot be trusted', () => {
  const changed = (key: (at: number) => number | null): [SmallControl[], SmallControl[]] => [
    old.map((control, at) => ({ ...control, key: key(at) })),
    [{ ...(old[1] as SmallControl), id: 'A.9', key: key(1) }, ...old.filter((_, at) => at !== 1)].map((control, at) =>
      at === 0 ? control : { ...control, key: key(old.findIndex(({ id }) => id === control.id)) },
    ),
  ]

  test.for([
    ['without identities', (): number | null => null],
    ['with doubled identities', (): number | null => 7],
  ] as const)('%s are compared by number and title, with a warning', async ([name, key], { house }) => {
    const versions = await twoVersions(house, `Katalog ${name}`, ...changed(key))
    const found = await compared(house, versions)
    expect([found.byKeys, ...countsIn(found)]).toEqual([false, 4, 0, 0, 1, 1])
    expect([moves(found.lost), moves(found.new)]).toEqual([['A.2 → –'], ['– → A.9']])
    const { text } = await pageOf(house, versions)
    expect(text).toContain('Beide Fassungen haben keine eindeutigen Kennungen')
    expect(text).toMatch(/Was umnummeriert oder umbenannt wurde, steht als entfallen und neu da\./)
  })

  test('of which one has no identities are compared the same way, and it says which', async ({ house }) => {
    const versions = await twoVersions(
      house,
      'Halb ohne Kennung',
      old.map((control) => ({ ...control, key: null, text: 'Gleich.' })),
      old.map((control) => ({ ...control, text: 'Gleich.' })),
    )
    const found = await compared(house, versions)
    expect([found.byKeys, ...countsIn(found)]).toEqual([false, 5, 0, 0, 0, 0])
    const { text } = await pageOf(house, versions)
    expect(text).toContain('Die Fassung 2026-05 hat keine eindeutigen Kennungen')
    expect(text).toContain('Kein Unterschied')
  })

  test('that have nothing in common are two different catalogs', async ({ house }) => {
    const versions = await twoVersions(
      house,
      'Fremd',
      [{ id: 'A.1', key: 1 }],
      [{ id: 'A.1', key: 2, title: 'Ganz anders' }],
    )
    expect(countsIn(await compared(house, versions))).toEqual([0, 0, 0, 1, 1])
    expect((await pageOf(house, versions)).text).toContain('Das sind zwei verschiedene Kataloge')
  })

  test('that are one and the same have no difference', async ({ house }) => {
    const id = await importCatalog(house, smallCatalog('Mit sich selbst'))
    const itself = { before: id, after: id }
    expect(countsIn(await compared(house, itself))).toEqual([4, 0, 0, 0, 0])
    const { status, text, html } = await pageOf(house, itself)
    expect([status, text]).toEqual([200, expect.stringContaining('Das ist zweimal dieselbe Fassung')])
    expect(linksOf(html)).toContain(`/kataloge/${id}/vergleich`)
    const shouted = await pageOf(house, { before: id.toUpperCase(), after: id })
    expect(shouted.text).toContain('Das ist zweimal dieselbe Fassung')
  })

  test('that are not here are not found, in German', async ({ house }) => {
    const id = await importCatalog(house, smallCatalog('Ohne Gegenstück'))
    const nowhere = '01940d1c-5c00-7a60-8000-0c1d2e3f4a5b'
    const browser = await house.signedIn(isb)
    for (const path of [
      `/kataloge/${nowhere}/vergleich`,
      `/kataloge/${id}/vergleich/${nowhere}`,
      `/kataloge/${nowhere}/vergleich/${id}`,
      `/kataloge/${nowhere}/vergleich/${nowhere}`,
      `/kataloge/${id}/vergleich/keine-kennung`,
      `/kataloge/${id}/vergleich/${nowhere}/tabelle.xlsx`,
    ]) {
      const page = await browser.get(path)
      expect([path, page.status, page.text]).toEqual([path, 404, expect.stringMatching(/gibt es nicht/)])
    }
    const client = await house.as(isb)
    const missing = await client.get(`/catalogs/${id}/comparison?before=${nowhere}`)
    expect([missing.status, missing.body['title']]).toEqual([404, 'Einen der beiden Kataloge gibt es nicht.'])
    for (const query of ['', '', '', '', '?before=', '?before=keine-kennung'])
      expect((await client.get(`/catalogs/${id}/comparison${query}`)).status).toBe(422)
    const stranger = await house.stranger.get(`/catalogs/${id}/comparison?before=${id}`)
    expect(stranger.status).toBe(401)
  })
})

test('from the catalog one comes to its other versions, and the older one is always the old one', async ({ house }) => {
  const { before, after } = await twoVersions(house, 'Wegweiser', old, fresh)
  const browser = await house.signedIn(manager)
  for (const id of [before, after]) {
    const catalog = await browser.get(`/kataloge/${id}`)
    expect(linksOf(catalog.html)).toEqual(
      expect.arrayContaining([`/kataloge/${id}/vergleich`, `/kataloge/${after}/vergleich/${before}`]),
    )
    const choice = await browser.get(`/kataloge/${id}/vergleich`)
    expect(readable(choice.html)).toMatch(/Andere Fassungen dieses Katalogs .*Von 2026-05 zu 2026-07 .*Andere Kataloge/)
    expect(linksOf(choice.html)).toContain(`/kataloge/${after}/vergleich/${before}`)
  }
  const alone = await importCatalog(house, smallCatalog('Einzelstück'))
  const choice = readable((await browser.get(`/kataloge/${alone}/vergleich`)).html)
  expect(choice).toContain('Noch keine andere Fassung dieses Katalogs')
})

const file = (name: string): string => readFileSync(sharedData('oscal', name) ?? '', 'utf8')

describe.skipIf(!sharedData('oscal', 'Grundschutz++-profile.json'))(
  `BSI’s catalog of May and its profile of July (${needsSharedData('oscal')})`,
  () => {
    test('987 are the same, 128 of them renumbered, 87 to be confirmed, 11 lost, 13 new', async ({ house }) => {
      const before = await importCatalog(house, file('Grundschutz++-Anwenderkatalog-2026-05-28-full-998-controls.json'))
      const resources = {
        '5fa04faf-937c-48e0-8764-9b2cd55e2170': await importCatalog(
          house,
          file('BSI-Methodik-Grundschutz++-catalog.json'),
        ),
        'd139a8e0-1d74-4e33-ad25-6385c53b4fbe': await importCatalog(
          house,
          file('BSI-Anforderungen-zum-Risikomanagement-catalog.json'),
        ),
        '41fb0187-c393-4342-827f-173e6323a6c0': await importCatalog(
          house,
          file('BSI-Stand-der-Technik-Kernel-catalog.json'),
        ),
      }
      const profile = JSON.parse(file('Grundschutz++-profile.json')) as object
      const after = await importCatalog(house, JSON.stringify({ ...profile, resources }))
      const found = await compared(house, { before, after })
      expect([found.byKeys, ...countsIn(found)]).toEqual([true, 859, 128, 87, 11, 13])
      const { text } = await pageOf(house, { before, after }, '?stand=umnummeriert&liste=KONF')
      expect(text).toContain('987 Anforderungen stehen in beiden Fassungen, 128 davon unter einer anderen Nummer.')
      expect(text).toContain('KONF.11.7 → KONF.11.6')
      expect(text).toContain('Die Nummer KONF.11.7 trägt jetzt: Einschränkung von Schnittstellen')
    })
  },
)
