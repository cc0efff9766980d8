import { readFileSync } from 'node:fs'

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { isRefusal, type Refusal } from '#kernel/outcome.ts'

import { needsSharedData, sharedData } from '../../../../test/fixtures/shared-data.ts'
import { type MunicipalityRow, readMunicipalityList } from './read-municipality-list.ts'

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content) : content

function rowsOf(content: string | Uint8Array): MunicipalityRow[] {
  const outcome = readMunicipalityList(bytesOf(content))
  if (isRefusal(outcome)) throw new Error(JSON.stringify(outcome))
  return outcome
}

function refusalOf(content: string | Uint8Array): Refusal {
  const outcome = readMunicipalityList(bytesOf(content))
  if (!isRefusal(outcome)) throw new Error('was taken')
  return outcome
}

const header = 'ars;ags;name;typ;kreis;kreis_schluessel;einwohner_2018'
const musterstadt = '150010001;15001001;Musterstadt;kreisfreie Stadt;Musterstadt;15001;12345'
const list = (...lines: string[]): string => [header, ...lines].join('\n')

describe('a list is read', () => {
  const expected = [
    {
      line: 2,
      name: 'Musterstadt',
      kind: 'independentCity',
      ars: '150010001',
      ags: '15001001',
      county: 'Musterstadt',
      countyKey: '15001',
      population: 12345,
    },
  ]
  const forms: [string, string][] = [
    ['with semicolons and LF', list(musterstadt)],
    ['with byte order mark and CRLF', `\ufeff${header}\r\n${musterstadt}\r\n`],
    ['with mixed line ends', `${header}\r\n${musterstadt}\n`],
    ['with commas', list(musterstadt).replaceAll(';', ',')],
    ['with tabs', list(musterstadt).replaceAll(';', '\t')],
    ['with quotes', list(musterstadt).replaceAll(/[^;\n]+/g, '"$&"')],
    [
      'with blanks, capitals and empty columns at the end',
      ` ARS ;ags;Name;TYP;kreis;kreis_schluessel;Einwohner\n${musterstadt.replaceAll(';', ' ; ')};;\n;;;;;;\n`,
    ],
    ['with dots in numbers', list(musterstadt.replace('12345', '12.345'))],
  ]
  test.each(forms)('%s', (_name, text) => {
    expect(rowsOf(text)).toEqual(expected)
  })

  test('in any order of columns, with the optional ones missing', () => {
    expect(
      rowsOf(
        'typ;name;ars\nVerbandsgemeinde;"Elbe; Aue";150825051\nLandkreis;Kreis;15082\nEinheitsgemeinde;Ort;150820005000',
      ),
    ).toEqual([
      {
        line: 2,
        name: 'Elbe; Aue',
        kind: 'associationMunicipality',
        ars: '150825051',
        ags: null,
        county: null,
        countyKey: null,
        population: null,
      },
      {
        line: 3,
        name: 'Kreis',
        kind: 'county',
        ars: '15082',
        ags: null,
        county: null,
        countyKey: null,
        population: null,
      },
      {
        line: 4,
        name: 'Ort',
        kind: 'unitaryMunicipality',
        ars: '150820005000',
        ags: null,
        county: null,
        countyKey: null,
        population: null,
      },
    ])
  })

  test('with empty lines between, however many', () => {
    expect(rowsOf(`${header}${'\n'.repeat(30_000)}${musterstadt}`)[0]).toMatchObject({ line: 30_001, ars: '150010001' })
  })

  test('with the latest of several years', () => {
    expect(rowsOf('ars;name;typ;einwohner_2018;einwohner_2024\n15081;Kreis;Landkreis;10;20')[0]?.population).toBe(20)
  })

  const real = sharedData('geo', 'kommunen-133.csv')
  test.skipIf(!real)(`the 133 of Saxony-Anhalt (${needsSharedData('geo/kommunen-133.csv')})`, () => {
    const rows = rowsOf(readFileSync(real ?? ''))
    const count = (kind: string) => rows.filter((row) => row.kind === kind).length
    expect(rows).toHaveLength(133)
    expect(['county', 'independentCity', 'unitaryMunicipality', 'associationMunicipality'].map(count)).toEqual([
      11, 3, 101, 18,
    ])
    expect(rows.filter(({ ags }) => ags === null)).toHaveLength(29)
    expect(rows.find(({ name }) => name === 'Halle (Saale)')).toEqual({
      line: 3,
      name: 'Halle (Saale)',
      kind: 'independentCity',
      ars: '150020000',
      ags: '15002000',
      county: 'Halle (Saale)',
      countyKey: '15002',
      population: 239257,
    })
  })
})

