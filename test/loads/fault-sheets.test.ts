// The list of wrong rows that goes out.
import { expect, test } from 'vitest'
import { faultSheets } from '#domains/security/initial-load/workbook/fault-sheets.ts'
import { columnsOf } from '#domains/security/initial-load/workbook/find-tables.ts'

const fault = (row: number, column: string, message: string) => ({ sheet: 'Stand', row, column, message, value: '' })

const content = {
  ignored: [],
  adds: false,
  tables: [
    {
      kind: 'state' as const,
      sheet: 'Stand',
      headers: ['Name', 'Seit'],
      rows: [
        { number: 5, cells: ['Auental', 'KW 40'] },
        { number: 6, cells: ['Kleinweiler', ''] },
        { number: 9, cells: ['=Nirgends'] },
      ],
    },
  ],
}

test('wrong rows stand there as they were, with every fault and its cell before them', () => {
  const [sheet] = faultSheets(content, [fault(5, 'B', 'kein Tag'), fault(9, 'A', 'unbekannt'), fault(9, 'B', 'fehlt')])
  expect(sheet?.columns.map(({ header }) => header)).toEqual(['Fehler', 'Name', 'Seit'])
  expect(sheet?.rows).toEqual([
    ['B5: kein Tag', 'Auental', 'KW 40'],
    ['A9: unbekannt\nB9: fehlt', '=Nirgends', ''],
  ])
})

test('the column of faults is left out when the list comes back', () => {
  const name = { key: 'name', title: 'Name', width: 10, hint: '', words: ['kommune'] }
  expect(columnsOf(['Fehler', 'KOMMUNE', 'Fax'], [name], {})).toEqual(['-', 'name', undefined])
})
