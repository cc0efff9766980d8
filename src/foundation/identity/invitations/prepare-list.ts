import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import type { Incoming } from '#platform/http/request.ts'
import { readSheetFile } from '#platform/spreadsheet/read-sheet.ts'
import type { RawRow } from './list/invitation-row.ts'
import { readRows } from './list/read-rows.ts'

export const listLimit = 4 * 1024 * 1024

/** The uploaded list, read before any transaction. */
export async function prepareInvitationList({ files }: Incoming): Promise<Outcome<RawRow[]>> {
  const file = files['file']
  if (!file || file.size === 0)
    return refuse('Es ist keine Datei angekommen.', [
      { path: 'file', message: 'Bitte wählen Sie die Excel-Datei aus.' },
    ])
  const sheet = await readSheetFile(file.path)
  return isRefusal(sheet) ? sheet : readRows(sheet)
}
