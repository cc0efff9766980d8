// Workbooks as offices have them: other order, merged cells, sorted anew, half empty; and whatever else a table may hold.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { readSheetFile } from '#platform/spreadsheet/read-sheet.ts'
import { needsSharedData, sharedData } from '../../../../test/fixtures/shared-data.ts'
import { readWorkbook, type Workbook } from './read-workbook.ts'
import { workbookCatalog, workbookHash } from './workbook-catalog.ts'

const head = ['Checkliste WiBA', 'Nr. in WiBA', 'Prüffrage WiBA', 'Hilfsmittel', 'Aufwand', 'Umsetzung', 'Notizen']
const rows = [
  ['Netze', '1', 'Gibt es einen Plan?', 'Sehen Sie nach.', '1 - 2', '', ''],
  ['Netze', '2', 'Ist er aktuell?', '', '2 -3', 'Ja', 'seit März'],
  ['Backup', '1', 'Gibt es ein Band?', '', '1', 'Nein', ''],
]

function taken<T>(outcome: Outcome<T>): T {
  if (isRefusal(outcome)) throw new Error(outcome.refused)
  return outcome
}
const read = (...table: string[][]): Workbook => taken(readWorkbook(table))
const keys = ({ questions }: Workbook): string[] => questions.map(({ key }) => key)

test('a question has the code of its list and its number; lists come in the order of work', () => {
  const workbook = read(head, ...rows)
  expect(keys(workbook)).toEqual(['NET.1', 'NET.2', 'BAK.1'])
  const { catalog } = taken(workbookCatalog(workbook))
  expect(catalog.groups.map(({ key, overview }) => [key, overview])).toEqual([
    ['BAK', 'Priorität 1 von 4 in der vom BSI empfohlenen Reihenfolge.'],
    ['NET', 'Priorität 2 von 4 in der vom BSI empfohlenen Reihenfolge.'],
  ])
  expect(catalog.controls.map(({ id, effortMin, effortMax }) => [id, effortMin, effortMax])).toEqual([
    ['BAK.1', 1, 1],
    ['NET.1', 1, 2],
    ['NET.2', 2, 3],
  ])
})

const same: [string, string[][]][] = [
  ['columns in another order', [head, ...rows].map((row) => row.toReversed())],
  ['a title and an empty row above the header', [['WiBA-Stand Musterstadt'], [], head, ...rows]],
  ['rows sorted otherwise', [head, ...rows.toReversed()]],
  ['answers filled in', [head, ...rows.map((row) => [...row.slice(0, 5), 'Nein', 'geändert'])]],
  ['merged names of lists', [head, ...rows.map((row, at) => (at === 1 ? ['', ...row.slice(1)] : row))]],
  ['empty rows, sums and remarks below', [head, ...rows, [], ['Summe', '', '', '3'], ['', '', '', 'gedruckt am 1.3.']]],
  ['other spaces and line ends', [head, ...rows.map((row) => row.map((cell) => ` ${cell.replace(' ', '  \r\n')} `))]],
  ['numbers as figures', [head, ...rows.map((row) => [row[0] ?? '', `${row[1]}.0`, ...row.slice(2)])]],
  ['the spelling of a list', [head, ...rows.map((row) => [(row[0] ?? '').toUpperCase(), ...row.slice(1)])]],
]
test.each(same)('%s is the same catalog', (_name, table) => {
  expect(workbookHash(read(...table))).toBe(workbookHash(read(head, ...rows)))
})

test.each([
  ['another question', 2, 'Gibt es einen anderen Plan?'],
  ['another help', 3, 'Fragen Sie.'],
  ['another effort', 4, '3'],
])('%s is another catalog', (_name, column, value) => {
  const changed = [
    head,
    ...rows.map((row, at) => row.map((cell, place) => (at === 0 && place === column ? value : cell))),
  ]
  expect(workbookHash(read(...changed))).not.toBe(workbookHash(read(head, ...rows)))
})

test('answers are read as people type them, and what is none is kept apart', () => {
  const answer = (text: string) => read(head, ['Netze', '1', 'Frage?', '', '', text, '']).questions[0]
  expect(
    ['ja', 'JA ', 'Nein', 'nicht relevant', 'Nicht-relevant', '', 'tw.'].map((text) => answer(text)?.answer),
  ).toEqual(['yes', 'yes', 'no', 'notApplicable', 'notApplicable', null, null])
  expect(answer('tw.')?.unknownAnswer).toBe('tw.')
})

