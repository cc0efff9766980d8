// Broken lists of municipalities: all or nothing, and the sentence names line and remedy.
import { afterAll, beforeAll, describe, expect, test as plain } from 'vitest'
import { manager, openTestHouse, type TestHouse } from '../harness/house.ts'
import { formsOf, readable } from './html.ts'
import { countRows } from './rows.ts'

let house: TestHouse
let rows: Record<string, number>
beforeAll(async () => {
  house = await openTestHouse()
  const client = await house.as(manager)
  const there =
    'ars;ags;name;typ\n159990001;15999001;Altdorf;Einheitsgemeinde\n159990002;15999002;Neudorf;Einheitsgemeinde\n'
  expect((await client.upload('/organizations/import', there)).status).toBe(200)
  rows = await countRows(house)
})
afterAll(() => house.close())

type Bytes = Uint8Array<ArrayBuffer>
const bytes = (content: string, encoding: BufferEncoding = 'utf8'): Bytes =>
  new Uint8Array(Buffer.from(content, encoding))
const head = 'ars;ags;name;typ;kreis;einwohner\n'
const good = '159998001;15998001;Gutdorf;Einheitsgemeinde;Nordaue;1200\n'

const cases: [string, Bytes, RegExp][] = [
  [
    'Windows-1252',
    bytes(`${head}159998001;;Großdorf;Einheitsgemeinde;;\n`, 'latin1'),
    /In Zeile 2, ab Byte \d+ der Datei.*Windows-1252.*„CSV UTF-8“/,
  ],
  ['UTF-16', bytes(`\ufeff${head}${good}`, 'utf16le'), /UTF-16/],
  [
    'a doubled ARS',
    bytes(`${head}${good}${good.replace('15998001;G', '15998002;G')}`),
    /In Zeile 3, Spalte ars, steht der Schlüssel 159998001 zum zweiten Mal; zuerst steht er in Zeile 2/,
  ],
  [
    'a doubled AGS',
    bytes(`${head}${good}${good.replace('159998001', '159998002')}`),
    /In Zeile 3, Spalte ags, steht der Schlüssel 15998001 zum zweiten Mal/,
  ],
  ['the AGS of another municipality', bytes(`${head}${good.replace('15998001;G', '15999001;G')}`), /15999001.*Altdorf/],
  [
    'two that swap their AGS',
    bytes(`${head}159990001;15999002;Altdorf;Einheitsgemeinde;;\n159990002;15999001;Neudorf;Einheitsgemeinde;;\n`),
    /15999002.*Neudorf/,
  ],
  ['an empty file', bytes(''), /keine Datei angekommen/],
  ['blank lines', bytes('\n \n'), /Sie ist leer/],
  ['a header alone', bytes(head), /Unter der Kopfzeile steht keine Kommune/],
  ['missing columns', bytes('name;ort\nx;y\n'), /In der Kopfzeile fehlen die Spalten ars, typ/],
  ['a wrong key', bytes(`${head}1.5E+08;;Gutdorf;Einheitsgemeinde;;\n`), /In Zeile 2, Spalte ars, .*als Text/],
  ['an unknown kind', bytes(`${head}159998001;;Gutdorf;Weiler;;\n`), /In Zeile 2, Spalte typ, steht „Weiler“/],
  [
    'a NUL',
    bytes(`${head}159998001;;Gut\0dorf;Einheitsgemeinde;;\n`),
    /In Zeile 2, Spalte name, steht ein Steuerzeichen/,
  ],
  [
    'a formula',
    bytes(`${head}159998001;;=HYPERLINK("x");Einheitsgemeinde;;\n`),
    /beginnt .* wie eine Formel|Anführungszeichen/,
  ],
  [
    'an open quote',
    bytes(`${head}159998001;;"Gutdorf;Einheitsgemeinde;;\n`),
    /In Zeile 2 sind die Anführungszeichen nicht paarig/,
  ],
  [
    'too many people',
    bytes(`${head}159998001;;Gutdorf;Einheitsgemeinde;;99999999999\n`),
    /Spalte einwohner, steht „99999999999“ statt einer ganzen Zahl/,
  ],
  [
    '20,001 rows',
    bytes(head + Array.from({ length: 20_001 }, (_, at) => `${159_000_000 + at};;Dorf;Einheitsgemeinde;;\n`).join('')),
    /mehr als 20\.000 Zeilen\. Bitte teilen Sie sie auf/,
  ],
  ['9 MB', bytes(head + good.repeat(160_000)), /größer als 8 MiB\. Bitte teilen Sie sie auf/],
  [
    'one bad line among good ones',
    bytes(`${head}${good}159998003;;;Einheitsgemeinde;;\n`),
    /In Zeile 3, Spalte name, fehlt der Name/,
  ],
]

describe('by the API', () => {
  plain.each(cases)('%s is 422 and changes nothing', async (_name, content, expected) => {
    const client = await house.as(manager)
    const reply = await client.upload('/organizations/import', content, 'liste.csv')
    expect(reply.status).toBe(422)
    expect(reply.body['title']).toMatch(expected)
    expect(reply.body['title']).toMatch(
      /^Die Liste wurde nicht übernommen: .+ Bitte .+\.$|^Es ist keine Datei angekommen\.$/s,
    )
    expect(await countRows(house)).toEqual(rows)
  })

  plain('a list over 16 MB is 413', async () => {
    const client = await house.as(manager)
    const reply = await client.upload('/organizations/import', new Uint8Array(17 * 1024 * 1024), 'liste.csv')
    expect([reply.status, await countRows(house)]).toEqual([413, rows])
  })

  plain('no file is 422 with what to do', async () => {
    const client = await house.as(manager)
    for (const body of [undefined, {}, new FormData()]) {
      const reply = await client.call('POST', '/organizations/import', body)
      expect([reply.status, reply.body['errors']]).toEqual([
        422,
        [{ path: 'file', message: 'Bitte wählen Sie die CSV-Datei aus.' }],
      ])
    }
  })
})

plain('on the page each keeps the page with the sentence and the form for the next try', async () => {
  const browser = await house.signedIn(manager)
  await browser.get('/organisationen')
  const before = await countRows(house)
  for (const [name, content, expected] of cases) {
    const page = await browser.upload('/organisationen/einlesen', content, 'liste.csv')
    expect([name, page.status]).toEqual([name, 422])
    expect(readable(page.html)).toMatch(expected)
    expect(readable(page.html)).toContain('Altdorf')
    expect(formsOf(page.html).map(({ action }) => action)).toContain('/organisationen/einlesen')
  }
  expect(await countRows(house)).toEqual(before)
})

plain('a key that is taken is named when one organization is added by hand', async () => {
  const client = await house.as(manager)
  const before = await countRows(house)
  const reply = await client.post('/organizations', {
    name: 'Doppeldorf',
    kind: 'unitaryMunicipality',
    ars: '159990001',
  })
  expect([reply.status, reply.body['title']]).toEqual([422, 'Den Schlüssel 159990001 hat schon Altdorf.'])
  for (const ars of ['15', '1599900011', 'abc', '１５９９９']) {
    const wrong = await client.post('/organizations', { name: 'X', kind: 'unitaryMunicipality', ars })
    expect([ars, wrong.status]).toEqual([ars, 422])
  }
  expect(await countRows(house)).toEqual(before)
})
