// Tables as they lie on drives: other orders, titles above the head, merged and hidden cells, figures as texts; and files that mean harm.
import { describe, expect } from 'vitest'
import { rawArchive } from '../fixtures/raw-archive.ts'
import { manager, test, type TestHouse } from '../harness/house.ts'
import { programmeNamed, type Report, send } from './workbooks.ts'

const security = async (house: TestHouse) => {
  const torsten = await house.as(manager)
  return { torsten, programmeId: await programmeNamed(torsten, 'sicherkommunal') }
}

const dry = async (house: TestHouse, content: Uint8Array<ArrayBuffer> | string, name?: string) => {
  const { torsten, programmeId } = await security(house)
  return send(torsten, content, { programmeId, dryRun: true, ...(name !== undefined && { name }) })
}

const afters = ({ rows }: Report): string[] => rows.flatMap(({ changes }) => changes.map(({ after }) => after))

interface RawSheet {
  name: string
  /** `<row>` elements. */
  rows: string
  state?: string
  merged?: string
}

const text = (at: string, value: string): string => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`
const number = (at: string, value: string, formula = ''): string => `<c r="${at}">${formula}<v>${value}</v></c>`
const row = (at: number, ...cells: string[]): string => `<row r="${at}">${cells.join('')}</row>`

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'

/** A workbook cell by cell, as no program of ours writes it. */
function rawWorkbook(sheets: readonly RawSheet[]): Uint8Array<ArrayBuffer> {
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets
      .map(
        ({ name, state }, at) =>
          `<sheet name="${name}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships">${sheets
      .map(
        (_, at) =>
          `<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
      )
      .join('')}</Relationships>`,
    ...Object.fromEntries(
      sheets.map(({ rows, merged }, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${merged ? `<mergeCells count="1"><mergeCell ref="${merged}"/></mergeCells>` : ''}</worksheet>`,
      ]),
    ),
  }
  return new Uint8Array(rawArchive(parts))
}

describe('a table of one’s own', () => {
  test('may have a title above its head, empty rows, another order, and cells merged over several rows', async ({
    house,
  }) => {
    const { body } = await dry(
      house,
      rawWorkbook([
        {
          name: 'Kontakte 2026',
          merged: 'C5:C6',
          rows: [
            row(1, text('A1', 'Wer ist wer')),
            row(4, text('A4', 'Mail'), text('B4', 'Rolle'), text('C4', 'Kommune'), text('D4', 'Ansprechpartner')),
            row(
              5,
              text('A5', 'a@kleinweiler.example'),
              text('B5', 'ISB'),
              text('C5', 'Gemeinde Kleinweiler'),
              text('D5', 'Stelle A'),
            ),
            row(6, text('A6', 'b@kleinweiler.example'), text('B6', 'IT-Leitung'), text('D6', 'Stelle B')),
            row(9, text('A9', 'kein-at'), text('B9', 'ISB'), text('C9', 'Gemeinde Auental'), text('D9', 'Stelle C')),
          ].join(''),
        },
      ]),
    )
    expect(body.brings).toMatchObject({ contacts: 2 })
    expect(afters(body)).toEqual(expect.arrayContaining(['a@kleinweiler.example', 'b@kleinweiler.example', 'Stelle B']))
    expect(body.refused).toMatchObject([{ sheet: 'Kontakte 2026', row: 9, column: 'A', value: 'kein-at' }])
  })

  test('counts by the values of its formulas, and days and money by Excel’s figures', async ({ house }) => {
    const { body } = await dry(
      house,
      rawWorkbook([
        {
          name: 'Übersicht',
          rows: [
            row(1, text('A1', 'Kommune'), text('B1', 'Letzter Kontakt')),
            row(2, text('A2', 'Gemeinde Kleinweiler'), number('B2', '46327')),
          ].join(''),
        },
        {
          name: 'Budget',
          rows: [
            row(1, text('A1', 'Kommune'), text('B1', 'Geplant'), text('C1', 'Rest')),
            row(
              2,
              text('A2', 'Gemeinde Kleinweiler'),
              number('B2', '16000.5', '<f>15000+1000.5</f>'),
              number('C2', '13999.5'),
            ),
          ].join(''),
        },
      ]),
    )
    expect(body.refused).toEqual([])
    expect(afters(body)).toEqual(expect.arrayContaining(['01.11.2026', '16.000,50 €', '13.999,50 €']))
  })

  test('is read without its hidden sheets, and says which were left out', async ({ house }) => {
    const sheet = (note: string) =>
      row(1, text('A1', 'Kommune'), text('B1', 'Notiz')) + row(2, text('A2', 'Gemeinde Kleinweiler'), text('B2', note))
    const { body } = await dry(
      house,
      rawWorkbook([
        { name: 'Alt', state: 'veryHidden', rows: sheet('von gestern') },
        { name: 'Stand', rows: sheet('von heute') },
        { name: 'Hans', rows: sheet('von Hans') },
      ]),
    )
    expect(afters(body)).toEqual(['von heute'])
    expect(body.ignored.join(' ')).toMatch(/„Alt“ ist ausgeblendet.*„Hans“ wird nicht gelesen/)
  })

  test('comes as CSV too, as Excel in an office saves it', async ({ house }) => {
    const latin = Buffer.from('Gemeinde;Bemerkung\r\nGemeinde Kleinweiler;"Grüße; bis bald"\r\n', 'latin1')
    expect(afters((await dry(house, new Uint8Array(latin), 'liste.csv')).body)).toEqual(['Grüße; bis bald'])
    const commas = '\ufeffKommune,Notiz\nGemeinde Kleinweiler,ok\n'
    expect(afters((await dry(house, commas, 'liste.csv')).body)).toEqual(['ok'])
  })

  test('names each municipality once: the second row is refused and says where the first stands', async ({ house }) => {
    const { body } = await dry(
      house,
      'Name;Notiz\nGemeinde Kleinweiler;eins\nStadt Musterstadt;zwei\nKleinweiler;drei\n',
    )
    expect(body.refused).toMatchObject([{ row: 4, column: 'A', message: 'Diese Kommune steht schon in Zeile 2.' }])
    expect(afters(body)).toEqual(['eins', 'zwei'])
  })

  test('says at the cell what is wrong with it, and the other rows can be loaded', async ({ house }) => {
    const { body } = await dry(
      house,
      [
        'Name;Wartet auf;Seit;Betreuung;Phase;Notiz',
        'Gemeinde Kleinweiler;;KW 48;;;',
        'Gemeinde Auental;den Hausmeister;;;;',
        'Stadt Musterstadt;;;fremd@nirgends.example;;',
        'Nirgendwo;;;;Bericht;',
        'Verbandsgemeinde Elbaue;;;;Mondlandung;',
      ].join('\n'),
    )
    expect(body.rows).toEqual([])
    expect(body.refused.map(({ column, row: at }) => `${column}${at}`)).toEqual(['C2', 'B3', 'D4', 'A5', 'E6'])
    expect(body.refused.map(({ message }) => message).join(' ')).toMatch(
      /eine Woche, kein Tag.*kein Wort der Liste.*weder Leitung noch Betreuung.*kennt das Verzeichnis nicht.*keine Phase und kein Schritt/,
    )
  })
})

describe('a file that cannot be a table', () => {
  test.for([
    ['nothing at all', ''],
    ['a sentence', 'Guten Tag'],
    ['only a head of nobody', 'Farbe;Form\nrot;rund\n'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2])],
    ['half an archive', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])],
    ['quotation marks that never end', 'Name;Notiz\n"Kleinweiler;x\n'],
  ] as const)('%s is refused or changes nothing, with a reason', async ([, content], { house }) => {
    const { status, body } = await dry(house, typeof content === 'string' ? content : new Uint8Array(content))
    if (status === 200) expect(body).toMatchObject({ total: 0, rows: [], refused: [{ row: 1 }] })
    else expect(status).toBe(422)
  })

  test('a hundred thousand rows are refused at once, in XLSX and in CSV', async ({ house }) => {
    const began = performance.now()
    const many = Array.from({ length: 100_000 }, (_, at) => row(at + 1, text(`A${at + 1}`, 'x'))).join('')
    const book = await dry(house, rawWorkbook([{ name: 'Stand', rows: many }]))
    expect(book.status).toBe(422)
    expect((await dry(house, `Name;Notiz\n${'Kleinweiler;x\n'.repeat(100_000)}`, 'a.csv')).text).toContain(
      '20.000 Zeilen',
    )
    expect(performance.now() - began).toBeLessThan(10_000)
  })

  test('an archive that unpacks to a thousand times its size is refused', async ({ house }) => {
    const { status, text: said } = await dry(
      house,
      rawWorkbook([{ name: 'Stand', rows: `<!--${' '.repeat(60_000_000)}-->` }]),
    )
    expect(status).toBe(422)
    expect(said).toContain('Gespeichert')
  })

  test('one with entities of its own is refused', async ({ house }) => {
    const parts = {
      'xl/workbook.xml': `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><workbook>&e;</workbook>`,
    }
    expect((await dry(house, new Uint8Array(rawArchive(parts)))).status).toBe(422)
  })
})