test('what differs from the known edition is told, list by list', () => {
  const extra = [
    ['Weltraum', '1', 'Ist die Rakete verschlossen?', '', 'riesig', '', ''],
    ['', '', 'Ohne Liste?', '', '', '', ''],
  ]
  const { warnings } = taken(workbookCatalog(read(head, ...rows, ...extra))).catalog
  expect(warnings).toContain('„Netze“: 2 statt 26 Fragen.')
  expect(warnings).toContain('„Telefonie und Fax“: 0 statt 4 Fragen.')
  expect(warnings).toContain('„Weltraum“: Diese Liste hat WiBA 2.0 (2023) nicht.')
  expect(warnings.join(' ')).toMatch(/1 statt 72 mit Aufwand 1, 1 statt 18 mit Aufwand 1-2/)
  expect(warnings).toContain('Der Aufwand fehlt oder ist nicht lesbar und bleibt leer: Zeile 5.')
  expect(warnings).toContain('Ohne Checkliste oder Nummer und deshalb ausgelassen: Zeile 6.')
})

describe('refused in German', () => {
  const cases: [string, string[][], RegExp][] = [
    [
      'an empty sheet',
      [],
      /Es fehlen die Spalten „Checkliste WiBA“, „Nr\. in WiBA“ und „Prüffrage WiBA“\. Bitte wählen Sie/,
    ],
    ['a missing column', [head.slice(0, 2), ['Netze', '1']], /Es fehlt die Spalte „Prüffrage WiBA“/],
    ['no questions', [head, ['Netze', '', '']], /steht keine einzige Frage/],
    [
      'a question twice',
      [head, ...rows, rows[0] ?? []],
      /Frage 1 der Liste „Netze“ steht in Zeile 2 und noch einmal in Zeile 5/,
    ],
    [
      'a question without end',
      [head, ['Netze', '1', 'x'.repeat(2001)]],
      /Die Frage in Zeile 2 ist länger als 2000 Zeichen/,
    ],
  ]
  test.each(cases)('%s', (_name, table, expected) => {
    const outcome = readWorkbook(table)
    expect(isRefusal(outcome) && outcome.refused).toMatch(/^Die Arbeitsmappe wurde nicht übernommen: .* Bitte .*\.$/)
    expect(isRefusal(outcome) && outcome.refused).toMatch(expected)
  })
})

test('any table is read or refused, and what is read becomes a catalog that can be stored', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      ...head,
      ...rows.flat(),
      '',
      '0',
      '-1',
      '1e9',
      '{{ insert: param, x }}',
      '<b>',
      '\u0000',
      '\ud800',
      '=1+1',
    ),
    fc.string({ maxLength: 20 }),
  )
  const table = fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 12 })
  const withHead = table.map((body) => [head, ...body])
  fc.assert(
    fc.property(fc.oneof(table, withHead), (candidate) => {
      const workbook = readWorkbook(candidate)
      const made = isRefusal(workbook) ? workbook : workbookCatalog(workbook)
      if (isRefusal(workbook) || isRefusal(made)) {
        expect(isRefusal(made) && made.refused).toMatch(/ Bitte .*\.$/)
        return
      }
      const text = JSON.stringify(made.catalog)
      expect(text.includes('\\u0000') || !text.isWellFormed()).toBe(false)
      expect(made.catalog.controls).toHaveLength(workbook.questions.length)
    }),
    { numRuns: 500, seed: 4 },
  )
})

const whole = sharedData('wiba/synthetic-wiba-workbook.xlsx')
test.skipIf(!whole)(`the synthetic workbook is complete (${needsSharedData('wiba')})`, async () => {
  const workbook = taken(readWorkbook(taken(await readSheetFile(whole ?? '', /dokumentation/i))))
  const { catalog } = taken(workbookCatalog(workbook))
  expect([catalog.groups.length, catalog.controls.length, catalog.warnings]).toEqual([19, 257, []])
  expect(catalog.controls[0]?.id).toBe('BAK.1')
  expect(catalog.controls.at(-1)?.id).toBe('TEL.4')
  expect(Math.max(...catalog.controls.map(({ help }) => help[0]?.prose.length ?? 0))).toBe(2313)
})
