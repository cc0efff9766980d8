import type { Outcome } from '#kernel/outcome.ts'
import { localDay } from '#kernel/local-day.ts'
import type { Programme } from '#foundation/programmes/index.ts'
import type { FileAnswer } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Sheet, writeWorkbook, xlsxType } from '#platform/spreadsheet/write-sheet.ts'
import { readStand } from './queries.ts'
import { exportSheets, templateSheets } from './workbook/write-out.ts'

/** Written after the transaction. */
export const workbookFile = (name: string, sheets: readonly Sheet[]): FileAnswer => ({
  kind: 'file',
  name,
  type: xlsxType,
  body: { make: async (): Promise<Outcome<Uint8Array<ArrayBuffer>>> => writeWorkbook(sheets) },
})

/** The form with the municipalities of the register. */
export const templateFile = async ({ db }: Context, programme: Programme): Promise<FileAnswer> =>
  workbookFile(`${programme.key}-vorlage.xlsx`, templateSheets(programme, await readStand(db, programme)))

/** Everything that is there, in the form in which it comes in. */
export const exportFile = async ({ db, now }: Context, programme: Programme): Promise<FileAnswer> =>
  workbookFile(
    `${programme.key}-${localDay(now).toString()}.xlsx`,
    exportSheets(programme, await readStand(db, programme)),
  )