describe('a list is refused as a whole', () => {
  const files: [string, string | Uint8Array, string][] = [
    ['empty', '', 'Sie ist leer'],
    ['only a header', header, 'Unter der Kopfzeile steht keine Kommune'],
    ['no header', musterstadt, 'In der Kopfzeile fehlen die Spalten ars, name, typ'],
    ['a column missing', 'ars;name\n15081;Kreis', 'In der Kopfzeile fehlt die Spalte typ'],
    ['a column twice', `${header};ARS\n${musterstadt};1`, 'In der Kopfzeile steht die Spalte „ars“ zweimal'],
    [
      'Windows-1252',
      Buffer.from(list(musterstadt, musterstadt.replace('Muster', 'Ström')), 'latin1'),
      'In Zeile 3, ab Byte 149 der Datei, steht kein gültiges UTF-8; vermutlich ist sie in Windows-1252 gespeichert. Bitte speichern Sie sie als „CSV UTF-8“',
    ],
    [
      'UTF-16',
      Buffer.from(`\ufeff${list(musterstadt)}`, 'utf16le'),
      'in UTF-16 gespeichert. Bitte speichern Sie sie als „CSV UTF-8“',
    ],
    ['a workbook', Buffer.from('PK\u0003\u0004'), 'Excel-Mappe'],
    [
      'a quote that never closes',
      list(musterstadt, '"15081;;Kreis', musterstadt),
      'In Zeile 3 sind die Anführungszeichen nicht paarig',
    ],
    [
      'a quote inside a cell',
      list(musterstadt, '15081;;Kr"eis;Landkreis;;;'),
      'In Zeile 3 sind die Anführungszeichen nicht paarig',
    ],
    ['too large', Buffer.alloc(8 * 1024 * 1024 + 1, 'a'), 'größer als 8 MiB'],
    ['too many rows', list(...Array<string>(20_001).fill(musterstadt)), 'mehr als 20.000 Zeilen'],
  ]
  test.each(files)('%s', (_name, content, expected) => {
    expect(refusalOf(content).refused).toContain(expected)
  })

  const changed = (column: number, value: string): string => {
    const cells = musterstadt.split(';')
    cells[column] = value
    return list('15081;;Kreis;Landkreis;;;', cells.join(';'))
  }
  const cells: [string, string, string, string][] = [
    [
      'short ars',
      changed(0, '1500100'),
      'Zeile 3, ars',
      'steht „1500100“, ein Regionalschlüssel hat aber 5, 9 oder 12 Ziffern',
    ],
    [
      'an ars that Excel made a number',
      changed(0, '1,5E+08'),
      'Zeile 3, ars',
      'formatieren Sie die Spalte im Tabellenprogramm als Text',
    ],
    ['no ars', changed(0, ''), 'Zeile 3, ars', 'fehlt der Regionalschlüssel'],
    [
      'the same ars',
      changed(0, '15081'),
      'Zeile 3, ars',
      'steht der Schlüssel 15081 zum zweiten Mal; zuerst steht er in Zeile 2',
    ],
    ['wrong ags', changed(1, '1500100'), 'Zeile 3, ags', 'hat aber 8 Ziffern'],
    ['no name', changed(2, ' '), 'Zeile 3, name', 'fehlt der Name'],
    ['an endless name', changed(2, 'x'.repeat(201)), 'Zeile 3, name', 'mehr als 200 Zeichen'],
    ['a formula', changed(2, '=1+1'), 'Zeile 3, name', 'beginnt „=1+1“ wie eine Formel'],
    ['a zero character', changed(2, 'Muster\u0000stadt'), 'Zeile 3, name', 'Steuerzeichen'],
    ['a line break', changed(2, '"Muster\nstadt"'), 'Zeile 3, name', 'Zeilenumbruch'],
    ['an unknown type', changed(3, 'Stadtstaat'), 'Zeile 3, typ', 'steht „Stadtstaat“; bekannt sind Landkreis'],
    ['a wrong county key', changed(5, '1500'), 'Zeile 3, kreis_schluessel', 'hat aber 5 Ziffern'],
    ['a broken number', changed(6, '12.34'), 'Zeile 3, einwohner_2018', 'steht „12.34“ statt einer ganzen Zahl'],
    ['a negative number', changed(6, '-5'), 'Zeile 3, einwohner_2018', 'statt einer ganzen Zahl'],
    ['a number beyond the database', changed(6, '9999999999'), 'Zeile 3, einwohner_2018', 'statt einer ganzen Zahl'],
    ['too few cells', list('15081;;Kreis'), 'Zeile 2', 'stehen Werte für 3 statt 7 Spalten'],
    ['too many cells', list(`${musterstadt};1`), 'Zeile 2', 'stehen Werte für 8 statt 7 Spalten'],
  ]
  test.each(cells)('%s', (_name, content, path, clause) => {
    const refusal = refusalOf(content)
    expect(refusal.errors).toEqual([{ path, message: expect.stringContaining(clause) }])
    expect(refusal.refused).toMatch(
      /^Die Liste wurde nicht übernommen: In Zeile \d.+ Bitte berichtigen Sie diese Stelle und laden Sie die Datei erneut hoch\.$/,
    )
  })

  test('all faulty lines are counted, twenty are listed', () => {
    const refusal = refusalOf(list(...Array.from({ length: 25 }, (_, index) => `x${index};;Ort;Landkreis;;;`)))
    expect(refusal.errors).toHaveLength(20)
    expect(refusal.errors?.[19]?.path).toBe('Zeile 21, ars')
    expect(refusal.refused).toContain('In Zeile 2, Spalte ars, steht „x0“')
    expect(refusal.refused).toContain('diese und 24 weitere Stellen')
  })
})

