import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import type { Incoming } from '#platform/http/request.ts'
import { readSheetFile } from '#platform/spreadsheet/read-sheet.ts'
import { type GivenRow, rowsOf } from './sheet.ts'

export const sheetLimit = 16 * 1024 * 1024

/** The uploaded table, read in a worker thread before any transaction. */
export const prepareRows = async (request: Incoming): Promise<{ rows: Outcome<GivenRow[]> }> => ({
  rows: await readRows(request),
})

async function readRows({ files }: Incoming): Promise<Outcome<GivenRow[]>> {
  const file = files['file']
  if (!file || file.size === 0)
    return refuse('Es ist keine Datei angekommen. Übernommen ist nichts.', [
      { path: 'file', message: 'Bitte wählen Sie die Tabelle (XLSX) aus.' },
    ])
  const table = await readSheetFile(file.path)
  if (isRefusal(table)) return table
  const read = rowsOf(table)
  return 'missing' in read
    ? refuse(`In dieser Tabelle fehlt die Spalte „${read.missing}“. Übernommen ist nichts.`, [
        { path: 'file', message: 'Bitte nehmen Sie die Tabelle, die das Portal ausgibt, und ändern nur die Zellen.' },
      ])
    : read.rows
}
