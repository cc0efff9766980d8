import { type Outcome, refuse } from '#kernel/outcome.ts'
import type { Incoming } from '#platform/http/request.ts'
import { readSheetFile, type SheetRow } from '#platform/spreadsheet/read-sheet.ts'

export const sheetLimit = 16 * 1024 * 1024

/** The uploaded table, read in a worker thread before any transaction. */
export async function prepareAnswerSheet({ files }: Incoming): Promise<Outcome<SheetRow[]>> {
  const file = files['file']
  if (!file || file.size === 0)
    return refuse('Es ist keine Datei angekommen. Gespeichert wurde nichts.', [
      { path: 'file', message: 'Bitte wählen Sie die ausgefüllte Tabelle (XLSX) aus.' },
    ])
  return readSheetFile(file.path)
}
