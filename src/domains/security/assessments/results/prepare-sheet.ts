import { type Outcome, refuse } from '#kernel/outcome.ts'
import type { Incoming } from '#platform/http/request.ts'
import { readSheetFile, type SheetRow } from '#platform/spreadsheet/read-sheet.ts'

export const sheetLimit = 16 * 1024 * 1024

/** A table that was read, or why it was not: told only to those who may bring one. */
export interface ReadTable {
  rows: Outcome<SheetRow[]>
}

/** The uploaded table, read in a worker thread before any transaction. */
export const prepareAnswerSheet = async (request: Incoming): Promise<ReadTable> => ({ rows: await readTable(request) })

async function readTable({ files }: Incoming): Promise<Outcome<SheetRow[]>> {
  const file = files['file']
  if (!file || file.size === 0)
    return refuse('Es ist keine Datei angekommen. Gespeichert wurde nichts.', [
      { path: 'file', message: 'Bitte wählen Sie die ausgefüllte Tabelle (XLSX) aus.' },
    ])
  return readSheetFile(file.path)
}
