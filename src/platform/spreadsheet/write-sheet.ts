import writeXlsxFile from 'write-excel-file/node'
import { plainText } from '#kernel/plain-text.ts'
import { columnLetter } from '#kernel/column-letter.ts'

export interface SheetColumn {
  header: string
  /** In characters. */
  width: number
  /** There, but not shown: what the file needs to find its way back. */
  hidden?: boolean | undefined
  /** What may be chosen; anything else is refused by the program that shows the sheet. */
  choices?: readonly string[] | undefined
  /** Its texts are whole cents; they are written as amounts in euros, so that the office can add them up. */
  cents?: boolean | undefined
  /** Long texts in several lines. */
  wrap?: boolean | undefined
}

export interface Sheet {
  name: string
  columns: readonly SheetColumn[]
  rows: readonly string[][]
}

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A workbook with one sheet of texts. Every cell is written as text or as an amount, so nothing in it is ever taken for a formula. */
export const writeSheet = (
  columns: readonly SheetColumn[],
  rows: readonly string[][],
): Promise<Uint8Array<ArrayBuffer>> => writeWorkbook([{ name: 'Tabelle', columns, rows }])

/** Several sheets of texts, each with a head that stays in view. */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const file = writeXlsxFile(
    sheets.map(({ name, columns, rows }) => ({
      sheet: name,
      data: [
        columns.map(({ header }) => ({ value: header, type: String, fontWeight: 'bold' as const })),
        ...rows.map((row) => row.map((value, at) => cellOf(value, columns[at]))),
      ],
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
    })),
    { features: [marks(sheets)] },
  )
  return new Uint8Array(await file.toBuffer())
}

const wholeCents = /^-?\d{1,15}$/

const cellOf = (value: string, column: SheetColumn | undefined) =>
  column?.cents && wholeCents.test(value)
    ? { value: Number(value) / 100, type: Number, format: '#,##0.00', alignVertical: 'top' as const }
    : {
        value: escaped(plainText(value)),
        type: String,
        alignVertical: 'top' as const,
        ...(column?.wrap && { wrap: true }),
      }

/** Spreadsheets read `_x0041_` as A: what looks like it is written so that it stays as it is. */
const escaped = (text: string): string => text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')

/** Of the last of its forms, which takes several sheets. */
type Feature = NonNullable<NonNullable<Parameters<typeof writeXlsxFile>[1]>['features']>[number]

/** Hidden columns and choices, which the package leaves to others. */
const marks = (sheets: readonly Sheet[]): Feature => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (content, _options, { sheetIndex }) => {
          const sheet = sheets[sheetIndex]
          return sheet ? withChoices(withHidden(content, sheet), sheet) : content
        },
      },
    },
  },
})

const withHidden = (content: string, { columns }: Sheet): string =>
  columns.reduce(
    (xml, { hidden }, at) => (hidden ? xml.replace(`<col min="${at + 1}" `, `<col min="${at + 1}" hidden="1" `) : xml),
    content,
  )

function withChoices(content: string, { columns, rows }: Sheet): string {
  const rules = columns.flatMap(({ choices }, at) => {
    if (!choices || rows.length === 0 || !fitsInRule(choices)) return []
    const letter = columnLetter(at)
    return [
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="Auswahl" error="Bitte wählen Sie aus der Liste." sqref="${letter}2:${letter}${rows.length + 1}"><formula1>"${choices.join(',')}"</formula1></dataValidation>`,
    ]
  })
  if (rules.length === 0) return content
  return content.replace(
    '</sheetData>',
    `</sheetData><dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`,
  )
}

/** Excel takes 255 characters, separated by commas; what would need quoting is left to the words beside. */
const fitsInRule = (choices: readonly string[]): boolean =>
  choices.join(',').length <= 255 && !choices.some((choice) => /[,"<>&]/.test(choice))
