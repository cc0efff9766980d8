// Broken and hostile catalogs: one German sentence with place and remedy, and nothing is changed.
import { afterAll, beforeAll, describe, expect, test as plain } from 'vitest'
import { manager, openTestHouse, type TestHouse } from '../harness/house.ts'
import { smallCatalog } from './checks.ts'
import { formsOf, readable } from './html.ts'
import { countRows } from './rows.ts'

let house: TestHouse
let rows: Record<string, number>
beforeAll(async () => {
  house = await openTestHouse()
  await house.as(manager) // makes the token now, so that it is counted
  rows = await countRows(house)
})
afterAll(() => house.close())

type Bytes = Uint8Array<ArrayBuffer>
const bytes = (content: string | Buffer): Bytes => new Uint8Array(Buffer.from(content))
const metadata = { title: 'Katalog', version: '1', 'oscal-version': '1.1.3' }
const catalog = (content: object): string => JSON.stringify({ catalog: { metadata, ...content } })
const nested = (levels: number): object =>
  levels === 0
    ? { controls: [{ id: 'a', title: 'x' }] }
    : { groups: [{ id: `g${levels}`, title: 'x', ...nested(levels - 1) }] }
const small = smallCatalog()

/** What it is, its bytes, and what the sentence says about place and remedy. */
const cases: [string, Bytes, RegExp][] = [
  ['nothing', bytes(''), /keine Datei angekommen|ist leer/],
  [
    'a broken one',
    bytes(small.replace('"id": "AKT",', '"id": "AKT"')),
    /In Zeile \d+, Spalte \d+ steht .* erwartet wird ein Komma/,
  ],
  ['a truncated one', bytes(small.slice(0, 2000)), /bricht in Zeile \d+, Spalte \d+ mitten im JSON ab/],
  [
    'Windows-1252',
    bytes(Buffer.from(small, 'latin1')),
    /In Zeile \d+, ab Byte \d+ der Datei, steht kein gültiges UTF-8/,
  ],
  [
    'UTF-16',
    bytes(Buffer.from(`\ufeff${small}`, 'utf16le')),
    /in UTF-16 gespeichert\. Bitte speichern Sie sie in UTF-8/,
  ],
  ['a broken workbook', bytes(Buffer.from('504b0304aabbcc', 'hex')), /nicht als Excel-Tabelle \(XLSX\) lesen/],
  ['XML', bytes('<?xml version="1.0"?><catalog/>'), /Bitte wählen Sie die JSON-Fassung/],
  ['too deep JSON', bytes('['.repeat(500_000)), /mehr als 100 Ebenen tief verschachtelt/],
  ['too deep groups', bytes(catalog(nested(40))), /tiefer als 32 Ebenen/],
  [
    '20,001 controls',
    bytes(catalog({ controls: Array.from({ length: 20_001 }, (_, at) => ({ id: `a${at}`, title: 'x' })) })),
    /beginnt die 20\.001\. Anforderung; erlaubt sind 20\.000\. Bitte teilen Sie den Katalog auf\./,
  ],
  [
    'doubled ids',
    bytes(small.replace('"id": "TEL.1"', '"id": "AKT.0"')),
    /steht die ID der Anforderung „AKT\.0“ zum zweiten Mal; zuerst steht sie in /,
  ],
  [
    'a mapping',
    bytes('{"mapping-collection":{"uuid":"x"}}'),
    /eine OSCAL-Zuordnung \(mapping-collection\) und kein Katalog/,
  ],
  ['a profile without imports', bytes('{"profile":{"uuid":"x"}}'), /Es importiert keinen Katalog\. Bitte ergänzen/],
  ['OSCAL 1.0', bytes(small.replace('"1.1.3"', '"1.0.4"')), /„1\.0\.4“; angenommen werden 1\.1 und 1\.2/],
  [
    'a NUL',
    bytes(small.replace('Papier', 'Pa\\u0000pier')),
    /steht das Zeichen U\+0000, das nicht gespeichert werden kann\. Bitte entfernen Sie es/,
  ],
  ['a lone surrogate', bytes(small.replace('Papier', 'Pa\\ud800pier')), /halbes Ersatzpaar/],
  [
    'a doubled name',
    bytes(small.replace('"title": "Telefon",', '"title": "Telefon", "title": "Fax",')),
    /steht die Angabe „title“ zum zweiten Mal/,
  ],
  ['no title', bytes(small.replace('"title": "Telefon",', '')), /In catalog\.groups\[1\]\.title .*fehlt der Titel/],
]

const sentence =
  /^(Die Datei|Der Katalog|Das Profil) wurde nicht (gelesen|übernommen): .+ Bitte .+\.$|^Es ist keine Datei angekommen\.$|Gespeichert wurde nichts\.$/s

describe('by the API as a JSON body', () => {
  plain.each(cases)('%s is 422', async (_name, content, expected) => {
    const client = await house.as(manager)
    const reply = await client.post('/catalogs', content)
    expect(reply.status).toBe(422)
    expect(reply.body['title']).toMatch(expected)
    expect(reply.body['title']).toMatch(sentence)
    expect(await countRows(house)).toEqual(rows)
  })
})

describe('by the API as an upload', () => {
  plain.each(cases)('%s is 422', async (_name, content, expected) => {
    const client = await house.as(manager)
    const reply = await client.upload('/catalogs', content, 'katalog.json')
    expect([reply.status, reply.body['type']]).toEqual([422, '/fehler/nicht-moeglich'])
    expect(reply.body['title']).toMatch(expected)
    expect(await countRows(house)).toEqual(rows)
  })
})

plain('on the page each keeps the page with the sentence and the form for the next try', async () => {
  const browser = await house.signedIn(manager)
  await browser.get('/kataloge')
  const before = await countRows(house)
  for (const [name, content, expected] of cases) {
    const page = await browser.upload('/kataloge/einlesen', content, 'katalog.json')
    expect([name, page.status]).toEqual([name, 422])
    expect(readable(page.html)).toMatch(expected)
    expect(readable(page.html)).toContain(
      'Geändert wurde nichts. Bitte wählen Sie die verbesserte Datei noch einmal aus.',
    )
    expect(page.html).toContain('role="alert"')
    expect(formsOf(page.html).map(({ action }) => action)).toContain('/kataloge/einlesen')
  }
  expect(await countRows(house)).toEqual(before)
})

plain('no file, another field, or no body at all: the sentence says that nothing arrived', async () => {
  const client = await house.as(manager)
  const other = new FormData()
  other.set('datei', new Blob([small]), 'katalog.json')
  for (const body of [new FormData(), other, undefined]) {
    const reply = await client.call('POST', '/catalogs', body)
    expect(reply.status).toBe(422)
    expect(reply.body).toMatchObject({
      title: 'Es ist keine Datei angekommen.',
      errors: [{ path: 'file', message: 'Bitte wählen Sie die Katalogdatei aus.' }],
    })
  }
})