const verdict = (content: Uint8Array): string => {
  const outcome = readMunicipalityList(content)
  if (!isRefusal(outcome)) return outcome.length > 0 ? 'taken' : 'empty'
  return /^Die Liste wurde nicht übernommen: .+ Bitte .+\.$/su.test(outcome.refused) ? 'refused' : outcome.refused
}

describe('any bytes are taken or refused', () => {
  test('arbitrary cells, quotes and bytes', () => {
    const piece = fc.constantFrom(
      header,
      musterstadt,
      '\n',
      '\r\n',
      '\r',
      ';',
      '"',
      '""',
      ',',
      '\t',
      '15081',
      'Landkreis',
      '=1',
      '\u0000',
      '\ufeff',
      'ä',
    )
    const content = fc.oneof(
      fc.array(piece, { maxLength: 30 }).map((pieces) => Buffer.from(`${header}\n${pieces.join('')}`)),
      fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
      fc.uint8Array(),
    )
    fc.assert(
      fc.property(content, (bytes) => {
        expect(['taken', 'refused']).toContain(verdict(bytes))
      }),
      { numRuns: 1000, seed: 5 },
    )
  })

  test('a list with one byte changed or cut off', () => {
    const original = Buffer.from(`${header}\r\n${musterstadt}\r\n15081;;"Kreis ""Süd""";Landkreis;;15081;1.000\r\n`)
    fc.assert(
      fc.property(fc.nat(original.length - 1), fc.nat(255), fc.boolean(), (at, byte, cut) => {
        const bytes = Buffer.from(cut ? original.subarray(0, at) : original)
        if (!cut) bytes[at] = byte
        expect(['taken', 'refused']).toContain(verdict(bytes))
      }),
      { numRuns: 500, seed: 6 },
    )
  })
})
