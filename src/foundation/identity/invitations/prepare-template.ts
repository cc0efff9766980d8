import { writeSheet } from '#platform/spreadsheet/write-sheet.ts'
import { columns } from './list/read-rows.ts'

const widths = { organization: 34, name: 28, email: 36, roles: 44 }

const examples = [
  ['Gemeinde Musterdorf', 'Erika Beispiel', 'erika.beispiel@musterdorf.example', 'Zugänge, Informationssicherheit'],
  ['150999001', 'Max Beispiel', 'max.beispiel@musterdorf.example', 'Verwaltungsleitung'],
]

/** The workbook to fill in, with two invented rows. */
export const invitationTemplate = (): Promise<Uint8Array<ArrayBuffer>> =>
  writeSheet(
    columns.map(({ key, header }) => ({ header, width: widths[key] })),
    examples,
  )
